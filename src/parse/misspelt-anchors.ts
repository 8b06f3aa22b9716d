import { rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Edit } from '../model/diagnostic.ts'
import type { Link } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { sameName } from '../text/same-name.ts'

/** With more of them, comparing each with each link would take long. */
const mostCriteria = 64

/** Links whose anchor is the misspelt one of a criterion, of the drill or of the rubric, with the id that is meant. */
export function misspeltAnchors(drill: Drill, definitions: Definitions | undefined): Map<Link, string> {
  const own = new Set(drill.headings.map(({ anchor }) => anchor))
  const meant = new Map<Link, string>()
  for (const link of drill.links) {
    const { path, fragment } = link.target ?? {}
    if (fragment === undefined || fragment === '' || link.form === 'image') continue
    const isOwn = path === drill.file
    if (!isOwn && path !== rubricFile) continue
    const anchors = isOwn ? own : definitions?.anchors.get(rubricFile)
    if (anchors === undefined || anchors.has(fragment)) continue
    const criteria = (isOwn ? drill.criteria : definitions?.rubric.criteria) ?? []
    if (criteria.length > mostCriteria) continue
    const [one, ...more] = new Set(criteria.flatMap(({ id }) => (sameName(fragment, id) ? [id] : [])))
    // A link may hold the id of a heading whose anchor on a forge is another one.
    if (one !== undefined && one !== fragment && more.length === 0) meant.set(link, one)
  }
  return meant
}

/** Writes the anchor of a link, or that of the definition which it refers to; empty where it is written in escapes. */
export function anchorFix({ text, links }: Drill, link: Link, anchor: string): Edit[] {
  const holder =
    link.form === 'reference'
      ? links.find(({ form, url }) => form === 'definition' && url === link.url)
      : link
  if (!holder || !link.url.includes('#')) return []
  const source = text.slice(holder.start, holder.end)
  const at = source.indexOf(link.url, source.lastIndexOf(holder.form === 'definition' ? ']:' : ']('))
  if (at === -1) return []
  const start = holder.start + at + link.url.indexOf('#') + 1
  return [{ start, end: holder.start + at + link.url.length, text: anchor }]
}
