import type { Edit } from '../../model/diagnostic.ts'
import type { Drill } from '../../model/drill.ts'
import { spanOf } from '../../parse/span.ts'

/** Blocks that read a line right below them as their own. */
const open: ReadonlySet<string> = new Set(['paragraph', 'list', 'blockquote'])

/** Whether the definitions at the end follow a text without an empty line, and so are none for Markdown. */
function followText({ text, tree: { children } }: Drill): boolean {
  const at = children.findLastIndex(({ type }) => type !== 'definition')
  const [before, first] = [children[at], children[at + 1]]
  if (!before || !first || !open.has(before.type)) return false
  return !/\n[ \t]*\r?\n/.test(text.slice(spanOf(before).end, spanOf(first).start))
}

/**
 * Adds definitions of reference links at the end of a file, in its own line ends.
 * Empty behind code or HTML, which may not have ended there, and behind definitions that have to be parted from a text
 * first.
 */
export function definitionFix(drill: Drill, definitions: readonly string[]): Edit[] {
  const { text, tree } = drill
  const line = text.includes('\r\n') ? '\r\n' : '\n'
  const end = text.trimEnd().length
  const last = tree.children.at(-1)
  if (last?.type === 'code' || last?.type === 'html' || followText(drill)) return []
  const gap = last?.type === 'definition' && spanOf(last).end === end ? line : line + line
  return [{ start: end, end, text: `${gap}${definitions.join(line)}${end === text.length ? line : ''}` }]
}
