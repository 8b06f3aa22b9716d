import { useEffect, useState } from 'preact/hooks'
import { dateOf, endOfDay } from '../core/model/day.ts'
import type { Session } from './session.ts'

/** Long timers drift, so the alarm is set again after an hour. */
const longestDelay = 60 * 60_000

/** Re-renders when the learner’s day turns, so that a page which was left open overnight is not that of yesterday. */
export function useDayTurn(session: Session, dayStart: number): void {
  const [, setDay] = useState(() => dateOf(session.now(), dayStart))
  useEffect(() => {
    let alarm = 0
    const look = (): void => {
      const now = session.now()
      setDay(dateOf(now, dayStart))
      clearTimeout(alarm)
      alarm = window.setTimeout(look, Math.min(endOfDay(now, dayStart) + 1 - now, longestDelay))
    }
    look()
    // The alarm may have been missed during sleep or in a throttled tab.
    document.addEventListener('visibilitychange', look)
    addEventListener('focus', look)
    addEventListener('pageshow', look)
    return () => {
      clearTimeout(alarm)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('focus', look)
      removeEventListener('pageshow', look)
    }
  }, [session, dayStart])
}
