import { type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { spanOf } from '../../parse/span.ts'
import { type Fragment, imageWords, isLink } from './fragment.ts'

/** What published HTML may hold, and nothing else. */
const schema: Schema = {
  tagNames: ['p', 'ul', 'ol', 'li', 'em', 'strong', 'code', 'pre', 'blockquote', 'br', 'hr', 'a', 'mark'],
  attributes: { a: ['href'], li: ['dataPoint'], mark: ['dataEvidence', 'dataCriterion'], ol: ['start'] },
  protocols: { href: ['https'] },
  required: {},
  strip: ['script', 'style'],
  clobber: [],
  clobberPrefix: '',
}

function transformAll(nodes: readonly Nodes[], fragment: Fragment): Nodes[] {
  return nodes.flatMap((node) => transform(node, fragment))
}

/** Evidence becomes `<mark>`, points get their id, links into the repository become their words. */
function transform(node: Nodes, fragment: Fragment): Nodes[] {
  if (node.type === 'image' || node.type === 'imageReference') return imageWords(node)
  if (isLink(node)) {
    const children = transformAll(node.children, fragment) as PhrasingContent[]
    const fate = fragment.fateOf(node)
    if (fate.kind === 'words') return children
    if (fate.kind === 'keep') return [{ type: 'link', url: fate.url, children }]
    const hProperties = { dataEvidence: fate.id, dataCriterion: fate.criterion }
    return [{ type: 'emphasis', children, data: { hName: 'mark', hProperties } }]
  }
  // Without positions, which the libraries would copy twice for nothing.
  if (!('children' in node)) return [{ ...node, position: undefined }]
  const copy = { ...node, position: undefined, children: transformAll(node.children, fragment) } as Nodes
  const point = node.type === 'listItem' ? fragment.pointAt(spanOf(node).start) : undefined
  return [point === undefined ? copy : ({ ...copy, data: { hProperties: { dataPoint: point } } } as ListItem)]
}

/** Blocks of a fragment as sanitised HTML that is safe in any page. */
export function fragmentHtml(fragment: Fragment, nodes: readonly RootContent[] = fragment.nodes): string {
  const tree: Root = { type: 'root', children: transformAll(nodes, fragment) as RootContent[] }
  return toHtml(sanitize(toHast(tree), schema))
}
