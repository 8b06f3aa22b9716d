// Runs the steps of lint.yml in a temporary clone, as the runner would for a pull request of the commit that is checked
// out. Prints what the log would hold, then the summary; ends with 1 when a step fails.
//
//   node scripts/simulate-pull-request.mjs [--base origin/main] [--output <folder>] [--install]
//
// --base is the branch it goes to, --output a folder for summary.md and the artifact, --install runs `npm ci` although the
// packages of the lock file are there. Uncommitted work is left out. Secrets of the environment are not passed on.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fill, runs, stepsOf } from './workflow-steps.mjs'

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

const same = (a, b) => existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b))

/** Packages that are installed already, when they are those of the clone's lock file. */
function linkPackages(workspace) {
  const lock = 'package-lock.json'
  const there = path.join(root, 'node_modules')
  if (!existsSync(there) || !same(path.join(root, lock), path.join(workspace, lock))) return false
  symlinkSync(there, path.join(workspace, 'node_modules'), 'junction')
  return true
}

/** What a step finds in its environment, and what its expressions name. */
function contextOf(folder, base, head) {
  const [workspace, temp] = ['workspace', 'temp'].map((name) => path.join(folder, name))
  const event = {
    pull_request: { number: 1, head: { sha: head }, base: { ref: base.name, sha: base.commit } },
  }
  const eventPath = path.join(folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(event))
  const kept = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'SystemRoot',
    'TMPDIR',
    'TEMP',
    'npm_config_cache',
    'npm_config_registry',
  ]
  const env = {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_BASE_REF: base.name,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_HEAD_REF: 'simulated',
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_REPOSITORY: 'audio-text-drills/audio-text-drills',
    GITHUB_SHA: head,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(
      ['ENV', 'OUTPUT', 'PATH', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, path.join(folder, name)]),
    ),
  }
  return { workspace, temp, env, context: { github: { event, ref: env.GITHUB_REF }, runner: { temp } } }
}

/** Actions can't run here: checkout and Node.js are there already, and what would be uploaded is copied. */
function act({ uses, with: inputs }, context, output) {
  const action = uses.replace(/@.*/, '')
  if (action === 'actions/checkout' || action === 'actions/setup-node') return true
  if (action !== 'actions/upload-artifact') throw new Error(`can’t simulate the action ${action}`)
  const from = fill(inputs.path, context)
  if (!existsSync(from)) return false
  if (output) cpSync(from, path.join(output, fill(inputs.name, context)), { recursive: true })
  return true
}

function runStep(
  { run, flags, env: own = {}, 'working-directory': inside = '.' },
  { workspace, env, context },
) {
  const values = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, fill(value, context)]))
  const { status, error } = spawnSync('bash', [...flags, '-c', run], {
    cwd: path.join(workspace, inside),
    env: { ...env, ...values },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (error) throw error
  return status === 0
}

/** Runs all steps and gives whether none failed. */
function runSteps(steps, job, { install, output }) {
  const outcomes = {}
  let failed = false
  for (const step of steps) {
    const due = runs(step.if, failed, outcomes)
    console.log(`\n— ${step.name}${due ? '' : ' (skipped)'}`)
    const installed = /^npm ci\b/.test(step.run ?? '') && !install && linkPackages(job.workspace)
    if (installed) console.log('(the packages that are here)')
    const passed = !due || installed || (step.uses ? act(step, job.context, output) : runStep(step, job))
    if (!passed) console.log(`(failed: ${step.name})`)
    failed ||= !passed
    if (step.id) outcomes[step.id] = due ? (passed ? 'success' : 'failure') : 'skipped'
  }
  return !failed
}

function main({ base: word, output, install }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pull-request-'))
  try {
    const base = baseOf(word)
    const head = git(root, 'rev-parse', 'HEAD')
    if (git(root, 'status', '--porcelain') !== '') console.error('uncommitted work is left out')
    const job = contextOf(folder, base, head)
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
