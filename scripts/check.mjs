// All that CI does, in order; every step runs, so that one run shows everything that is wrong.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const bin = (name) => path.join(root, 'node_modules', name)

/** Name, script and arguments; each script is run by this Node.js. */
const steps = [
  ['generated files', 'scripts/generate.mjs', '--check'],
  ['types', bin('typescript/bin/tsc'), '-p', '.'],
  ['lint and format', bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'],
  ['unused code and dependencies', bin('knip/bin/knip.js')],
  ['drills', 'bin/drills.js', 'lint'],
  ['what apps can rely on', 'scripts/api-report.mjs', '--check'],
  ['figures of the grading', 'scripts/measure.mjs'],
  ['practice site', 'scripts/check-site.mjs'],
  ['tests', bin('vitest/vitest.mjs'), 'run', '--coverage'],
]

// Annotations and summaries of a pull request are the work of a workflow of their own.
const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, ...env } = process.env

const failed = []
for (const [name, script, ...args] of steps) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? '\nall checks passed' : `\nfailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
