import type { ListItem, Nodes } from 'mdast'
import type { Item, Label } from '../model/document.ts'
import { colons, signBeside, signInPlace, stops } from '../text/label-signs.ts'
import { slug } from '../text/slug.ts'
import { countWords } from '../text/words.ts'
import { plain } from './nodes.ts'
import { spanOf } from './span.ts'

/** A colon at the end of a label, or signs that are written in its place. */
const marks = new RegExp(`(?:\\s*(?:${colons}|[–—―])|\\s+[-‐‒−]{1,3})+$|[${stops}]$|-$`)
/** Far enough for them; in a long label the rest is nothing to search. */
const mostMarks = 40

/** The bold label at the beginning of a list item, or what looks like one. */
function labelOf(item: ListItem, source: string): Label | undefined {
  const [paragraph] = item.children
  if (paragraph?.type !== 'paragraph') return undefined
  const [first, second] = paragraph.children
  if (first?.type !== 'strong') return undefined
  const text = plain(first).trim()
  const mark = marks.exec(text.slice(-mostMarks))?.[0]
  const isOutside = (): boolean =>
    second?.type === 'text' && /^[ \t]*:/.test(source.slice(spanOf(second).start))
  const inside = mark?.trimStart() === ':' ? 'inside' : 'other'
  const colon = mark !== undefined ? inside : isOutside() ? 'outside' : 'missing'
  const name = text.slice(0, text.length - (mark?.length ?? 0))
  const { start, end } = spanOf(first)
  return { start, end, text: name, id: slug(name), colon }
}

/** Plain text of a block, with a space between blocks that stand below each other. */
export function textOf(node: Nodes): string {
  if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote')
    return node.children.map(textOf).join(' ')
  return plain(node)
}

/** Text without the colon before it, and with a single space wherever there is a blank. */
function inOneLine(text: string): string {
  const trimmed = text.replace(/^\s*:?\s*/, '').trimEnd()
  return /[^\S ]| {2}/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
}

/** A list item with its label. */
export function readItem(item: ListItem, source: string): Item {
  const label = labelOf(item, source)
  const [paragraph, ...rest] = item.children
  const inline =
    label && paragraph?.type === 'paragraph' ? paragraph.children.slice(1).map(plain).join('') : ''
  const said = inline.slice((label?.colon === 'inside' ? signBeside(inline) : signInPlace(inline)).length)
  const text = inOneLine([said, ...(label ? rest : item.children).map(textOf)].join(' '))
  const { start, end } = spanOf(item)
  const words = countWords(text)
  const blocks = item.children.length
  return label ? { start, end, label, text, words, blocks } : { start, end, text, words, blocks }
}
