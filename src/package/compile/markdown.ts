import type { Nodes } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import { spanOf } from '../../parse/span.ts'
import type { Span } from '../../text/place.ts'
import { type Fragment, isLink, type Mark } from './fragment.ts'

/** An address that ends where it should: angle brackets and line ends, which entities and escapes may bring in, would end it. */
function destination(url: string): string {
  const safe = url.replace(/[<>\s]/g, encodeURIComponent)
  return /[()]/.test(safe) ? `<${safe}>` : safe
}

/** Source text of a link's words. */
function words(node: Nodes, source: string): string {
  const children = 'children' in node ? node.children : []
  const [first, last] = [children[0], children.at(-1)]
  return first && last ? source.slice(spanOf(first).start, spanOf(last).end) : ''
}

/** What replaces a link or an image in Markdown outside the repository. */
function replacement(mark: Mark, { source, fateOf }: Fragment): string {
  if (!isLink(mark)) return plain(mark)
  const fate = fateOf(mark)
  const text = words(mark, source)
  return fate.kind === 'keep' ? `[${text}](${destination(fate.url)})` : text
}

/** Takes the indentation of a list item off its further lines. */
const dedent = (text: string, by: number): string =>
  text.replace(new RegExp(`(?<=\\n)[ \\t]{1,${Math.max(1, by)}}`, 'g'), '')

/**
 * The source of a span as self-contained CommonMark: links into the repository become their words,
 * reference links become inline links, line ends become LF.
 */
export function fragmentMarkdown(fragment: Fragment, { start, end }: Span, indent = 0): string {
  let text = ''
  let at = start
  for (const mark of fragment.marks) {
    const place = spanOf(mark)
    if (place.start < start || place.end > end) continue
    text += fragment.source.slice(at, place.start) + replacement(mark, fragment)
    at = place.end
  }
  text += fragment.source.slice(at, end)
  const lines = text.replace(/\r\n?/g, '\n')
  return (indent > 0 ? dedent(lines, indent) : lines).trim()
}
