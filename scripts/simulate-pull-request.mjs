// Runs the steps of lint.yml in a temporary clone, as the runner would for a pull request of the commit that is checked
// out. Prints what the log would hold, then the summary; ends with 1 when a step fails.
//
//   node scripts/simulate-pull-request.mjs [--base origin/main] [--output <folder>] [--install]
//
// --base is the branch it goes to, --output a folder for summary.md and the artifact, --install runs `npm ci` although the
// packages of the lock file are there. Uncommitted work is left out. Secrets of the environment are not passed on.
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { jobIn, runSteps } from './simulate-job.mjs'
import { stepsOf } from './workflow-steps.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

function git(folder, ...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`)
  return stdout.trim()
}

const isRef = (name) =>
  spawnSync('git', ['rev-parse', '--verify', '--quiet', name], { cwd: root }).status === 0

/** The branch that the pull request goes to: its name, and where it is here. */
function baseOf(word) {
  const ref = word ?? ['origin/main', 'main'].find(isRef)
  if (ref === undefined || !isRef(ref)) throw new Error(`no branch ${word ?? 'main'}; name one with --base`)
  return { name: ref.replace(/^origin\//, ''), commit: git(root, 'rev-parse', `${ref}^{commit}`) }
}

function clone(folder, base, head) {
  git(root, 'clone', '--quiet', '--no-checkout', root, folder)
  git(folder, 'update-ref', `refs/remotes/origin/${base.name}`, base.commit)
  git(folder, 'checkout', '--quiet', '--detach', head)
}

function main({ base: word, output, install }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pull-request-'))
  try {
    const base = baseOf(word)
    const head = git(root, 'rev-parse', 'HEAD')
    if (git(root, 'status', '--porcelain') !== '') console.error('uncommitted work is left out')
    const job = jobIn(folder, root, base, head)
    mkdirSync(job.temp)
    if (output) mkdirSync(output, { recursive: true })
    clone(job.workspace, base, head)
    const steps = stepsOf(readFileSync(path.join(job.workspace, '.github/workflows/lint.yml'), 'utf8'))
    appendFileSync(job.env.GITHUB_STEP_SUMMARY, '')
    const passed = runSteps(steps, job, { install, output })
    const summary = readFileSync(job.env.GITHUB_STEP_SUMMARY, 'utf8')
    if (output) writeFileSync(path.join(output, 'summary.md'), summary)
    console.log(`\n— summary\n\n${summary}`)
    return passed ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    output: { type: 'string' },
    install: { type: 'boolean', default: false },
  },
})
try {
  process.exitCode = main(values)
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
