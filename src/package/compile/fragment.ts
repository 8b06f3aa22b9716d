import type {
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import type { Document, Section } from '../../model/document.ts'
import type { Drill } from '../../model/drill.ts'
import { earns } from '../../parse/evidence.ts'
import { spanOf } from '../../parse/span.ts'

/** What a link in the published text becomes. */
export type LinkFate =
  | { readonly kind: 'keep'; readonly url: string }
  | { readonly kind: 'evidence'; readonly id: string; readonly criterion: string }
  | { readonly kind: 'words' }

/** A stretch of a document that is published: its blocks, and what becomes of links and points in it. */
export interface Fragment {
  readonly source: string
  readonly nodes: readonly RootContent[]
  /** Links and images of the whole document, the outer ones, in order. */
  readonly marks: readonly Mark[]
  readonly fateOf: (node: Link | LinkReference) => LinkFate
  /** The id of the point that begins at an offset. */
  readonly pointAt: (offset: number) => string | undefined
}

/** The parts of a document's text that are published in another form. */
export type Mark = Link | LinkReference | Image | ImageReference

/** Evidence ids by the offset of their link: the criterion, with a number from the second on. */
export function evidenceIds(drill: Drill): Map<number, { id: string; criterion: string }> {
  const counts = new Map<string, number>()
  return new Map(
    drill.evidence.filter(earns).map(({ link, criterion }) => {
      const number = (counts.get(criterion) ?? 0) + 1
      counts.set(criterion, number)
      return [link.start, { id: number === 1 ? criterion : `${criterion}-${number}`, criterion }]
    }),
  )
}

/** The blocks under a heading, without link definitions. */
export function blocksOf(tree: Root, { content }: Section): RootContent[] {
  return tree.children.filter((node) => {
    const { start, end } = spanOf(node)
    return (
      node.type !== 'definition' && node.type !== 'heading' && start >= content.start && end <= content.end
    )
  })
}

/** Links and images, and what link definitions say, in one walk; several with `unist-util-visit` were a quarter of compiling. */
function survey(tree: Root): { marks: Mark[]; urls: Map<string, string> } {
  const marks: Mark[] = []
  const urls = new Map<string, string>()
  const look = (node: Nodes, inside: boolean): void => {
    if (node.type === 'definition' && !urls.has(node.identifier)) urls.set(node.identifier, node.url)
    const marked = isLink(node) || node.type === 'image' || node.type === 'imageReference'
    if (marked && !inside) marks.push(node)
    if ('children' in node) for (const child of node.children) look(child, inside || marked)
  }
  look(tree, false)
  return { marks, urls }
}

/** Cuts fragments out of a document; links into the repository lose their target. */
export function fragments(
  document: Document & { readonly tree: Root },
  drill?: Drill,
): (section: Section) => Fragment {
  const { marks, urls } = survey(document.tree)
  const evidence = drill ? evidenceIds(drill) : new Map<number, never>()
  const points = new Map<number, string>()
  for (const claims of drill?.points.values() ?? [])
    for (const { item, id } of claims) points.set(item.start, id)
  return (section) => ({
    source: document.text,
    nodes: blocksOf(document.tree, section),
    marks,
    pointAt: (offset) => points.get(offset),
    fateOf: (node) => {
      const earned = evidence.get(spanOf(node).start)
      if (earned) return { kind: 'evidence', ...earned }
      const url = node.type === 'link' ? node.url : (urls.get(node.identifier) ?? '')
      return /^https:\/\//i.test(url) ? { kind: 'keep', url } : { kind: 'words' }
    },
  })
}

/** Whether a node is a link that has a fate. */
export const isLink = (node: Nodes): node is Link | LinkReference =>
  node.type === 'link' || node.type === 'linkReference'

/** An image as words: the package carries none. */
export const imageWords = (node: Nodes): PhrasingContent[] => [{ type: 'text', value: plain(node) }]
