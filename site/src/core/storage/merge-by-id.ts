/**
 * Merges two states of a record. All merges are commutative, associative and idempotent, so importing files in any
 * order, or repeatedly, gives the same result.
 */
export type Merge<Item> = (a: Item, b: Item) => Item

/** Merges records by id, in order of first appearance. */
export function mergeById<Item extends { readonly id: string }>(
  items: readonly Item[],
  merge: Merge<Item>,
): readonly Item[] {
  const merged = new Map<string, Item>()
  for (const item of items) {
    const before = merged.get(item.id)
    merged.set(item.id, before ? merge(before, item) : item)
  }
  return [...merged.values()]
}
