import { type Document, isMap, isNode, isScalar, type Node, type Pair, type YAMLMap } from 'yaml'
import type { Span } from '../text/place.ts'

export type Path = readonly (string | number)[]

/** The place of every key and value, or of the nearest thing that exists. */
export interface Places {
  readonly at: (path: Path) => Span
  readonly keyAt: (path: Path) => Span
}

/** Offsets of a node; `whole` for what is no node. */
export const spanOf = (node: unknown, whole: Span): Span => {
  if (!isNode(node) || !node.range) return whole
  return { start: node.range[0], end: Math.max(node.range[1], node.range[0]) }
}

/** The key of a pair as text; undefined for one that is none. */
export const keyOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : undefined)

/** Where a map may be continued: before the bracket that closes it. */
function insideOf(node: Node | null, whole: Span): number {
  const last = isMap(node) && node.flow ? node.items.at(-1) : undefined
  const { end } = spanOf(node, whole)
  if (last) return spanOf(isNode(last.value) ? last.value : last.key, whole).end
  return isMap(node) && node.flow ? end - 1 : end
}

/** The pairs of every map by key, made when they are first asked for. */
function indexPairs(): (map: YAMLMap) => ReadonlyMap<unknown, Pair> {
  const indexed = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>()
  return (map) => {
    const pairs = indexed.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]))
    indexed.set(map, pairs)
    return pairs
  }
}

/** The deepest pair or value along a path. */
function find(
  document: Document,
  path: Path,
  pairsOf: (map: YAMLMap) => ReadonlyMap<unknown, Pair>,
): { node: Node | null; pair: Pair | undefined; missing: boolean } {
  let node = document.contents as Node | null
  let pair: Pair | undefined
  for (const key of path) {
    if (isMap(node)) {
      const found: Pair | undefined = pairsOf(node).get(String(key))
      if (!found) return { node, pair, missing: true }
      pair = found
      node = isNode(found.value) ? found.value : null
    } else {
      const item = node && 'items' in node ? (node.items as unknown[])[Number(key)] : undefined
      if (!isNode(item)) return { node, pair, missing: true }
      node = item
    }
  }
  return { node, pair, missing: false }
}

/** Finds keys and values of a document by their paths. */
export function placesOf(document: Document, text: string): Places {
  const whole = { start: 0, end: text.length }
  const pairsOf = indexPairs()
  /** A span without the line end that blocks reach over. */
  const written = ({ start, end }: Span): Span => ({
    start,
    end: start + text.slice(start, end).replace(/[ \t\r\n]+$/, '').length,
  })
  const at = (path: Path): Span => {
    const { node, pair, missing } = find(document, path, pairsOf)
    if (!missing) return node ? written(spanOf(node, whole)) : spanOf(pair?.key, whole)
    const end = pair ? insideOf(node, whole) : text.length
    return { start: end, end }
  }
  const keyAt = (path: Path): Span => {
    const { pair, node } = find(document, path, pairsOf)
    return pair ? spanOf(pair.key, whole) : spanOf(node, whole)
  }
  return { at, keyAt }
}
