import { count } from '../../text/grammar.ts'
import { itemAt } from '../../text/item-at.ts'
import type { Stats } from './stats.ts'

/** Rows as columns of equal width; the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(itemAt(widths, 0)) : cell.padStart(itemAt(widths, column)),
      )
      .join('  ')
      .trimEnd()
  return `${rows.map(line).join('\n')}\n`
}

const markdownTable = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`)
  return `${[head, `|${(rows[0] ?? []).map(() => ' --- |').join('')}`, ...body].join('\n')}\n`
}

/** Names of components in a head row: the matrix must fit 80 columns. */
const shortened = (id: string): string => (id === 'direct-speech-model' ? 'direct' : id)

function matrixRows({ matrix }: Stats): string[][] {
  const components = [...new Set(matrix.map(({ component }) => component))]
  const categories = [...new Set(matrix.map(({ category }) => category))]
  const cell = (category: string, component: string): string => {
    const amount =
      matrix.find((each) => each.category === category && each.component === component)?.drills.length ?? 0
    return amount === 0 ? '·' : String(amount)
  }
  return [
    ['category', ...components.map(shortened)],
    ...categories.map((category) => [category, ...components.map((component) => cell(category, component))]),
  ]
}

const criteriaRows = ({ criteria }: Stats): string[][] => [
  ['criterion', 'drills', 'phrases', 'by one phrase'],
  ...criteria.map(({ id, drills, evidence, sole }) => [id, String(drills), String(evidence), String(sole)]),
]

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, amount]) => `${name} ${amount}`)
    .join(', ')

/** Most names in a list. */
const mostShown = 8

/** The first of some names, and how many more there are. */
const few = (names: readonly string[]): string =>
  names.length > mostShown
    ? `${names.slice(0, mostShown).join(', ')} and ${names.length - mostShown} more`
    : names.join(', ')

const holeLines = ({ holes }: Stats): string[] => [
  ...holes.slice(0, mostShown).map(({ category, component }) => `${category} × ${component}`),
  ...(holes.length > mostShown ? [`and ${holes.length - mostShown} more`] : []),
]

/** What there is of the drills' own criteria and of samples, and which drills have none. */
function ownLines({ ownCriteria, samples }: Stats): string[] {
  const without = (ids: readonly string[]): string => (ids.length > 0 ? `; without: ${few(ids)}` : '')
  return [
    `Criteria of the drills: ${ownCriteria.total}, shown met by ${count(ownCriteria.evidence, 'phrase')}${without(ownCriteria.lacking)}`,
    `Samples: ${samples.total} (${[samples.levels, samples.forms, samples.splits].map(listed).join('; ')})${without(samples.lacking)}`,
  ]
}

const noHoles = 'No holes: every category has a drill for every component'

function text(stats: Stats): string {
  const holes = holeLines(stats).map((line) => `\n  ${line}`)
  const found = `Holes, those with the fewest drills around them first (${count(stats.holes.length, 'combination')} without a drill)${holes.join('')}`
  return `${holes.length === 0 ? noHoles : found}

Drills by category and component of the model path
${table(matrixRows(stats))}
Evidence
${table(criteriaRows(stats))}
Kinds: ${listed(stats.kinds)}
Difficulties: ${listed(stats.difficulties)}
${ownLines(stats).join('\n')}
`
}

function markdown(stats: Stats): string {
  return `### What the drills cover

${stats.holes.length === 0 ? `${noHoles}.` : `**Holes, biggest first:** ${holeLines(stats).join(', ')}`}

${markdownTable(matrixRows(stats))}
${markdownTable(criteriaRows(stats))}
Kinds: ${listed(stats.kinds)}. Difficulties: ${listed(stats.difficulties)}.

${ownLines(stats)
  .map((line) => `${line}.`)
  .join('\n\n')}
`
}

const json = (stats: Stats): string => `${JSON.stringify(stats, null, 2)}\n`

type Formatter = (stats: Stats) => string

/** Every format of `drills stats`. */
export const formats: { readonly text: Formatter; readonly json: Formatter; readonly markdown: Formatter } = {
  text,
  json,
  markdown,
}
