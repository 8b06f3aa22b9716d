// Raises the version by the pending changesets, then writes history, changelog and lock file. Run by the release
// workflow; works on the repository in the working directory.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const tool = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const root = process.cwd()

function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`)
}

const versionOf = () => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version

const { checkChangesets, checkRelease, errorLine, isUnrecorded, recordRelease } = await import(
  pathToFileURL(path.join(tool, 'lib/release.js')).href
)

function raise() {
  checkRelease(root)
  const notes = checkChangesets(root)
  const before = versionOf()
  run(process.execPath, [path.join(tool, 'node_modules/@changesets/cli/bin.js'), 'version'])
  if (versionOf() === before && !isUnrecorded(root)) {
    console.log(`no pending changesets: still ${before}`)
  } else {
    console.log(`recorded ${recordRelease(root, notes)}`)
    run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'])
  }
}

try {
  raise()
} catch (error) {
  // What is wrong is in the repository: where in this script it was found helps nobody.
  console.error(errorLine(error))
  process.exitCode = 1
}
