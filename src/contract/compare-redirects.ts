import type { Redirects } from '../model/generated/published/redirects.ts'
import { type Change, same } from './package-change.ts'

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

/** Redirects that are new, gone, or lead elsewhere. Apps rely on every one that was ever published. */
export function* compareRedirects(
  before: Redirects,
  after: Redirects,
  live: ReadonlySet<string>,
): Generator<Change> {
  const [old, now] = [byOldId(before), byOldId(after)]
  for (const [id, was] of old) {
    const field = `redirects.${id}`
    const is = now.get(id)
    if (is === undefined) {
      if (!live.has(id))
        yield { field, kind: 'removed', bump: 'major', reason: 'an id is gone without a redirect' }
    } else if (!same(was.to, is.to))
      yield { field, kind: 'changed', bump: 'minor', reason: 'an old id leads elsewhere' }
    else if (was.reason !== is.reason)
      yield { field, kind: 'changed', bump: 'patch', reason: 'its reason is worded otherwise' }
  }
  for (const id of now.keys())
    if (!old.has(id))
      yield { field: `redirects.${id}`, kind: 'added', bump: 'minor', reason: 'a redirect more' }
}
