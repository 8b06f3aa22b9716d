import { isDeepStrictEqual } from 'node:util'
import type { Rubric } from '../model/generated/published/rubric.ts'
import { judgingChanges, orderChanges, wordingChanges } from './item-changes.ts'
import { matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

function* criteria(before: Rubric['criteria'], after: Rubric['criteria']): Generator<PackageChange> {
  const matches = matchById(before, after)
  for (const { id } of matches.added) yield added(`rubric.criteria.${id}`, 'minor', 'a criterion was added')
  for (const { id } of matches.removed)
    yield removed(`rubric.criteria.${id}`, 'major', 'a criterion was removed')
  for (const [old, now] of matches.kept) {
    const field = `rubric.criteria.${now.id}`
    if (now.revision !== old.revision)
      yield changed(
        `${field}.revision`,
        'major',
        `its revision was ${now.revision > old.revision ? 'raised' : 'lowered'}: old grades no longer mean the same`,
      )
    yield* judgingChanges(field, old, now, ['id', 'title', 'text', 'revision'])
    yield* wordingChanges(field, old, now)
  }
  yield* orderChanges('rubric.criteria', before, after)
}

function* redFlags(before: Rubric['redFlags'], after: Rubric['redFlags']): Generator<PackageChange> {
  const matches = matchById(before, after)
  for (const { id } of matches.added) yield added(`rubric.redFlags.${id}`, 'minor', 'a red flag was added')
  for (const { id } of matches.removed)
    yield removed(`rubric.redFlags.${id}`, 'minor', 'a red flag was removed')
  for (const [old, now] of matches.kept) {
    const field = `rubric.redFlags.${now.id}`
    yield* judgingChanges(field, old, now, ['id', 'title', 'text'])
    yield* wordingChanges(field, old, now)
  }
  yield* orderChanges('rubric.redFlags', before, after)
}

/** Every difference between two rubrics. */
export function* compareRubrics(before: Rubric, after: Rubric): Generator<PackageChange> {
  yield* criteria(before.criteria, after.criteria)
  // What its digest covers is compared one by one.
  yield* judgingChanges('rubric', before, after, ['text', 'criteria', 'redFlags', 'digest'])
  yield* redFlags(before.redFlags, after.redFlags)
  if (!isDeepStrictEqual(before.text, after.text))
    yield changed('rubric.text', 'patch', 'only the wording changed')
}
