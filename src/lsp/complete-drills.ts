import path from 'node:path'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { items, type Line, labelPlace, type Offer } from './offer.ts'
import type { View } from './view.ts'

/** Other drills where a part links to them, as targets or as whole items; undefined anywhere else. */
export function completeDrills(view: View, offset: number, line: Line): CompletionItem[] | undefined {
  const { drill, project, file } = view
  const parts = drill && project.definitions()?.loop.kinds[drill.kind].parts
  const id = parts?.find(({ holds }) => holds === 'drills')?.id
  const section = drill?.sections.findLast(({ heading }) => heading.start < line.start)
  if (!drill || id === undefined || section !== drill.parts.get(id)) return undefined
  const target = /\]\(([^()\s<>]*)$/.exec(line.before)
  const place = labelPlace(offset, line)
  if (!target && !place) return []
  const rest = /^[^()\s<>]*/.exec(line.after)?.[0].length ?? 0
  const close = line.after.startsWith(')', rest) ? '' : ')'
  const linked = new Set(
    drill.links.flatMap((link) => (link.section === section ? (link.target?.path ?? []) : [])),
  )
  const others = project
    .drills()
    .filter((other) => other.file !== file && (target || !linked.has(other.file)))
  const offers = others.map((other): Offer => {
    const url = path.posix.relative(path.posix.dirname(file), other.file)
    const name = other.title.replace(/[\\[\]]/g, '\\$&')
    return {
      label: other.id,
      text: target ? `${url}${close}` : `${place?.bullet ?? ''}[${name}](${url}): `,
      detail: other.title,
    }
  })
  const typed = target?.[1]?.length ?? 0
  const at = target ? { start: offset - typed, end: offset + rest } : (place?.at ?? line)
  return items(view, CompletionItemKind.File, at, offers)
}
