import type { Redirects } from './generated/published/redirects.ts'
import type { History } from './history.ts'

/** What became of an id: the ids that took its place, none where it was retired or removed. */
export interface Ended {
  readonly kind: 'renamed' | 'split' | 'retired' | 'removed'
  readonly to: readonly string[]
}

type Groups = Partial<Pick<Redirects, 'renamed' | 'split' | 'retired'>>

/** The ids that redirects lead away from. */
export const redirectedIds = ({ renamed = {}, split = {}, retired = {} }: Groups): Map<string, Ended> =>
  new Map<string, Ended>([
    ...Object.entries(renamed).map(([id, to]) => [id, { kind: 'renamed', to: [to] }] as const),
    ...Object.entries(split).map(([id, { ids }]) => [id, { kind: 'split', to: ids }] as const),
    ...Object.keys(retired).map((id) => [id, { kind: 'retired', to: [] }] as const),
  ])

const isEnd = (kind: string): kind is Ended['kind'] =>
  kind === 'renamed' || kind === 'split' || kind === 'retired' || kind === 'removed'

/** The ids that were published and had ended by the last version. No drill may ever bear them again. */
export function endedIds({ published, changes }: History): Map<string, Ended> {
  const ended = new Map<string, Ended>()
  // Newest first.
  for (const version of [...(changes.data ?? [])].reverse())
    for (const { drill, kind, to = [] } of version.changes) if (isEnd(kind)) ended.set(drill, { kind, to })
  for (const [id, end] of redirectedIds(published.data?.redirects ?? {})) ended.set(id, end)
  for (const id of Object.keys(published.data?.drills ?? {})) ended.delete(id)
  return ended
}

/**
 * Where ids lead in the end.
 * @param next what an id leads to, when it is not an end itself
 * @returns undefined when one leads nowhere, or in circles
 */
export function endsOf(
  ids: readonly string[],
  isEndId: (id: string) => boolean,
  next: (id: string) => readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  const ends = new Set<string>()
  const seen = new Set<string>()
  const open = [...ids]
  for (const id of open) {
    if (isEndId(id)) {
      ends.add(id)
      continue
    }
    const further = seen.has(id) ? undefined : next(id)
    if (!further) return undefined
    seen.add(id)
    open.push(...further)
  }
  return ends
}
