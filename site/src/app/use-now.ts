import { useEffect, useState } from 'preact/hooks'
import type { Instant } from '../core/types.ts'
import { useApp } from './context.tsx'

/**
 * The present instant. It is looked up at every rendering, and while `ticks` it renders twice a second: it
 * only shows the time, nothing is counted here.
 */
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
