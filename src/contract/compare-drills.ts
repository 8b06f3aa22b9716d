import { isDeepStrictEqual } from 'node:util'
import type { Drill } from '../model/generated/published/drill.ts'
import { withArticle } from '../text/grammar.ts'
import { compareAnswers } from './compare-answers.ts'
import { compareCriteria } from './compare-criteria.ts'
import { compareSamples } from './compare-samples.ts'
import { compareWording } from './compare-wording.ts'
import { answerOf, sectionsOf } from './drill-parts.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'
import { type PackageView, samplesOf } from './package-view.ts'

function* status(before: Drill, after: Drill): Generator<PackageChange> {
  if (before.status === after.status) return
  if (after.status === 'deprecated')
    yield { field: 'status', kind: 'deprecated', bump: 'minor', reason: 'the drill is deprecated' }
  else yield changed('status', 'patch', 'the drill is no longer deprecated')
}

function* kind(before: Drill, after: Drill): Generator<PackageChange> {
  if (before.kind !== after.kind)
    yield changed('kind', 'minor', `it is ${withArticle(after.kind)} now; answers are judged differently`)
}

function* optionalFields(before: Drill, after: Drill): Generator<PackageChange> {
  const fields = [
    ['minutes', before.minutes, after.minutes],
    ['sections', sectionsOf(before), sectionsOf(after)],
    ['answer', answerOf(before), answerOf(after)],
  ] as const
  for (const [field, old, now] of fields) {
    if (old !== undefined && now === undefined) yield removed(field, 'major', 'a field was removed')
    if (old === undefined && now !== undefined) yield added(field, 'minor', 'an optional field was added')
  }
}

/** What no other comparison reports: the wording of evidence, the HTML of the same text. */
function* remainder(before: Drill, after: Drill, reported: ReadonlySet<string>): Generator<PackageChange> {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const evidenceChanged = !isDeepStrictEqual(before.evidence, after.evidence)
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    // What a question is about is a part of its model path.
    if (['id', 'path', 'digests', 'components'].includes(field) || reported.has(field)) continue
    if (isDeepStrictEqual(old.get(field), now.get(field))) continue
    // Evidence is marked in the HTML of the answer: one change would be reported twice.
    if (evidenceChanged && (field === 'sections' || field === 'answer')) continue
    const reason =
      field === 'evidence' ? 'the wording of the evidence changed' : 'the same text in a different form'
    yield changed(field, 'patch', reason)
  }
}

/** A drill with the package that it is in. */
export interface Packed {
  readonly drill: Drill
  readonly view: PackageView
}

/** Every difference between two versions of one drill, its samples included. */
export function compareDrills(
  { drill: before, view: old }: Packed,
  { drill: after, view: now }: Packed,
): PackageChange[] {
  const specific = [
    ...status(before, after),
    ...kind(before, after),
    ...optionalFields(before, after),
    ...compareWording(before, after),
    ...compareAnswers(before, after),
    ...compareCriteria(
      { drill: before, redirects: old.redirects },
      { drill: after, redirects: now.redirects },
    ),
  ]
  const reported = new Set(specific.map(({ field }) => field.replace(/\..*$/s, '')))
  const changes = [...specific, ...remainder(before, after, reported)]
  const explained = changes.some(({ bump }) => bump !== 'patch')
  if (before.digests.substance !== after.digests.substance && !explained)
    changes.push(changed('digests.substance', 'minor', 'the substance changed; this affects stored grades'))
  changes.push(...compareSamples(samplesOf(old, before.id), samplesOf(now, after.id)))
  return changes
}
