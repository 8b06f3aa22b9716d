export const bumps = ['none', 'patch', 'minor', 'major'] as const

export type Bump = (typeof bumps)[number]

export type ChangeKind = 'added' | 'removed' | 'changed' | 'renamed' | 'split' | 'retired' | 'deprecated'

/** One difference between two packages, with the bump that it forces. */
export interface Change {
  readonly drill?: string
  /** A path into the data, such as `sections.constraints.points.latency`. */
  readonly field: string
  readonly kind: ChangeKind
  readonly bump: Exclude<Bump, 'none'>
  readonly reason: string
  /** The ids that a renamed or split drill leads to. */
  readonly to?: readonly string[]
}

/** The larger of two bumps. */
export const larger = (a: Bump, b: Bump): Bump => (bumps.indexOf(a) >= bumps.indexOf(b) ? a : b)

/** The bump that all changes together force. */
export const bumpOf = (changes: readonly Change[]): Bump =>
  changes.reduce<Bump>((bump, change) => larger(bump, change.bump), 'none')

/** Whether two values of JSON data are the same, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}

/** What stands on one side of two lists only, and the pairs that stand on both, by id. */
export function byId<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): { added: T[]; removed: T[]; both: (readonly [T, T])[] } {
  const old = new Map(before.map((item) => [item.id, item]))
  const fresh = new Map(after.map((item) => [item.id, item]))
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !fresh.has(id)),
    both: after.flatMap((item) => {
      const other = old.get(item.id)
      return other ? [[other, item] as const] : []
    }),
  }
}

/** A value of a record by its own key: `constructor` is none. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
