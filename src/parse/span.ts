import type { Node } from 'mdast'
import type { Span } from '../text/place.ts'

/** Offsets of a node of the tree. */
export function spanOf(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
