import type { Node } from 'mdast'
import type { Span } from '../text/place.ts'

/** Offsets of a node of the tree. */
export function spanOf(node: Node): Span {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined)
    throw new Error(`a node of type ${node.type} without a position`)
  return { start, end }
}
