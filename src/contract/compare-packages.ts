import type { Drill } from '../model/generated/published/drill.ts'
import { quote } from '../text/quote.ts'
import { compareDrills } from './compare-drills.ts'
import { compareShapes } from './compare-interfaces.ts'
import { comparePracticeLoops } from './compare-practice-loops.ts'
import { compareRedirects } from './compare-redirects.ts'
import { compareRubrics } from './compare-rubrics.ts'
import { byId, type Change, type ChangeKind, own, same } from './package-change.ts'
import type { PackageView } from './package-view.ts'

/** Longest reason of a redirect that is shown; its schema allows no more. */
const reasonLength = 400

const lead = (ids: readonly string[]): string => ids.map((id) => quote(id)).join(' and ')

/** What became of a drill that is gone, by the redirects of the newer package. */
function* gone(drill: Drill, before: PackageView, after: PackageView): Generator<Change> {
  const { id } = drill
  const live = new Map(after.drills.map((other) => [other.id, other]))
  const found = (kind: ChangeKind, reason: string, to?: readonly string[]): Change => ({
    drill: id,
    field: 'id',
    kind,
    bump: kind === 'removed' ? 'major' : 'minor',
    reason,
    ...(to && { to }),
  })
  const name = own(after.redirects.renamed, id)
  const parts = own(after.redirects.split, id)
  const reason = own(after.redirects.retired, id)
  const targets = name === undefined ? (parts?.ids ?? []) : [name]
  const dead = targets.filter((target) => !live.has(target))
  if (dead.length > 0) {
    yield found('removed', `the id is gone, and its redirect leads to ${lead(dead)}, which is no drill`)
  } else if (name !== undefined) {
    yield found('renamed', `it is ${quote(name)} now`, targets)
    // A drill that was there before is compared with itself.
    const now = before.drills.some((other) => other.id === name) ? undefined : live.get(name)
    for (const change of now ? compareDrills(drill, now) : []) yield { drill: name, ...change }
  } else if (parts !== undefined) {
    yield found('split', `it is ${lead(targets)} now: ${quote(parts.reason, reasonLength)}`, targets)
  } else if (reason !== undefined) {
    yield found('retired', `it is retired: ${quote(reason, reasonLength)}`)
  } else {
    yield found('removed', 'the id is gone without a redirect, or back to draft')
  }
}

/** A catalog lists drills in reading order, so that apps show another order. */
function* order(before: PackageView, after: PackageView): Generator<Change> {
  const live = new Set(after.drills.map(({ id }) => id))
  const places = before.drills.map(({ id }) => (live.has(id) ? id : (own(after.redirects.renamed, id) ?? id)))
  const old = new Set(places.filter((id) => live.has(id)))
  const now = after.drills.flatMap(({ id }) => (old.has(id) ? [id] : []))
  if (!same([...old], now))
    yield { field: 'order', kind: 'changed', bump: 'patch', reason: 'the drills stand in another order' }
}

function* drills(before: PackageView, after: PackageView): Generator<Change> {
  const { added, removed, both } = byId(before.drills, after.drills)
  for (const drill of removed) yield* gone(drill, before, after)
  const targets = new Set(removed.flatMap(({ id }) => own(after.redirects.renamed, id) ?? []))
  for (const { id } of added)
    if (!targets.has(id))
      yield { drill: id, field: 'id', kind: 'added', bump: 'minor', reason: 'a drill more' }
  for (const [old, now] of both)
    for (const change of compareDrills(old, now)) yield { drill: now.id, ...change }
}

/** Every difference between two packages that reaches apps, drills first, in reading order. */
export function comparePackages(before: PackageView, after: PackageView): Change[] {
  const live = new Set(after.drills.map(({ id }) => id))
  return [
    ...drills(before, after),
    ...order(before, after),
    ...compareRubrics(before.rubric, after.rubric),
    ...comparePracticeLoops(before.practiceLoop, after.practiceLoop),
    ...compareRedirects(before.redirects, after.redirects, live),
    ...compareShapes(before, after),
  ]
}
