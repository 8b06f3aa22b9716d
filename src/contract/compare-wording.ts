import type { Drill } from '../model/generated/published/drill.ts'
import { byId, type Change, same } from './package-change.ts'

/** A change of one drill. */
export type Found = Omit<Change, 'drill'>

/** Metadata and text: an app shows another wording. */
export function* wording(before: Drill, after: Drill): Generator<Found> {
  for (const field of ['title', 'difficulty', 'categories', 'topics', 'minutes', 'kind'] as const) {
    if (before[field] === undefined || after[field] === undefined || same(before[field], after[field]))
      continue
    yield { field, kind: 'changed', bump: 'patch', reason: 'another value' }
  }
  if (before.prompt.markdown !== after.prompt.markdown) {
    yield { field: 'prompt', kind: 'changed', bump: 'patch', reason: 'the prompt is worded otherwise' }
  }
  for (const field of ['redFlags', 'followUps'] as const) {
    const { added, removed, both } = byId(before[field], after[field])
    for (const { id } of added)
      yield { field: `${field}.${id}`, kind: 'added', bump: 'patch', reason: 'an item more' }
    for (const { id } of removed)
      yield { field: `${field}.${id}`, kind: 'removed', bump: 'patch', reason: 'an item less' }
    for (const [old, now] of both) {
      if (old.markdown !== now.markdown)
        yield {
          field: `${field}.${now.id}`,
          kind: 'changed',
          bump: 'patch',
          reason: 'an item is worded otherwise',
        }
    }
  }
  if (!same(before.references, after.references))
    yield { field: 'references', kind: 'changed', bump: 'patch', reason: 'the sources are others' }
}
