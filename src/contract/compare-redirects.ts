import { isDeepStrictEqual } from 'node:util'
import type { Drill } from '../model/generated/published/drill.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import { ownValue } from '../text/own-value.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

interface Redirect {
  readonly to: unknown
  readonly reason?: string
}

function byOldId({ renamed, split, retired }: Redirects): Map<string, Redirect> {
  return new Map<string, Redirect>([
    ...Object.entries(renamed).map(([id, to]) => [id, { to: ['renamed', to] }] as const),
    ...Object.entries(split).map(([id, { ids, reason }]) => [id, { to: ['split', ids], reason }] as const),
    ...Object.entries(retired).map(([id, reason]) => [id, { to: ['retired'], reason }] as const),
  ])
}

/** Ids of drills that are gone. */
function* ofDrills(before: Redirects, after: Redirects, live: ReadonlySet<string>): Generator<PackageChange> {
  const [old, now] = [byOldId(before), byOldId(after)]
  for (const [id, was] of old) {
    const field = `redirects.${id}`
    const is = now.get(id)
    if (is === undefined) {
      if (!live.has(id)) yield removed(field, 'major', 'the redirect of an old id was removed')
    } else if (!isDeepStrictEqual(was.to, is.to))
      yield changed(field, 'minor', 'an old id now leads elsewhere')
    else if (was.reason !== is.reason) yield changed(field, 'patch', 'the wording of its reason changed')
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
    else if (is !== was && criteria.has(was))
      yield changed(`redirects.${name}`, 'minor', 'an old criterion now leads elsewhere')
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
