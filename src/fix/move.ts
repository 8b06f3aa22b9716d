import type { Edit, Span } from '../diagnostic.ts'
import type { Drill, Section } from '../model.ts'

/** A section with everything under it: to the end of the last text before the next heading of its level or above. */
export function wholeSection({ sections, text }: Drill, section: Section): Span {
  const { start, depth } = section.heading
  const next = sections.find(({ heading }) => heading.start > start && heading.depth <= depth)
  const end = next?.heading.start ?? text.length
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

/**
 * Moves a section behind another one, whole. Blank lines stay as they are.
 * Empty where one of the two lies in the other, so that there is no such place.
 */
export function moveFix(drill: Drill, section: Section, behind: Section): Edit[] {
  const { text } = drill
  const moved = wholeSection(drill, section)
  const target = wholeSection(drill, behind)
  if (target.start <= moved.end && moved.start <= target.end) return []
  const before = text.slice(0, moved.start).trimEnd().length
  const gap = text.slice(before, moved.start)
  return [
    { start: before, end: moved.end, text: '' },
    { start: target.end, end: target.end, text: gap + text.slice(moved.start, moved.end) },
  ]
}
