import { isDeepStrictEqual } from 'node:util'
import { redirectedIds } from '../model/ended-ids.ts'
import type { Drill } from '../model/generated/published/drill.ts'
import { ownValue } from '../text/own-value.ts'
import { compareDrills } from './compare-drills.ts'
import { compareInterfaces } from './compare-interfaces.ts'
import { comparePracticeLoops } from './compare-practice-loops.ts'
import { compareRedirects } from './compare-redirects.ts'
import { compareRubrics } from './compare-rubrics.ts'
import { compareTracks } from './compare-tracks.ts'
import { matchById } from './match-by-id.ts'
import { missingDrill } from './missing-drill.ts'
import { added, changed, type PackageChange } from './package-change.ts'
import type { PackageView } from './package-view.ts'

const idsOf = (drills: readonly Drill[]): string[] => drills.map(({ id }) => id)

/** Apps show drills in the order of the catalog. */
function* order(before: PackageView, after: PackageView): Generator<PackageChange> {
  const live = new Set(idsOf(after.drills))
  const renamed = idsOf(before.drills).map((id) =>
    live.has(id) ? id : (ownValue(after.redirects.renamed, id) ?? id),
  )
  const old = new Set(renamed.filter((id) => live.has(id)))
  const now = idsOf(after.drills).filter((id) => old.has(id))
  if (!isDeepStrictEqual([...old], now))
    yield changed('order', 'patch', 'the drills are in a different order')
}

const reused = 'the id was that of a drill that is gone: whoever stored it gets another one'

function* drills(before: PackageView, after: PackageView): Generator<PackageChange> {
  const matches = matchById(before.drills, after.drills)
  for (const drill of matches.removed) yield* missingDrill(drill, before, after)
  const targets = new Set(matches.removed.flatMap(({ id }) => ownValue(after.redirects.renamed, id) ?? []))
  const taken = redirectedIds(before.redirects)
  for (const { id } of matches.added) {
    if (taken.has(id)) yield { drill: id, ...added('id', 'major', reused) }
    else if (!targets.has(id)) yield { drill: id, ...added('id', 'minor', 'a drill was added') }
  }
  for (const [old, now] of matches.kept)
    for (const change of compareDrills({ drill: old, view: before }, { drill: now, view: after }))
      yield { drill: now.id, ...change }
}

/** Every difference between two packages that reaches apps, drills first, in reading order. */
export function comparePackages(before: PackageView, after: PackageView): PackageChange[] {
  return [
    ...drills(before, after),
    ...order(before, after),
    ...compareRubrics(before.rubric, after.rubric),
    ...comparePracticeLoops(before.practiceLoop, after.practiceLoop),
    ...compareTracks(before.tracks, after.tracks),
    ...compareRedirects(before.redirects, after.redirects, after.drills),
    ...compareInterfaces(before, after),
  ]
}
