import { codeSpan, escapeMessage } from '../report/escape-markdown.ts'
import { printable, printableJson } from '../report/printable.ts'
import { count } from '../text/grammar.ts'
import { bumps } from './bump-levels.ts'
import { bumpOf, type PackageChange } from './package-change.ts'

interface Group {
  readonly drill: string | undefined
  readonly changes: readonly PackageChange[]
}

/** Changes by drill, in their order; those of no drill come last. */
function groupByDrill(changes: readonly PackageChange[]): readonly Group[] {
  const groups = new Map<string | undefined, PackageChange[]>()
  for (const change of changes) {
    const group = groups.get(change.drill)
    if (group) group.push(change)
    else groups.set(change.drill, [change])
  }
  const all = Array.from(groups, ([drill, group]) => ({ drill, changes: group }))
  return [
    ...all.filter(({ drill }) => drill !== undefined),
    ...all.filter(({ drill }) => drill === undefined),
  ]
}

const noDrill = 'for all drills'

function summary(changes: readonly PackageChange[]): string {
  if (changes.length === 0) return 'no change reaches apps: no release needed'
  const counts = [...bumps].reverse().flatMap((bump) => {
    const amount = changes.filter((change) => change.bump === bump).length
    return amount === 0 ? [] : [`${amount} ${bump}`]
  })
  return `${count(changes.length, 'change')} (${counts.join(', ')}): ${bumpOf(changes)}`
}

function text(changes: readonly PackageChange[]): string {
  const lines = groupByDrill(changes).flatMap((group) => [
    printable(group.drill ?? noDrill),
    ...group.changes.map(
      ({ bump, field, kind, reason }) => `  ${bump.padEnd(5)}  ${printable(`${field} ${kind}: ${reason}`)}`,
    ),
    '',
  ])
  return `${[...lines, summary(changes)].join('\n')}\n`
}

/** Changes as a Markdown list, for summaries and changesets. */
export function markdownList(changes: readonly PackageChange[]): string {
  return groupByDrill(changes)
    .map((group) => {
      const items = group.changes.map(
        ({ bump, field, kind, reason }) => `- ${bump}: ${codeSpan(field)} ${kind}, ${escapeMessage(reason)}`,
      )
      return `**${group.drill === undefined ? noDrill : codeSpan(group.drill)}**\n\n${items.join('\n')}\n`
    })
    .join('\n')
}

/** What a changeset says of changes. */
export function changesetSummary(changes: readonly PackageChange[]): string {
  const drills = new Set(changes.flatMap(({ drill }) => drill ?? []))
  const where = drills.size > 0 ? ` in ${count(drills.size, 'drill')}` : ''
  return `Content: ${count(changes.length, 'change')}${where}.\n\n${markdownList(changes)}`
}

/** Whether a line of a changeset is one of these. */
export const isSummaryLine = (line: string): boolean =>
  /^Content: \d+ changes?(?: in \d+ drills?)?\.$/.test(line) ||
  line === `**${noDrill}**` ||
  /^\*\*`[^`]+`\*\*$/.test(line) ||
  /^- (?:major|minor|patch): `[^`]+` (?:added|removed|changed|renamed|split|retired|deprecated), /.test(line)

const markdown = (changes: readonly PackageChange[]): string =>
  `### What changes for apps: ${bumpOf(changes)}\n\n${changes.length > 0 ? `${markdownList(changes)}\n` : ''}${summary(changes)}\n`

const json = (changes: readonly PackageChange[]): string =>
  `${printableJson(JSON.stringify({ bump: bumpOf(changes), changes }, null, 2))}\n`

/** Every format of `drills diff`. */
export const changeFormats = { text, json, markdown } as const
