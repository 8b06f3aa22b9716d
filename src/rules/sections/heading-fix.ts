import type { Edit } from '../../model/diagnostic.ts'
import type { Heading } from '../../model/document.ts'
import { keepsWords } from '../fixes/keeps-words.ts'

/** Writes a heading as it should be: its marks and its text. Empty when it is more than plain text, or says more. */
export function headingFix(heading: Heading, depth: number, name: string): Edit[] {
  if (!heading.plain || !keepsWords(heading.text, name)) return []
  return [{ start: heading.start, end: heading.end, text: `${'#'.repeat(depth)} ${name}` }]
}
