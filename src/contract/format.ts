import { printable } from '../report/printable.ts'
import { count } from '../words.ts'
import { type Bump, bumpOf, bumps, type Change } from './change.ts'

interface Group {
  readonly name: string
  readonly changes: readonly Change[]
}

/** Changes by drill, in their order; those of no drill come last. */
function groups(changes: readonly Change[]): Group[] {
  const names = [...new Set(changes.flatMap(({ drill }) => drill ?? []))]
  const rest = changes.filter(({ drill }) => drill === undefined)
  return [
    ...names.map((name) => ({ name, changes: changes.filter(({ drill }) => drill === name) })),
    ...(rest.length > 0 ? [{ name: 'for all drills', changes: rest }] : []),
  ]
}

function closing(changes: readonly Change[]): string {
  if (changes.length === 0) return 'no change reaches apps: no release needed'
  const counts = [...bumps].reverse().flatMap((bump) => {
    const amount = changes.filter((change) => change.bump === bump).length
    return amount === 0 ? [] : [`${amount} ${bump}`]
  })
  return `${count(changes.length, 'change')} (${counts.join(', ')}): ${bumpOf(changes)}`
}

function text(changes: readonly Change[]): string {
  const lines = groups(changes).flatMap(({ name, changes: own }) => [
    printable(name),
    ...own.map(
      ({ bump, field, kind, reason }) =>
        `  ${bump.padEnd(5)}  ${printable(field)} ${kind}: ${printable(reason)}`,
    ),
    '',
  ])
  return `${[...lines, closing(changes)].join('\n')}\n`
}

/** Author text that Markdown must not read as anything else. */
const escaped = (part: string): string => printable(part).replace(/[\\`*_[\]<>|#!@&]/g, (sign) => `\\${sign}`)

/** Changes as a Markdown list, for summaries and changesets. */
export function markdownList(changes: readonly Change[]): string {
  return groups(changes)
    .map(({ name, changes: own }) => {
      const items = own.map(
        ({ bump, field, kind, reason }) =>
          `- ${bump}: \`${printable(field).replaceAll('`', '')}\` ${kind}, ${escaped(reason)}`,
      )
      return `**${escaped(name)}**\n\n${items.join('\n')}\n`
    })
    .join('\n')
}

const markdown = (changes: readonly Change[]): string =>
  `### What changes for apps: ${bumpOf(changes)}\n\n${changes.length > 0 ? `${markdownList(changes)}\n` : ''}${closing(changes)}\n`

function json(changes: readonly Change[]): string {
  const bump: Bump = bumpOf(changes)
  return `${JSON.stringify({ bump, changes }, null, 2)}\n`
    .replaceAll('::', ':\\u003a')
    .replaceAll('##[', '#\\u0023[')
}

/** Every format of `drills diff`. */
export const formats: { readonly text: Formatter; readonly json: Formatter; readonly markdown: Formatter } = {
  text,
  json,
  markdown,
}

type Formatter = (changes: readonly Change[]) => string
