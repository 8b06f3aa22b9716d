import type { Definition, Link, LinkReference, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Document, Drill, Section } from '../model.ts'
import { spanOf } from '../parse/span.ts'

/** What a link in the published text becomes. */
export type LinkFate =
  | { readonly kind: 'keep'; readonly url: string }
  | { readonly kind: 'evidence'; readonly id: string; readonly criterion: string }
  | { readonly kind: 'words' }

/** A stretch of a document that is published: its blocks, and what becomes of links and points in it. */
export interface Fragment {
  readonly source: string
  readonly nodes: readonly RootContent[]
  readonly fateOf: (node: Link | LinkReference) => LinkFate
  /** The id of the point that begins at an offset. */
  readonly pointAt: (offset: number) => string | undefined
}

/** Evidence ids by the offset of their link: the criterion, with a number from the second on. */
export function evidenceIds(drill: Drill): Map<number, { id: string; criterion: string }> {
  const counts = new Map<string, number>()
  return new Map(
    drill.evidence.map(({ link, criterion }) => {
      const number = (counts.get(criterion) ?? 0) + 1
      counts.set(criterion, number)
      return [link.start, { id: number === 1 ? criterion : `${criterion}-${number}`, criterion }]
    }),
  )
}

const addresses = (tree: Root): Map<string, string> => {
  const found = new Map<string, string>()
  visit(tree, 'definition', (node: Definition) => {
    if (!found.has(node.identifier)) found.set(node.identifier, node.url)
  })
  return found
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

/** Cuts fragments out of a document; links into the repository lose their target. */
export function fragments(
  document: Document & { readonly tree: Root },
  drill?: Drill,
): (section: Section) => Fragment {
  const urls = addresses(document.tree)
  const evidence = drill ? evidenceIds(drill) : new Map<number, never>()
  const points = new Map<number, string>()
  for (const claims of drill?.points.values() ?? [])
    for (const { item, id } of claims) points.set(item.start, id)
  return (section) => ({
    source: document.text,
    nodes: blocksOf(document.tree, section),
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
