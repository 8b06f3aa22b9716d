import { printable, printableJson } from '../report/printable.ts'
import { count } from '../text/grammar.ts'
import { code, told } from './markdown.ts'
import { bumpOf, bumps, type Change } from './package-change.ts'

/** Changes by drill, in their order; those of no drill come last. */
function groups(
  changes: readonly Change[],
): { readonly drill: string | undefined; readonly changes: readonly Change[] }[] {
  const byDrill = new Map<string, Change[]>()
  for (const change of changes) {
    if (change.drill !== undefined) byDrill.set(change.drill, [...(byDrill.get(change.drill) ?? []), change])
  }
  const rest = changes.filter(({ drill }) => drill === undefined)
  return [
    ...Array.from(byDrill, ([drill, own]) => ({ drill, changes: own })),
    ...(rest.length > 0 ? [{ drill: undefined, changes: rest }] : []),
  ]
}

const all = 'for all drills'

function closing(changes: readonly Change[]): string {
  if (changes.length === 0) return 'no change reaches apps: no release needed'
  const counts = [...bumps].reverse().flatMap((bump) => {
    const amount = changes.filter((change) => change.bump === bump).length
    return amount === 0 ? [] : [`${amount} ${bump}`]
  })
  return `${count(changes.length, 'change')} (${counts.join(', ')}): ${bumpOf(changes)}`
}

function text(changes: readonly Change[]): string {
  const lines = groups(changes).flatMap(({ drill = all, changes: own }) => [
    printable(drill),
    ...own.map(
      ({ bump, field, kind, reason }) => `  ${bump.padEnd(5)}  ${printable(`${field} ${kind}: ${reason}`)}`,
    ),
    '',
  ])
  return `${[...lines, closing(changes)].join('\n')}\n`
}

/** Changes as a Markdown list, for summaries and changesets. */
export function markdownList(changes: readonly Change[]): string {
  return groups(changes)
    .map(({ drill, changes: own }) => {
      const items = own.map(
        ({ bump, field, kind, reason }) => `- ${bump}: ${code(field)} ${kind}, ${told(reason)}`,
      )
      return `**${drill === undefined ? all : code(drill)}**\n\n${items.join('\n')}\n`
    })
    .join('\n')
}

const markdown = (changes: readonly Change[]): string =>
  `### What changes for apps: ${bumpOf(changes)}\n\n${changes.length > 0 ? `${markdownList(changes)}\n` : ''}${closing(changes)}\n`

const json = (changes: readonly Change[]): string =>
  `${printableJson(JSON.stringify({ bump: bumpOf(changes), changes }, null, 2))}\n`

type Formatter = (changes: readonly Change[]) => string

/** Every format of `drills diff`. */
export const formats: { readonly text: Formatter; readonly json: Formatter; readonly markdown: Formatter } = {
  text,
  json,
  markdown,
}
