import type { Edit } from '../../model/diagnostic.ts'
import type { Document, Section } from '../../model/document.ts'
import type { Claim, Drill } from '../../model/drill.ts'
import { readDocument } from '../../parse/document.ts'
import { parseMarkdown } from '../../parse/markdown.ts'
import { spanOf } from '../../parse/span.ts'
import type { Span } from '../../text/place.ts'
import { applyEdits } from '../fixes/apply.ts'

const endBefore = (text: string, at: number): number => text.slice(0, at).trimEnd().length

/** Whether a heading is a declared one, wherever it stands. */
const hasOwnPlace = (role: Claim['role']): boolean => role === 'part' || role === 'section'

/**
 * A section as it is moved: with the unknown headings below it, up to the next heading that has a place of its own.
 * Definitions at the end of the file stay there.
 */
function whole({ claims, headings, text, tree }: Drill, { heading }: Section): Span {
  const placed = new Set(claims.flatMap(({ role, section }) => (hasOwnPlace(role) ? section.heading : [])))
  const next = headings.find(
    (each) => each.start > heading.start && (each.depth <= heading.depth || placed.has(each)),
  )
  const last = tree.children.filter(({ type }) => type !== 'definition').at(-1)
  const end = next ? endBefore(text, next.start) : last ? spanOf(last).end : text.length
  return { start: heading.start, end }
}

/**
 * What a document holds, whatever the order of its sections.
 * @param placed ids of headings that have a place of their own; any other heading belongs to the part it stands under
 */
function holdings(
  { sections, links }: Pick<Document, 'sections' | 'links'>,
  placed: ReadonlySet<string>,
): string {
  let part = ''
  const texts = sections.map(({ heading, text }) => {
    if (heading.depth <= 2) part = heading.text
    return [heading.depth, heading.text, text, placed.has(heading.id) ? '' : part]
  })
  const targets = links.map(({ form, url, text }) => [form, url, text])
  return [...texts, ...targets]
    .map((each) => JSON.stringify(each))
    .sort()
    .join('\n')
}

/**
 * Moves a whole section behind another one, or before it, with blank lines as they are. Empty where anything would be
 * read differently at its new place, such as text below code that never ends.
 */
export function moveFix(drill: Drill, section: Section, place: 'behind' | 'before', other: Section): Edit[] {
  const { text, file, base } = drill
  const moved = whole(drill, section)
  const target = whole(drill, other)
  const at = place === 'behind' ? target.end : endBefore(text, target.start)
  const from = endBefore(text, moved.start)
  if (from <= at && at <= moved.end) return []
  const edits = [
    { start: from, end: moved.end, text: '' },
    { start: at, end: at, text: text.slice(from, moved.end) },
  ]
  const after = applyEdits(text, edits)
  const read = readDocument({ file, text: after, base }, parseMarkdown(after))
  const placed = new Set(
    drill.claims.flatMap(({ role, section: { heading } }) => (hasOwnPlace(role) ? heading.id : [])),
  )
  return holdings(read, placed) === holdings(drill, placed) ? edits : []
}
