import type { Rubric } from '../model/generated/published/rubric.ts'
import { named, others, placed } from './item-changes.ts'
import { byId, type Change, same } from './package-change.ts'

function* criteria(before: Rubric, after: Rubric): Generator<Change> {
  const { added, removed, both } = byId(before.criteria, after.criteria)
  for (const { id } of added)
    yield { field: `rubric.criteria.${id}`, kind: 'added', bump: 'minor', reason: 'a criterion more' }
  for (const { id } of removed)
    yield { field: `rubric.criteria.${id}`, kind: 'removed', bump: 'major', reason: 'a criterion is gone' }
  for (const [old, now] of both) {
    const field = `rubric.criteria.${now.id}`
    if (now.revision !== old.revision)
      yield {
        field: `${field}.revision`,
        kind: 'changed',
        bump: 'major',
        reason: `its revision is ${now.revision > old.revision ? 'raised' : 'lowered'}: old grades no longer mean the same`,
      }
    yield* others(field, old, now, ['id', 'title', 'text', 'revision'])
    yield* named(field, old, now)
  }
}

/** Every difference between two rubrics. */
export function* compareRubrics(before: Rubric, after: Rubric): Generator<Change> {
  yield* criteria(before, after)
  yield* placed('rubric.criteria', before.criteria, after.criteria)
  yield* others('rubric', before, after, ['text', 'criteria', 'redFlags'])
  const { added, removed, both } = byId(before.redFlags, after.redFlags)
  for (const { id } of added)
    yield { field: `rubric.redFlags.${id}`, kind: 'added', bump: 'minor', reason: 'a red flag more' }
  for (const { id } of removed)
    yield { field: `rubric.redFlags.${id}`, kind: 'removed', bump: 'minor', reason: 'a red flag less' }
  for (const [old, now] of both) {
    yield* others(`rubric.redFlags.${now.id}`, old, now, ['id', 'title', 'text'])
    yield* named(`rubric.redFlags.${now.id}`, old, now)
  }
  yield* placed('rubric.redFlags', before.redFlags, after.redFlags)
  if (!same(before.text, after.text))
    yield { field: 'rubric.text', kind: 'changed', bump: 'patch', reason: 'worded otherwise' }
}
