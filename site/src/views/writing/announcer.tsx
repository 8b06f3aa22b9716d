import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import {
  announce,
  announcementsBetween,
  isPassed,
  type Milestone,
  nextMilestone,
} from '../../core/model/announcements.ts'
import { currentPhase } from '../../core/model/timer.ts'
import type { Attempt } from '../../core/model/types.ts'

/** Long timers drift, so the alarm is set again after an hour. */
const longestDelay = 60 * 60_000

/** The tone is for those who write: whoever comes back after the end is told in words alone. */
const latestTone = 90_000

async function playTone(): Promise<void> {
  const { chime } = await import('../../platform/chime.ts')
  await chime()
}

/** Announces half time, the last minute and the end, visibly and to screen readers, and sounds at the end. */
export function Announcer({ attempt }: { readonly attempt: Attempt }) {
  const { session, library } = useApp()
  const { announcements, sound } = library.settings
  const [told, setTold] = useState<Milestone | null>(null)
  const last = useRef(session.now())
  const newest = useRef(attempt)
  newest.current = attempt
  useEffect(() => {
    if (!announcements && !sound) return undefined
    let alarm = 0
    // A change of the limit moves milestones into the past: those are no news.
    last.current = session.now()
    const look = (): void => {
      const now = session.now()
      const passed = announcementsBetween(newest.current, last.current, now).at(-1)
      last.current = now
      if (passed && announcements) setTold(passed.milestone)
      // Without the chunk or a device to play it there is no tone, and nothing is lost.
      if (sound && passed?.milestone === 'end' && now - passed.at < latestTone)
        playTone().catch(() => undefined)
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
  }, [attempt.clock, attempt.phase, attempt.timer, attempt.phases, announcements, sound, session])
  // Announcements are only true of their phase.
  useEffect(() => setTold(null), [attempt.phase])
  // While the clock is paused it says so itself.
  const isTrue =
    told !== null && announcements && attempt.clock.running && isPassed(attempt, told, session.now())
  return (
    <p class="announcer" role="status">
      {isTrue && announce(told, currentPhase(attempt)?.title ?? 'this phase')}
    </p>
  )
}
