// One job of GitHub's runner, as far as this machine can be it.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fill, runs } from './workflow-steps.mjs'

const same = (a, b) => existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b))

/** Packages that are installed already, when they are those of the clone's lock file. */
function linkPackages(root, workspace) {
  const lock = 'package-lock.json'
  const there = path.join(root, 'node_modules')
  if (!existsSync(there) || !same(path.join(root, lock), path.join(workspace, lock))) return false
  symlinkSync(there, path.join(workspace, 'node_modules'), 'junction')
  return true
}

/** What the steps of a pull request's job find in their environment, and what their expressions name. */
export function jobIn(folder, root, base, head) {
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
  return { root, workspace, temp, env, context: { github: { event, ref: env.GITHUB_REF }, runner: { temp } } }
}

/** Actions can't run here: checkout and Node.js are there already, nothing is cached, and what would be uploaded is copied. */
function act({ uses, with: inputs }, context, output) {
  const action = uses.replace(/@.*/, '')
  if (['actions/checkout', 'actions/setup-node', 'actions/cache'].includes(action)) return true
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
    // A log has both in one.
    stdio: ['ignore', 1, 1],
  })
  if (error) throw error
  return status === 0
}

/** Runs all steps and gives whether none failed. */
export function runSteps(steps, job, { install, output }) {
  const outcomes = {}
  let failed = false
  for (const step of steps) {
    const due = runs(step.if, failed, outcomes)
    console.log(`\n— ${step.name}${due ? '' : ' (skipped)'}`)
    const installed = /^npm ci\b/.test(step.run ?? '') && !install && linkPackages(job.root, job.workspace)
    if (installed) console.log('(the packages that are here)')
    const passed = !due || installed || (step.uses ? act(step, job.context, output) : runStep(step, job))
    if (!passed) console.log(`(failed: ${step.name})`)
    failed ||= !passed
    if (step.id) outcomes[step.id] = due ? (passed ? 'success' : 'failure') : 'skipped'
  }
  return !failed
}
