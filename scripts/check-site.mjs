// Checks the practice site with the current package: types, core tests, build and sizes.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const site = path.join(root, 'site')
const bin = (name) => path.join(site, 'node_modules', name)

const steps = [
  [root, 'bin/drills.js', 'build'],
  [root, 'site/scripts/install.mjs'],
  ...['tsconfig.json', 'tsconfig.core.json', 'tsconfig.worker.json'].map((name) => [
    site,
    bin('typescript/bin/tsc'),
    '-p',
    name,
  ]),
  [site, bin('vitest/vitest.mjs'), 'run'],
  [site, bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
  [site, 'scripts/sizes.mjs'],
]

for (const [cwd, ...args] of steps) {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' })
  if (status !== 0) {
    process.exitCode = 1
    break
  }
}
