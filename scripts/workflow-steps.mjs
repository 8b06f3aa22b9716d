// What a workflow's job runs, with the few expressions that its steps may hold. Whatever it does not know it refuses, so
// that nothing is simulated otherwise than it runs.
import { parse } from 'yaml'

/** How the runner starts the shells. */
const shells = { undefined: ['-e'], bash: ['--noprofile', '--norc', '-eo', 'pipefail'] }

const expression = /\$\{\{\s*(.*?)\s*\}\}/g

const valueAt = (context, name) => name.split('.').reduce((value, key) => value?.[key], context)

/**
 * Text with its expressions replaced.
 * @throws Error for one that is more than a name in the context
 */
export function fill(text, context) {
  return String(text).replace(expression, (_, name) => {
    const value = /^[\w.-]+$/.test(name) ? valueAt(context, name) : undefined
    if (value === undefined) throw new Error(`can’t evaluate the expression “${name}”`)
    return String(value)
  })
}

/**
 * Whether a step runs after others.
 * @param failed whether one of them failed
 * @param outcomes those that have an id, with success, failure or skipped
 * @throws Error for a condition of another shape
 */
export function runs(condition, failed, outcomes) {
  if (condition === undefined) return !failed
  const parts = String(condition)
    .replace(/^\$\{\{\s*(.*?)\s*\}\}$/, '$1')
    .split(/\s*&&\s*/)
  const values = parts.map((part) => {
    if (part === 'always()' || part === '!cancelled()') return true
    const outcome = /^steps\.([\w-]+)\.outcome == '(\w+)'$/.exec(part)
    if (!outcome) throw new Error(`can’t evaluate the condition “${part}”`)
    return outcomes[outcome[1]] === outcome[2]
  })
  // Without a function of state, a condition means success as well.
  return values.every(Boolean) && (!failed || parts.some((part) => part.endsWith('()')))
}

/** The steps of a workflow's only job, each with its name and how its shell is started. */
export function stepsOf(source) {
  const { defaults, jobs } = parse(source)
  const [job, ...others] = Object.values(jobs)
  if (!job || others.length > 0) throw new Error('expected a workflow with one job')
  return job.steps.map((step) => {
    const shell = step.shell ?? job.defaults?.run?.shell ?? defaults?.run?.shell
    if (!Object.hasOwn(shells, String(shell))) throw new Error(`can’t run the shell “${shell}”`)
    const name = step.name ?? step.uses?.replace(/@.*/, '') ?? step.run.split('\n')[0]
    return { ...step, name, flags: shells[String(shell)] }
  })
}
