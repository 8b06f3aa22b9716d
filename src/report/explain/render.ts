import stringWidth from 'fast-string-width'
import type { Heading, List, Root, RootContent } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import { wrap } from '../text.ts'
import { caption } from './caption.ts'
import { codeLines } from './code.ts'
import { type Inline, inlineText } from './inline.ts'
import { painter } from './paint.ts'

/** How a page is shown. */
export interface Display {
  readonly color: boolean
  readonly columns: number
  /** The address of the page, for its relative links. */
  readonly url: string
}

function heading({ depth, children }: Heading, inline: Inline, width: number): string[] {
  const text = inlineText(children, inline)
  if (inline.paint('bold', 'x') !== 'x') {
    const style = depth === 1 ? (['bold', 'underline'] as const) : 'bold'
    return wrap(text, width).map((line) => inline.paint(typeof style === 'string' ? style : [...style], line))
  }
  const lines = wrap(text, width)
  const longest = Math.max(...lines.map((line) => stringWidth(line)))
  return depth > 2 ? lines : [...lines, (depth === 1 ? '=' : '-').repeat(longest)]
}

function list({ children, ordered, start }: List, inline: Inline, width: number): string[] {
  return children.flatMap((item, at) => {
    const mark = ordered ? `${(start ?? 1) + at}. ` : '- '
    const lines = blocks(item.children, inline, width - mark.length, item.spread ?? false)
    return lines.map(
      (line, index) => (index === 0 ? mark : line === '' ? '' : ' '.repeat(mark.length)) + line,
    )
  })
}

function block(node: RootContent, inline: Inline, width: number): string[] {
  switch (node.type) {
    case 'heading':
      return heading(node, inline, width)
    case 'paragraph':
      return wrap(inlineText(node.children, inline), width)
    case 'list':
      return list(node, inline, width)
    case 'code': {
      const where = caption(node.meta ?? '')
      const lines = codeLines(node.value, node.lang, width, inline.paint)
      return where === undefined
        ? lines
        : [...wrap(`${where}:`, width).map((line) => inline.paint('dim', line)), ...lines]
    }
    case 'blockquote':
      return blocks(node.children, inline, width - 2, true).map((line) => `│ ${line}`.trimEnd())
    case 'thematicBreak':
      return ['─'.repeat(width)]
    case 'yaml':
    case 'definition':
      return []
    default:
      return wrap(plain(node), width)
  }
}

/** Blocks below each other, with an empty line between them where they are apart. */
function blocks(nodes: readonly RootContent[], inline: Inline, width: number, apart: boolean): string[] {
  const shown = nodes.map((node) => block(node, inline, width)).filter((lines) => lines.length > 0)
  return shown.flatMap((lines, at) => (apart && at > 0 ? ['', ...lines] : lines))
}

/** A Markdown page for a terminal. */
export function render(tree: Root, { color, columns, url }: Display): string {
  const definitions = new Map(
    tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
  )
  const resolve = (target: string): string => (URL.canParse(target, url) ? new URL(target, url).href : target)
  const inline: Inline = { paint: painter(color), resolve, definitions }
  return `${blocks(tree.children, inline, Math.max(40, columns), true).join('\n')}\n`
}
