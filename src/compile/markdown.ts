import type { Nodes } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { Edit, Span } from '../diagnostic.ts'
import { spanOf } from '../parse/span.ts'
import { type Fragment, isLink } from './fragment.ts'

const destination = (url: string): string => (/[()\s]/.test(url) ? `<${url}>` : url)

/** Source text of a link's words. */
function words(node: Nodes, source: string): string {
  const children = 'children' in node ? node.children : []
  const [first, last] = [children[0], children.at(-1)]
  return first && last ? source.slice(spanOf(first).start, spanOf(last).end) : ''
}

/** The edits that make a stretch of Markdown stand on its own. */
function linkEdits({ nodes, source, fateOf }: Fragment): Edit[] {
  const edits: Edit[] = []
  for (const block of nodes) {
    visit(block as Nodes, (node) => {
      if (node.type === 'image' || node.type === 'imageReference')
        edits.push({ ...spanOf(node), text: plain(node) })
      if (!isLink(node)) return undefined
      const fate = fateOf(node)
      const text = words(node, source)
      edits.push({
        ...spanOf(node),
        text: fate.kind === 'keep' ? `[${text}](${destination(fate.url)})` : text,
      })
      return SKIP
    })
  }
  return edits
}

/** Takes the indentation of a list item off its further lines. */
const dedent = (text: string, by: number): string =>
  text.replace(new RegExp(`(?<=\\n)[ \\t]{1,${Math.max(1, by)}}`, 'g'), '')

/**
 * The source of a stretch as CommonMark that stands on its own: links into the repository become their words,
 * reference links become inline links, line ends become LF.
 */
export function fragmentMarkdown(fragment: Fragment, { start, end }: Span, indent = 0): string {
  const inside = linkEdits(fragment).filter((edit) => edit.start >= start && edit.end <= end)
  let text = ''
  let at = start
  for (const edit of inside) {
    text += fragment.source.slice(at, edit.start) + edit.text
    at = edit.end
  }
  text += fragment.source.slice(at, end)
  const lines = text.replace(/\r\n?/g, '\n')
  return (indent > 0 ? dedent(lines, indent) : lines).trim()
}
