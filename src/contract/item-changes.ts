import { byId, type Change, same } from './package-change.ts'

const judging = 'answers are judged otherwise'

/** A title and its text, in other words. */
export function* named(
  field: string,
  before: { readonly title: string; readonly text: unknown },
  after: typeof before,
): Generator<Change> {
  if (before.title !== after.title || !same(before.text, after.text))
    yield { field: `${field}.text`, kind: 'changed', bump: 'patch', reason: 'worded otherwise' }
}

/** Whatever else differs: the tests, numbers and places that decide how answers are judged. */
export function* others<T extends object>(
  field: string,
  before: T,
  after: T,
  told: readonly string[],
): Generator<Change> {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    if (!told.includes(key) && !same(old.get(key), now.get(key)))
      yield { field: `${field}.${key}`, kind: 'changed', bump: 'minor', reason: judging }
  }
}

/** Order in a list of the package, where both sides hold the same. */
export function* placed(
  field: string,
  before: readonly { readonly id: string }[],
  after: typeof before,
): Generator<Change> {
  const { both } = byId(before, after)
  const kept = new Set(both.map(([{ id }]) => id))
  const old = before.flatMap(({ id }) => (kept.has(id) ? [id] : []))
  if (
    !same(
      old,
      both.map(([{ id }]) => id),
    )
  )
    yield { field, kind: 'changed', bump: 'patch', reason: 'in another order' }
}
