// `npm start` and `npm test` on a fresh machine: installs what is missing, builds the tool, then runs the command.
// Imports only Node's own modules, because nothing else may be there yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const node = process.execPath

/** Runs a program in the root and gives its exit code. */
function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  if (error) console.error(`could not run ${program}: ${error.message}`)
  return status ?? 1
}

function npm(...args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(node, [cli, ...args])
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

/** Installs when the lock file is not the one that was installed last. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(root, 'node_modules/.installed-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return 0
  // Install scripts are not needed: esbuild, Rolldown and Biome ship their binaries as packages.
  const code = npm('ci', '--ignore-scripts', '--no-fund', '--no-audit')
  if (code === 0) writeFileSync(stamp, lock)
  return code
}

const steps = {
  start: [() => run(node, ['bin/drills.js', 'lint']), () => run(node, ['bin/drills.js', 'build'])],
  test: [
    () => run(node, ['scripts/browser.mjs', 'chromium']),
    () => run(node, ['scripts/browser.mjs', 'firefox']),
    () => run(node, ['scripts/voice.mjs']),
    // Where these can't be had, the tests say so.
    () => Math.min(0, run(node, ['scripts/webkit.mjs'])),
    () => Math.min(0, run(node, ['scripts/pre-commit.mjs'])),
    () => run(node, ['scripts/check.mjs']),
  ],
}

function main([command]) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node.js 20.19 or later is needed; this is ${process.versions.node}`)
    return 2
  }
  for (const step of [install, () => run(node, ['scripts/build.mjs']), ...(steps[command] ?? [])]) {
    const code = step()
    if (code !== 0) return code
  }
  return 0
}

process.exitCode = main(process.argv.slice(2))
