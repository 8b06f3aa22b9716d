import { isDeepStrictEqual } from 'node:util'
import type { Drill } from '../model/generated/published/drill.ts'
import { quantitiesOf } from '../package/compile/claims.ts'
import { matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

function* items<T extends { readonly id: string }>(
  field: string,
  before: readonly T[],
  after: readonly T[],
  wordsOf: (item: T) => unknown,
): Generator<PackageChange> {
  const matches = matchById(before, after)
  for (const { id } of matches.added) yield added(`${field}.${id}`, 'patch', 'an item was added')
  for (const { id } of matches.removed) yield removed(`${field}.${id}`, 'patch', 'an item was removed')
  for (const [old, now] of matches.kept)
    if (!isDeepStrictEqual(wordsOf(old), wordsOf(now)))
      yield changed(`${field}.${now.id}`, 'patch', 'the wording of an item changed')
}

/** Metadata and text of a drill outside its answer. */
export function* compareWording(before: Drill, after: Drill): Generator<PackageChange> {
  for (const field of ['title', 'difficulty', 'categories', 'topics', 'minutes'] as const) {
    const [old, now] = [before[field], after[field]]
    if (old !== undefined && now !== undefined && !isDeepStrictEqual(old, now))
      yield changed(field, 'patch', 'the value changed')
  }
  const [asked, asks] = [before.prompt.markdown, after.prompt.markdown]
  if (asked !== asks) {
    if (isDeepStrictEqual(quantitiesOf(asked), quantitiesOf(asks)))
      yield changed('prompt', 'patch', 'the wording of the prompt changed')
    else yield changed('prompt', 'minor', 'numbers of the task changed; this affects stored grades')
  }
  yield* items('redFlags', before.redFlags, after.redFlags, ({ markdown }) => markdown)
  yield* items('followUps', before.followUps, after.followUps, ({ question, answer }) => [
    question.markdown,
    answer.markdown,
  ])
  yield* items('seeAlso', before.seeAlso, after.seeAlso, ({ note }) => note)
  if (!isDeepStrictEqual(before.references, after.references))
    yield changed('references', 'patch', 'the sources changed')
}
