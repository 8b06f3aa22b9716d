import { isDeepStrictEqual } from 'node:util'
import { isReordered } from './match-by-id.ts'
import { changed, type PackageChange } from './package-change.ts'

/** A title and its text with a different wording. */
export function* wordingChanges(
  field: string,
  before: { readonly title: string; readonly text: unknown },
  after: typeof before,
): Generator<PackageChange> {
  if (before.title !== after.title || !isDeepStrictEqual(before.text, after.text))
    yield changed(`${field}.text`, 'patch', 'only the wording changed')
}

/** Every field but those compared elsewhere: the tests and numbers that decide how answers are judged. */
export function* judgingChanges<T extends object>(
  field: string,
  before: T,
  after: T,
  comparedElsewhere: readonly string[],
): Generator<PackageChange> {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    if (!comparedElsewhere.includes(key) && !isDeepStrictEqual(old.get(key), now.get(key)))
      yield changed(`${field}.${key}`, 'minor', 'answers are judged differently')
  }
}

/** The order of the items that both lists hold. */
export function* orderChanges(
  field: string,
  before: readonly { readonly id: string }[],
  after: typeof before,
): Generator<PackageChange> {
  if (isReordered(before, after)) yield changed(field, 'patch', 'the order changed')
}
