import { useEffect, useState } from 'preact/hooks'
import { type Hold, hold } from '../platform/hold.ts'

/**
 * Holds an attempt for this tab, so that two tabs don't write over each other.
 * @param id null holds nothing, and any tab may write
 * @returns whether this tab may write, and a way to take the attempt over from another one
 */
export function useHold(id: string | null): { readonly state: Hold; readonly takeOver: () => void } {
  const [state, setState] = useState<Hold>(id === null ? 'held' : 'unknown')
  const [steals, setSteals] = useState(0)
  useEffect(() => {
    if (id === null) {
      setState('held')
      return undefined
    }
    return hold(`attempt:${location.pathname}:${id}`, steals > 0, setState)
  }, [id, steals])
  return { state, takeOver: () => setSteals((count) => count + 1) }
}
