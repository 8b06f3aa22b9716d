import type { Edit } from '../../model/diagnostic.ts'
import type { Drill } from '../../model/drill.ts'
import { spanOf } from '../../parse/span.ts'

/** Whether the definitions at the end stand below an empty line; others are read as the text that they follow. */
function standAlone({ text, tree }: Drill): boolean {
  const { children } = tree
  const before = children.findLast(({ type }) => type !== 'definition')
  const first = children[before ? children.indexOf(before) + 1 : 0]
  return before === undefined || first === undefined
    ? first !== undefined
    : /\n[ \t]*\r?\n/.test(text.slice(spanOf(before).end, spanOf(first).start))
}

/**
 * Adds definitions of reference links at the end of a file, in its own line ends.
 * Empty behind code or HTML, which may not have ended there.
 */
export function definitionFix(drill: Drill, definitions: readonly string[]): Edit[] {
  const { text, tree } = drill
  const line = text.includes('\r\n') ? '\r\n' : '\n'
  const end = text.trimEnd().length
  const last = tree.children.at(-1)
  if (last?.type === 'code' || last?.type === 'html') return []
  const follows = last?.type === 'definition' && spanOf(last).end === end && standAlone(drill)
  const gap = follows ? line : line + line
  return [{ start: end, end, text: `${gap}${definitions.join(line)}${end === text.length ? line : ''}` }]
}
