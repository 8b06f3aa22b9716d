import { isDeepStrictEqual } from 'node:util'
import type { Drill } from '../model/generated/published/drill.ts'
import { matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

/** Metadata and text of a drill outside its answer. */
export function* compareWording(before: Drill, after: Drill): Generator<PackageChange> {
  for (const field of ['title', 'difficulty', 'categories', 'topics', 'minutes', 'kind'] as const) {
    const [old, now] = [before[field], after[field]]
    if (old !== undefined && now !== undefined && !isDeepStrictEqual(old, now))
      yield changed(field, 'patch', 'the value changed')
  }
  if (before.prompt.markdown !== after.prompt.markdown)
    yield changed('prompt', 'patch', 'the wording of the prompt changed')
  for (const list of ['redFlags', 'followUps'] as const) {
    const matches = matchById(before[list], after[list])
    for (const { id } of matches.added) yield added(`${list}.${id}`, 'patch', 'an item was added')
    for (const { id } of matches.removed) yield removed(`${list}.${id}`, 'patch', 'an item was removed')
    for (const [old, now] of matches.kept)
      if (old.markdown !== now.markdown)
        yield changed(`${list}.${now.id}`, 'patch', 'the wording of an item changed')
  }
  if (!isDeepStrictEqual(before.references, after.references))
    yield changed('references', 'patch', 'the sources changed')
}
