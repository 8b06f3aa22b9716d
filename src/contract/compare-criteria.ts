import { isDeepStrictEqual } from 'node:util'
import type { DrillCriterion, RichText } from '../model/generated/published/drill.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import { claimsOf } from '../package/compile/digest.ts'
import { ownValue } from '../text/own-value.ts'
import { quote } from '../text/quote.ts'
import { isReordered, matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

const judged = 'answers are judged differently'

/** A statement that an answer meets or not. */
function* statement(
  field: string,
  before: RichText | undefined,
  after: RichText | undefined,
): Generator<PackageChange> {
  if (!before && after) yield added(field, 'minor', `a statement was added; ${judged}`)
  else if (before && !after) yield removed(field, 'minor', `a statement was removed; ${judged}`)
  else if (before && after && before.markdown !== after.markdown) {
    if (isDeepStrictEqual(claimsOf(before.markdown), claimsOf(after.markdown)))
      yield changed(field, 'patch', 'only the wording changed')
    else yield changed(field, 'minor', `numbers or negations changed; ${judged}`)
  }
}

function* alsoMet(
  field: string,
  before: readonly RichText[],
  after: readonly RichText[],
): Generator<PackageChange> {
  if (before.length !== after.length) {
    yield changed(field, 'minor', `the number of other designs that earn it changed; ${judged}`)
    return
  }
  const texts = (all: readonly RichText[]): string[] => all.map(({ markdown }) => markdown)
  const [old, now] = [texts(before), texts(after)]
  if (isDeepStrictEqual(old, now)) return
  if (isDeepStrictEqual(old.map(claimsOf), now.map(claimsOf)))
    yield changed(field, 'patch', 'only the wording changed')
  else yield changed(field, 'minor', `numbers or negations changed; ${judged}`)
}

function* criterion(before: DrillCriterion, after: DrillCriterion): Generator<PackageChange> {
  const field = `criteria.${after.id}`
  if (before.revision !== after.revision)
    yield changed(
      `${field}.revision`,
      'major',
      `its revision was ${after.revision > before.revision ? 'raised' : 'lowered'}: old verdicts no longer mean the same`,
    )
  if (before.weight !== after.weight) yield changed(`${field}.weight`, 'minor', 'scores are made differently')
  if (!isDeepStrictEqual(before.cues, after.cues)) yield changed(`${field}.cues`, 'minor', judged)
  if (before.title !== after.title) yield changed(`${field}.title`, 'patch', 'only the wording changed')
  yield* statement(`${field}.met`, before.met, after.met)
  yield* statement(`${field}.partly`, before.partly, after.partly)
  yield* alsoMet(`${field}.alsoMet`, before.alsoMet, after.alsoMet)
}

/**
 * The criteria of two versions of one drill.
 * @param drill its id in the newer version
 */
export function* compareCriteria(
  drill: string,
  before: readonly DrillCriterion[],
  after: readonly DrillCriterion[],
  redirects: Redirects,
): Generator<PackageChange> {
  const now = new Map(after.map((each) => [each.id, each]))
  const { kept, removed: gone, added: fresh } = matchById(before, after)
  const renamed = new Set<string>()
  for (const old of gone) {
    const field = `criteria.${old.id}`
    const id = ownValue(redirects.criteria, `${drill}#${old.id}`)
    const target = id === undefined ? undefined : now.get(id)
    if (!target) {
      const why =
        id === undefined
          ? 'without a redirect'
          : `, and its redirect leads to ${quote(id)}, which is not a criterion of the drill`
      yield removed(field, 'major', `a criterion was removed ${why}`.replace(' ,', ','))
      continue
    }
    renamed.add(target.id)
    yield { field, kind: 'renamed', bump: 'minor', reason: `it is now ${quote(target.id)}`, to: [target.id] }
    // One that was there before is compared with itself.
    if (!before.some((each) => each.id === target.id)) yield* criterion(old, target)
  }
  for (const { id } of fresh)
    if (!renamed.has(id)) yield added(`criteria.${id}`, 'minor', 'a criterion was added')
  for (const [old, current] of kept) yield* criterion(old, current)
  if (isReordered(before, after)) yield changed('criteria', 'patch', 'the order changed')
}
