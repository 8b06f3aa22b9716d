import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { expectedHeadings } from '../parse/expected-headings.ts'
import { headingHelp } from './help.ts'
import { items, type Line } from './offer.ts'
import type { View } from './view.ts'

/** Headings that are still missing, in their order; the one that comes next here is the first choice. */
export function completeSections(view: View, line: Line): CompletionItem[] {
  const { drill, project } = view
  const definitions = project.definitions()
  if (!drill || !definitions) return []
  const wanted = expectedHeadings(drill, definitions)
  const others = drill.claims.filter(
    ({ section: { heading }, role }) =>
      (role === 'part' || role === 'section') && (heading.start < line.start || heading.start > line.end),
  )
  // The names of criteria are free.
  const part = others.findLast(({ section, role }) => role === 'part' && section.heading.start < line.start)
  const isInCriteria = wanted.find(({ id }) => id === part?.id)?.holds === 'criteria'
  if (isInCriteria && line.before.startsWith('###')) return []
  const present = new Set(others.map(({ id }) => id))
  const above = others.filter(({ section }) => section.heading.start < line.start).map(({ id }) => id)
  const reached = Math.max(-1, ...above.map((id) => wanted.findIndex((each) => each.id === id)))
  const missing = wanted.filter(({ id }) => !present.has(id))
  const next = missing.find((each) => wanted.indexOf(each) > reached)
  return items(
    view,
    CompletionItemKind.Class,
    line,
    missing.map((each) => ({
      label: `${'#'.repeat(each.depth)} ${each.text}`,
      text: `${'#'.repeat(each.depth)} ${each.text}`,
      detail: each.optional ? 'optional' : 'required',
      help: headingHelp(project, drill, each),
      best: each === next,
    })),
  )
}
