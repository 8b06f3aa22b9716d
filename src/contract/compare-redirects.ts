import { isDeepStrictEqual } from 'node:util'
import { type Ended, endsOf, redirectedIds } from '../model/ended-ids.ts'
import type { Drill } from '../model/generated/published/drill.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import { ownValue } from '../text/own-value.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

type Redirected = ReadonlyMap<string, Ended>

const reasonOf = ({ split, retired }: Redirects, id: string): string | undefined =>
  ownValue(retired, id) ?? ownValue(split, id)?.reason

/** Whether an old id leads to where those are now to which it led before, and nowhere else. */
function follows({ to: before }: Ended, { to }: Ended, now: Redirected, live: ReadonlySet<string>): boolean {
  const ends = endsOf(
    before,
    (id) => live.has(id),
    (id) => now.get(id)?.to,
  )
  return ends !== undefined && ends.size === to.length && to.every((id) => ends.has(id))
}

/** Ids of drills that are gone. Where one is a drill's again, that drill is what is told. */
function* ofDrills(before: Redirects, after: Redirects, live: ReadonlySet<string>): Generator<PackageChange> {
  const [old, now] = [redirectedIds(before), redirectedIds(after)]
  for (const [id, was] of old) {
    const field = `redirects.${id}`
    const is = now.get(id)
    if (live.has(id)) continue
    if (is === undefined) yield removed(field, 'major', 'the redirect of an old id was removed')
    else if (!isDeepStrictEqual(was, is)) {
      if (follows(was, is, now, live)) yield changed(field, 'minor', 'an old id follows its target')
      else yield changed(field, 'major', 'an old id now leads elsewhere')
    } else if (reasonOf(before, id) !== reasonOf(after, id))
      yield changed(field, 'patch', 'the wording of its reason changed')
  }
  for (const id of now.keys())
    if (!old.has(id)) yield added(`redirects.${id}`, 'minor', 'a redirect was added')
}

/** Ids of criteria that are gone. A drill that is gone takes its criteria with it; those of a renamed one bear its new id. */
function* ofCriteria(
  before: Redirects,
  after: Redirects,
  drills: readonly Drill[],
): Generator<PackageChange> {
  const live = new Map(drills.map(({ id, criteria }) => [id, new Set(criteria.map((each) => each.id))]))
  const [old, now] = [new Map(Object.entries(before.criteria)), new Map(Object.entries(after.criteria))]
  const known = new Set<string>()
  for (const [key, was] of old) {
    const [drill = '', id = ''] = key.split('#')
    const current = live.has(drill) ? drill : (ownValue(after.renamed, drill) ?? drill)
    const criteria = live.get(current)
    const name = `${current}#${id}`
    known.add(name)
    if (!criteria || criteria.has(id)) continue
    const is = now.get(name)
    if (is === undefined)
      yield removed(`redirects.${name}`, 'major', 'the redirect of an old criterion was removed')
    else if (is !== was) {
      // A target that is gone leads on, or is told itself.
      const next = criteria.has(was) ? was : now.get(`${current}#${was}`)
      if (next === is) yield changed(`redirects.${name}`, 'minor', 'an old criterion follows its target')
      else yield changed(`redirects.${name}`, 'major', 'an old criterion now leads elsewhere')
    }
  }
  for (const name of now.keys())
    if (!known.has(name)) yield added(`redirects.${name}`, 'minor', 'a redirect was added')
}

/**
 * Differences between the redirects of two packages. Apps rely on every redirect that was ever published.
 * @param drills those of the newer package, which need no redirect
 */
export function* compareRedirects(
  before: Redirects,
  after: Redirects,
  drills: readonly Drill[],
): Generator<PackageChange> {
  yield* ofDrills(before, after, new Set(drills.map(({ id }) => id)))
  yield* ofCriteria(before, after, drills)
}
