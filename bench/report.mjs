import { median, ratio } from './statistics.mjs'
import { targets, typedLetter } from './targets.mjs'

const digits = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
const grouped = (size) => String(size).replace(/\B(?=(?:\d{3})+$)/g, ',')
const times = (value) =>
  value === undefined ? '' : value >= 0.1 ? `${digits(value)} ×` : `1/${digits(1 / value)}`
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const units = { peak: 'MB', modules: 'modules' }
const figures = { peak: 'peak memory', modules: 'modules loaded' }

/** The measured value of a target; undefined where it was not measured. */
function measured({ job, of, per, figure }, results) {
  const { samples, contenders = [] } = results.find(({ id }) => id === job) ?? {}
  const own = samples?.get(of) ?? []
  if (figure === 'modules') return contenders.find(({ name }) => name === of)?.modules
  if (figure === 'peak') return median(own.map((sample) => sample.peak))
  return ratio(own, samples?.get(per) ?? [])
}

/** A job that was left out. */
function unmeasured(job) {
  const [name, size] = job.split('-')
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  return size ? `${title}, ${grouped(size)} drills` : title
}

function targetRow(target, results) {
  const { job, of, per, figure, limit } = target
  const value = measured(target, results)
  const title = results.find(({ id }) => id === job)?.title ?? unmeasured(job)
  const show = (number) => (figure ? `${Math.round(number)} ${units[figure]}` : times(number))
  const verdict =
    value === undefined
      ? 'not measured'
      : value <= limit
        ? 'met'
        : `missed: ${digits(value / limit)} × the limit`
  const what = figure ? `${of}: ${figures[figure]}` : `${of} : ${per}`
  return [title, what, `≤ ${show(limit)}`, value === undefined ? '–' : show(value), verdict]
}

const milliseconds = (seconds) => `${Math.round(seconds * 1000)} ms`

function typedRow(changes) {
  const value = changes && median(changes)
  const verdict = value === undefined ? 'not measured' : value <= typedLetter ? 'met' : 'missed'
  const shown = value === undefined ? '–' : milliseconds(value)
  return ['A typed letter', 'until its findings are there', `≤ ${milliseconds(typedLetter)}`, shown, verdict]
}

/** All targets, met or missed. */
export const targetTable = (results, changes) =>
  table(
    ['job', 'figure', 'target', 'measured', ''],
    [...targets.map((target) => targetRow(target, results)), typedRow(changes)],
  )

/** The medians of a job, and every contender in proportion to the first. */
export function jobTable({ contenders, samples }) {
  const base = samples.get(contenders[0].name)
  const rows = contenders.map(({ name, checks = '' }) => {
    const own = samples.get(name)
    const middle = (key) => median(own.map((sample) => sample[key]))
    return [
      name,
      checks,
      digits(middle('wall')),
      own === base ? '1' : times(ratio(own, base)),
      digits(middle('cpu')),
      Math.round(middle('peak')),
      own.length,
    ]
  })
  return table(
    ['command', 'checks or loads', 'seconds', '× the first', 'CPU seconds', 'peak MB', 'runs'],
    rows,
  )
}

/** How time and memory grow with the number of drills, where several were measured. */
function growth(results) {
  const rows = ['drills lint, no cache', 'drills build, cold'].flatMap((name) =>
    results
      .filter(({ group, samples }) => (group === 'lint' || group === 'build') && samples.has(name))
      .map(({ size, samples }) => {
        const middle = (key) => median(samples.get(name).map((sample) => sample[key]))
        const each = (middle('wall') / size) * 1e6
        return [name, grouped(size), digits(middle('wall')), Math.round(each), Math.round(middle('peak'))]
      }),
  )
  if (rows.length < 2) return []
  return [`## Growth\n\n${table(['command', 'drills', 'seconds', 'µs a drill', 'peak MB'], rows)}`]
}

/** The whole page. */
export function page({ facts, results, changes, command }) {
  const jobParts = results.map((job) => `## ${job.title}\n\n${jobTable(job)}`)
  const typed = changes
    ? [
        `## A typed letter\n\nIn a drill of 20 KB with the drills of the repository around it, findings arrive after ${milliseconds(median(changes))} (median of ${changes.length} changes; slowest ${milliseconds(Math.max(...changes))}).`,
      ]
    : []
  return [
    '# Results',
    `Written by \`${command}\`; [what is measured and how](README.md). Read the ratios: seconds depend on the machine.`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## Targets\n\n${targetTable(results, changes)}`,
    ...growth(results),
    ...jobParts,
    ...typed,
  ]
    .join('\n\n')
    .concat('\n')
}
