import type { Definition, List, ListItem, Nodes, Root, RootContent } from 'mdast'
import type { Document, Heading, Item, Label, Link, Section, SourceText } from '../model/document.ts'
import { relativeTarget } from '../model/target.ts'
import { locator } from '../text/locator.ts'
import type { Span } from '../text/place.ts'
import { slug } from '../text/slug.ts'
import { countWords } from '../text/words.ts'
import { anchors } from './anchors.ts'
import { nodesOf, plain } from './nodes.ts'
import { spanOf } from './span.ts'

/** The bold label at the beginning of a list item, or what looks like one. */
function labelOf(item: ListItem, source: string): Label | undefined {
  const [paragraph] = item.children
  if (paragraph?.type !== 'paragraph') return undefined
  const [first, second] = paragraph.children
  if (first?.type !== 'strong') return undefined
  const text = plain(first).trim()
  const inside = text.endsWith(':')
  const isOutside = (): boolean =>
    second?.type === 'text' && /^[ \t]*:/.test(source.slice(spanOf(second).start))
  const colon = inside ? 'inside' : isOutside() ? 'outside' : 'missing'
  const name = inside ? text.slice(0, -1).trimEnd() : text
  const { start, end } = spanOf(first)
  return { start, end, text: name, id: slug(name), colon }
}

/** Plain text of a block, with a space between blocks that stand below each other. */
function textOf(node: Nodes): string {
  if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote')
    return node.children.map(textOf).join(' ')
  return plain(node)
}

/** Text without the colon before it, and with a single space wherever there is a blank. */
function inOneLine(text: string): string {
  const trimmed = text.replace(/^\s*:?\s*/, '').trimEnd()
  return /[^\S ]| {2}/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
}

function readItem(item: ListItem, source: string): Item {
  const label = labelOf(item, source)
  const [paragraph, ...rest] = item.children
  const inline =
    label && paragraph?.type === 'paragraph' ? paragraph.children.slice(1).map(plain).join('') : ''
  const text = inOneLine([inline, ...(label ? rest : item.children).map(textOf)].join(' '))
  const { start, end } = spanOf(item)
  const words = countWords(text)
  return label ? { start, end, label, text, words } : { start, end, text, words }
}

function readSection(heading: Heading, nodes: readonly RootContent[], source: string): Section {
  const content = nodes.filter(({ type }) => type !== 'definition')
  const lists = content.filter((node): node is List => node.type === 'list')
  const items = lists.flatMap(({ children }) => children.map((item) => readItem(item, source)))
  const text = content.map(textOf).join('\n')
  const first = content[0]
  const last = content.at(-1)
  const start = first ? spanOf(first).start : heading.end
  return {
    heading,
    content: { start, end: last ? spanOf(last).end : heading.end },
    text,
    words: countWords(text),
    items,
    loose: content.filter(({ type }) => type !== 'list').map(spanOf),
  }
}

/** Headings with what stands under each, up to the next heading. */
function readSections(tree: Root, source: string): Section[] {
  const anchorOf = anchors()
  const sections: Section[] = []
  let heading: Heading | undefined
  let nodes: RootContent[] = []
  const close = (): void => {
    if (heading) sections.push(readSection(heading, nodes, source))
    nodes = []
  }
  for (const node of tree.children) {
    if (node.type !== 'heading') {
      nodes.push(node)
      continue
    }
    close()
    const text = plain(node).trim()
    const simple = node.children.every(({ type }) => type === 'text' || type === 'inlineCode')
    const { start, end } = spanOf(node)
    heading = {
      start,
      end,
      depth: node.depth,
      text,
      id: slug(text),
      anchor: anchorOf(text),
      plain: simple,
    }
  }
  close()
  return sections
}

const targetOf = (node: Nodes, definitions: ReadonlyMap<string, Definition>): string | undefined => {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return node.url
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined
  return definitions.get(node.identifier)?.url
}

const formOf = (node: Nodes, source: string): Link['form'] => {
  if (node.type === 'image' || node.type === 'imageReference') return 'image'
  if (node.type === 'definition') return 'definition'
  if (node.type === 'linkReference') return 'reference'
  return source[spanOf(node).start] === '<' ? 'autolink' : 'link'
}

/** The first definition of each name. */
function definitionsIn(nodes: readonly Nodes[]): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  for (const node of nodes) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  }
  return definitions
}

function readInline(
  nodes: readonly Nodes[],
  sections: readonly Section[],
  file: string,
  source: string,
): Pick<Document, 'links' | 'prose' | 'wording'> {
  const definitions = definitionsIn(nodes)
  const links: Link[] = []
  const prose: Document['prose'][number][] = []
  const wording: Span[] = []
  let linkEnd = 0
  let at = -1
  for (const node of nodes) {
    const { type } = node
    if (type === 'yaml' || type === 'html') continue
    const span = spanOf(node)
    if (type === 'text' || type === 'inlineCode' || type === 'code') wording.push(span)
    if (type === 'text') prose.push({ start: span.start, end: span.end, linked: span.end <= linkEnd })
    if (type === 'link' || type === 'linkReference') linkEnd = span.end
    const url = targetOf(node, definitions)
    if (url === undefined) continue
    while ((sections[at + 1]?.heading.start ?? Number.POSITIVE_INFINITY) <= span.start) at += 1
    const section = sections[at]
    const item = section?.items.find(({ start, end }) => start <= span.start && span.end <= end)
    const text = node.type === 'definition' ? (node.label ?? '') : plain(node)
    const { start, end } = span
    links.push({
      start,
      end,
      form: formOf(node, source),
      url,
      target: relativeTarget(file, url),
      text,
      section,
      item,
    })
  }
  return { links, prose, wording }
}

/**
 * A syntax tree as the read-only model that rules see. Here, where a drill has hundreds of objects made of it, they are
 * written out: made by spreading others they were half of the time of this step.
 */
export function readDocument({ file, text, base }: SourceText, tree: Root): Document {
  const sections = readSections(tree, text)
  return {
    file,
    text,
    headings: sections.map(({ heading }) => heading),
    sections,
    ...readInline(nodesOf(tree), sections, file, text),
    base,
    locate: locator(text, base),
  }
}
