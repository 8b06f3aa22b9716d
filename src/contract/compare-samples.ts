import { isDeepStrictEqual } from 'node:util'
import type { Sample } from '../model/generated/published/sample.ts'
import { matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

type Named = Sample & { readonly id: string }

const named = (samples: readonly Sample[]): Named[] =>
  samples.map((sample) => ({ ...sample, id: sample.name }))

function* verdicts(
  field: string,
  before: Sample['verdicts'],
  after: Sample['verdicts'],
): Generator<PackageChange> {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(id), now.get(id)]
    if (was === is) continue
    const verdict = `${field}.verdicts.${id}`
    if (was === undefined) yield added(verdict, 'minor', 'a verdict was added')
    else if (is === undefined) yield removed(verdict, 'minor', 'a verdict was removed')
    else yield changed(verdict, 'minor', 'the verdict changed')
  }
}

/** The samples of two versions of one drill. */
export function* compareSamples(
  before: readonly Sample[],
  after: readonly Sample[],
): Generator<PackageChange> {
  const matches = matchById(named(before), named(after))
  for (const { id } of matches.added) yield added(`samples.${id}`, 'minor', 'a sample was added')
  for (const { id } of matches.removed) yield removed(`samples.${id}`, 'minor', 'a sample was removed')
  for (const [old, now] of matches.kept) {
    const field = `samples.${now.id}`
    if (old.level !== now.level) yield changed(`${field}.level`, 'minor', 'its level changed')
    yield* verdicts(field, old.verdicts, now.verdicts)
    if (!isDeepStrictEqual(old.redFlags ?? [], now.redFlags ?? []))
      yield changed(`${field}.redFlags`, 'minor', 'the red flags that it raises changed')
    if (old.form !== now.form) yield changed(`${field}.form`, 'patch', 'the value changed')
    if (old.answer.markdown !== now.answer.markdown)
      yield changed(`${field}.answer`, 'patch', 'only the wording changed')
  }
}
