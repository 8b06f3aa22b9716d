import { isDeepStrictEqual } from 'node:util'
import type { Redirects } from '../model/generated/published/redirects.ts'
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

/**
 * Differences between the redirects of two packages. Apps rely on every redirect that was ever published.
 * @param live ids of the newer package, which need no redirect
 */
export function* compareRedirects(
  before: Redirects,
  after: Redirects,
  live: ReadonlySet<string>,
): Generator<PackageChange> {
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
