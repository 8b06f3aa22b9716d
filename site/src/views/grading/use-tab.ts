import { useState } from 'preact/hooks'
import { parseHash, replaceAddress } from '../../app/router.ts'

const tabIds = ['grade', 'answer', 'prompt', 'second-round', 'reviewer'] as const
export type TabId = (typeof tabIds)[number]

export const tabOf = (name: string | undefined): TabId => tabIds.find((id) => id === name) ?? 'grade'

/** The open tab, which stands in the address after the id of the attempt or the drill. */
export function useTab(): readonly [TabId, (tab: TabId) => void] {
  const [tab, setTab] = useState<TabId>(() => tabOf(parseHash(location.hash).args[1]))
  const open = (next: TabId): void => {
    setTab(next)
    const [page = '', id = ''] = location.hash.replace(/^#\//, '').split('/')
    replaceAddress(`#/${page}/${id}${next === 'grade' ? '' : `/${next}`}`)
  }
  return [tab, open]
}
