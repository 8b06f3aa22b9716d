// Builds the tool when npm installs or packs this repository. For a global installation from git, such as that of a
// pre-commit hook, npm runs this without having installed any packages (npm/cli#8440): then they are installed here.
// Prints nothing on standard output: pre-commit reads the name of the tarball from that of `npm pack`, on which npm prints
// its own banner too (npm/cli#7561), unless `.npmrc` has it keep scripts in the background.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

function hasPackages() {
  try {
    createRequire(import.meta.url).resolve('esbuild')
    return true
  } catch {
    return false
  }
}

function run(args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (error) throw error
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
}

if (!hasPackages()) {
  const npm = process.env.npm_execpath
  if (npm === undefined) throw new Error('run this with npm: `npm run prepare`')
  // The npm that runs this may say in the environment that everything is global.
  run([
    npm,
    'ci',
    '--global=false',
    '--location=project',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ])
}
run(['scripts/build.mjs'])
