import type { Definition, Nodes } from 'mdast'
import type { Document, Link, Section } from '../model/document.ts'
import { relativeTarget } from '../model/target.ts'
import type { Span } from '../text/place.ts'
import { plain } from './nodes.ts'
import { spanOf } from './span.ts'

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

/** Links with their section and item, and spans of text. */
export function readInline(
  nodes: readonly Nodes[],
  sections: readonly Section[],
  file: string,
  source: string,
): Pick<Document, 'links' | 'prose' | 'codes' | 'wording'> {
  const definitions = definitionsIn(nodes)
  const links: Link[] = []
  const prose: Document['prose'][number][] = []
  const codes: Document['codes'][number][] = []
  const wording: Span[] = []
  let linkEnd = 0
  let at = -1
  for (const node of nodes) {
    const { type } = node
    if (type === 'yaml' || type === 'html') continue
    const span = spanOf(node)
    if (type === 'text' || type === 'inlineCode' || type === 'code') wording.push(span)
    if (type === 'inlineCode') codes.push({ start: span.start, end: span.end, text: node.value })
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
  return { links, prose, codes, wording }
}
