import type { Edit } from '../diagnostic.ts'
import type { Heading } from '../model.ts'

/** Writes a heading as it should be: its marks and its text. Empty when the heading is more than plain text. */
export function headingFix(heading: Heading, depth: number, name: string): Edit[] {
  if (!heading.plain) return []
  return [{ start: heading.start, end: heading.end, text: `${'#'.repeat(depth)} ${name}` }]
}
