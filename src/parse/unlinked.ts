import type { Definition, Html, Image, Link, Nodes, Root } from 'mdast'
import type { StageFinding } from '../model/diagnostic.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import type { ParseMarkdown } from './markdown.ts'
import { nestingBefore } from './nesting.ts'
import { nodesOf, plain } from './nodes.ts'
import { spanOf } from './span.ts'

/** What is left of a link that is not published: its words as they are written, or as they are read. */
export type Words = 'written' | 'read'

/** Signs that mean something in Markdown or to a template engine when they come to stand beside others. */
const signs = /[`*_~\\<>{}[\]!&#|]/
/** Signs in running text that may be half of a tag, a link or a template. */
const halves = /[<{[\]]/

const isPublished = (url: string): boolean => /^https:\/\//i.test(url)

/** A link that the package does not carry, and what is left of it. */
interface Left extends Span {
  readonly words: string
}

/** Source text of what a link encloses. */
function written(node: Nodes, source: string): string {
  const children = 'children' in node ? node.children : []
  const [first, last] = [children[0], children.at(-1)]
  return first && last ? source.slice(spanOf(first).start, spanOf(last).end) : ''
}

/** The links and images that leave only words. */
function leftIn(nodes: readonly Nodes[], text: string, words: Words): Left[] {
  const definitions = new Map<string, Definition>()
  for (const node of nodes)
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  const found: Left[] = []
  for (const node of nodes) {
    const isImage = node.type === 'image' || node.type === 'imageReference'
    if (!isImage && node.type !== 'link' && node.type !== 'linkReference') continue
    const url = 'url' in node ? node.url : (definitions.get(node.identifier)?.url ?? '')
    const { start, end } = spanOf(node)
    if ((!isImage && isPublished(url)) || start < (found.at(-1)?.end ?? 0)) continue
    found.push({ start, end, words: isImage || words === 'read' ? plain(node) : written(node, text) })
  }
  return found
}

/** What a text must not hold, and where. */
const unsafeIn = (tree: Root, text: string): (Span & { readonly what: string })[] => [
  ...nodesOf(tree)
    .filter(
      (node): node is Html | Link | Image =>
        node.type === 'html' || ((node.type === 'link' || node.type === 'image') && !isPublished(node.url)),
    )
    .map((node) => ({
      ...spanOf(node),
      what: `${node.type === 'html' ? 'HTML' : 'link'} ${quote(text.slice(spanOf(node).start, spanOf(node).end))}`,
    })),
  ...Array.from(text.matchAll(/\{[{%#]/g), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    what: `template syntax ${quote(found)}`,
  })),
]

/**
 * Findings of rule `plain-markdown` on links that keep apart what would be HTML, a link or template syntax: the package
 * carries their words only, as in `<scr[ipt](../rubric.md)>`.
 */
export function unlinkedMarkdown(
  tree: Root,
  text: string,
  parse: ParseMarkdown,
  words: Words,
): StageFinding[] {
  const nodes = nodesOf(tree)
  const left = leftIn(nodes, text, words)
  // Words between words make nothing new, and nearly all links are that.
  const isPlain =
    left.every((each) => each.words.trim() !== '' && !signs.test(each.words)) &&
    !nodes.some((node) => node.type === 'text' && halves.test(node.value))
  if (isPlain || left.length === 0) return []
  let joined = ''
  let at = 0
  const places: number[] = []
  for (const { start, end, words: kept } of left) {
    joined += text.slice(at, start)
    places.push(joined.length)
    joined += kept
    at = end
  }
  joined += text.slice(at)
  const known = new Set(unsafeIn(tree, text).map(({ what }) => what))
  const deep = nestingBefore(joined)
  const unsafe = deep ? [{ ...deep.at, what: 'deep nesting' }] : unsafeIn(parse(joined), joined)
  const found = new Map<number, StageFinding>()
  for (const { start, end, what } of unsafe) {
    // What stands there anyway is found as it is.
    if (known.has(what)) continue
    const inside = places.findIndex((place) => start <= place && place <= end)
    const before = places.findLastIndex((place) => place < start)
    const index = inside === -1 ? Math.max(0, before) : inside
    const link = left[index]
    if (!link || found.has(index)) continue
    const shown = quote(text.slice(link.start, link.end))
    const message = `Unexpected link ${shown} in the midst of ${what}: only its words are published, expected plain text around them`
    found.set(index, { rule: 'plain-markdown', at: { start: link.start, end: link.end }, message })
  }
  return [...found.values()]
}
