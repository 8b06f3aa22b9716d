import type { Redirects } from '../model/generated/published/redirects.ts'
import type { Resolution } from './types.ts'

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** Tells what became of ids, from the ids that are published and the redirects of those that are gone. */
export function resolver(
  ids: readonly string[],
  { renamed, split, retired }: Pick<Redirects, 'renamed' | 'split' | 'retired'>,
): (id: string) => Resolution {
  const live = new Set(ids)
  return (id) => {
    if (typeof id !== 'string') return { status: 'unknown' }
    if (live.has(id)) return { status: 'active', id }
    const name = own(renamed, id)
    if (name !== undefined) return { status: 'renamed', id: name }
    const parts = own(split, id)
    if (parts !== undefined) return { status: 'split', ids: parts.ids, reason: parts.reason }
    const reason = own(retired, id)
    return reason === undefined ? { status: 'unknown' } : { status: 'retired', reason }
  }
}
