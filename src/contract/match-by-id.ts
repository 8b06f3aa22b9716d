import { isDeepStrictEqual } from 'node:util'

interface Identified {
  readonly id: string
}

/** Two versions of a list, matched by id; in the order of the newer one, and what was removed in that of the older. */
export interface Matches<T extends Identified> {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly kept: readonly (readonly [before: T, after: T])[]
}

export function matchById<T extends Identified>(before: readonly T[], after: readonly T[]): Matches<T> {
  const old = new Map(before.map((item) => [item.id, item]))
  const ids = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !ids.has(id)),
    kept: after.flatMap((item) => {
      const earlier = old.get(item.id)
      return earlier ? [[earlier, item] as const] : []
    }),
  }
}

/** Whether the items that both lists hold are in a different order. */
export function isReordered(before: readonly Identified[], after: readonly Identified[]): boolean {
  const kept = matchById(before, after).kept.map(([{ id }]) => id)
  const order = before.flatMap(({ id }) => (kept.includes(id) ? [id] : []))
  return !isDeepStrictEqual(order, kept)
}
