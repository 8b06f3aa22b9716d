import { useEffect, useState } from 'preact/hooks'
import type { Instant } from '../core/model/types.ts'
import { useApp } from './app-context.ts'

/** The current time. Re-renders twice a second while `ticks` is true; nothing is counted here. */
export function useNow(ticks: boolean): Instant {
  const { session } = useApp()
  const [, setTick] = useState(0)
  useEffect(() => {
    if (!ticks) return undefined
    const id = setInterval(() => setTick((tick) => tick + 1), 500)
    return () => clearInterval(id)
  }, [ticks])
  return session.now()
}
