import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { announce, announcementsBetween, nextMilestone } from '../../core/announcements.ts'
import { currentPhase } from '../../core/timer.ts'
import type { Attempt } from '../../core/types.ts'

/** Browsers keep longer delays badly; the alarm is set again then. */
const longestDelay = 60 * 60_000

/** Tells half time, the last minute and the end, each once, to eyes and to screen readers. */
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
    // A sleeping machine or a throttled tab may have missed the alarm.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(alarm)
      document.removeEventListener('visibilitychange', look)
    }
  }, [attempt.clock, attempt.phase, attempt.timer, attempt.phases, announcements, session])
  // What was said of a phase is over with it.
  useEffect(() => setWords(''), [attempt.phase])
  return (
    <p class="announcer" role="status">
      {words}
    </p>
  )
}
