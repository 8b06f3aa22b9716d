import { isDeepStrictEqual } from 'node:util'
import type { Drill, DrillCriterion, RichText } from '../model/generated/published/drill.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import { claimsOf } from '../package/compile/claims.ts'
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

interface Redirected {
  readonly drill: Drill
  readonly redirects: Redirects
}

/** The criteria of two versions of one drill. */
export function* compareCriteria(old: Redirected, current: Redirected): Generator<PackageChange> {
  const [before, after] = [old.drill.criteria, current.drill.criteria]
  const now = new Map(after.map((each) => [each.id, each]))
  const { kept, removed: gone, added: fresh } = matchById(before, after)
  const renamed = new Set<string>()
  for (const each of gone) {
    const field = `criteria.${each.id}`
    const id = ownValue(current.redirects.criteria, `${current.drill.id}#${each.id}`)
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
    if (!before.some((other) => other.id === target.id)) yield* criterion(each, target)
  }
  for (const { id } of fresh) {
    if (Object.hasOwn(old.redirects.criteria, `${old.drill.id}#${id}`))
      yield added(
        `criteria.${id}`,
        'major',
        'the id was that of a criterion that is gone: old verdicts are read as on this one',
      )
    else if (!renamed.has(id)) yield added(`criteria.${id}`, 'minor', 'a criterion was added')
  }
  for (const [was, is] of kept) yield* criterion(was, is)
  if (isReordered(before, after)) yield changed('criteria', 'patch', 'the order changed')
}
