import type { Edit } from '../../model/diagnostic.ts'
import type { Drill } from '../../model/drill.ts'
import { spanOf } from '../../parse/span.ts'

/**
 * Adds definitions of reference links at the end of a file, in its own line ends.
 * Empty behind code or HTML, which may not have ended there.
 */
export function definitionFix({ text, tree }: Drill, definitions: readonly string[]): Edit[] {
  const line = text.includes('\r\n') ? '\r\n' : '\n'
  const end = text.trimEnd().length
  const last = tree.children.at(-1)
  if (last?.type === 'code' || last?.type === 'html') return []
  const gap = last?.type === 'definition' && spanOf(last).end === end ? line : line + line
  return [{ start: end, end, text: `${gap}${definitions.join(line)}${end === text.length ? line : ''}` }]
}
