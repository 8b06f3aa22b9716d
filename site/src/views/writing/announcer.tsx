import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { announce, announcementsBetween, nextMilestone } from '../../core/announcements.ts'
import { currentPhase } from '../../core/timer.ts'
import type { Attempt } from '../../core/types.ts'

/** Long timers drift, so the alarm is set again after an hour. */
const longestDelay = 60 * 60_000

/** Announces half time, the last minute and the end, visibly and to screen readers. */
export function Announcer({ attempt }: { readonly attempt: Attempt }) {
  const { session, library } = useApp()
  const { announcements } = library.settings
  const [words, setWords] = useState('')
  const last = useRef(session.now())
  const newest = useRef(attempt)
  newest.current = attempt
  useEffect(() => {
    if (!announcements) return undefined
    let alarm = 0
    const look = (): void => {
      const now = session.now()
      const passed = announcementsBetween(newest.current, last.current, now)
      last.current = now
      const milestone = passed.at(-1)
      if (milestone)
        setWords(announce(milestone.milestone, currentPhase(newest.current)?.title ?? 'this phase'))
      clearTimeout(alarm)
      const next = nextMilestone(newest.current, now)
      if (next !== null) alarm = window.setTimeout(look, Math.min(Math.max(next - now, 0) + 20, longestDelay))
    }
    look()
    // The alarm may have been missed during sleep or in a throttled tab.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(alarm)
      document.removeEventListener('visibilitychange', look)
    }
  }, [attempt.clock, attempt.phase, attempt.timer, attempt.phases, announcements, session])
  // Announcements are only true of their phase.
  useEffect(() => setWords(''), [attempt.phase])
  return (
    <p class="announcer" role="status">
      {words}
    </p>
  )
}
