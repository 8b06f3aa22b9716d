import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { durationText } from '../../core/model/duration.ts'
import type { Instant, Millis } from '../../core/model/types.ts'
import { LockContext } from '../shared/acting.tsx'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { useHeard } from './use-heard.ts'

/** Reading and thinking take minutes without input, so only longer gaps are asked about. */
const longGap: Millis = 10 * 60_000

/** How often the page looks whether it has slept. */
const beat: Millis = 30_000

interface Gap {
  /** The last sign of the learner before the last absence. */
  readonly from: Instant
  readonly to: Instant
  /** The phase that the clock was in, or the follow-up. */
  readonly phase: string
  /** All that has not been answered yet. */
  readonly length: Millis
}

/** Offers to exclude a long absence from the time spent: after a crash, a reload, or a night with the lid closed. */
export function AbsencePrompt({ attempt, act }: AttemptProps) {
  const { session } = useApp()
  const [gap, setGap] = useState<Gap | null>(null)
  /** Until when the learner wants all time counted. */
  const counted = useRef<Instant>(0)
  const heardAt = useHeard(attempt)
  const lastSign = (): Instant => Math.max(attempt.updatedAt, counted.current, heardAt())
  const lock = useContext(LockContext)
  const [opened] = useState(session.now)
  // One that was left running by a page that is closed stops by itself.
  const followUp = attempt.followUps.find(({ since }) => lock === 'held' && since !== null && since >= opened)
  const measured = {
    lastSign,
    isRunning: attempt.clock.running || followUp !== undefined,
    phase: followUp?.id ?? attempt.phase,
  }
  const newest = useRef(measured)
  newest.current = measured
  useEffect(() => {
    let last = session.now()
    const look = (): void => {
      const now = session.now()
      last = now
      const { isRunning, phase } = newest.current
      const from = newest.current.lastSign()
      if (document.visibilityState === 'hidden' || !isRunning || now - from < longGap) return
      setGap((before) => {
        if (before?.from === from) return before
        const length = now - from + (before?.phase === phase ? before.length : 0)
        return { from, to: now, phase, length }
      })
    }
    // With the lid closed the page may stay visible: only its timers tell that it slept.
    const tick = (): void => {
      const now = session.now()
      if (now - last >= longGap) look()
      last = now
    }
    look()
    const timer = setInterval(tick, beat)
    document.addEventListener('visibilitychange', look)
    document.addEventListener('resume', look)
    addEventListener('pageshow', look)
    addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      document.removeEventListener('resume', look)
      removeEventListener('pageshow', look)
      removeEventListener('focus', look)
    }
  }, [session])
  // It stays until it is answered, whatever is typed before.
  if (!gap) return null
  const { phase, length } = gap
  const isFollowUp = attempt.followUps.some(({ id }) => id === phase)
  if (attempt.revealedAt !== null && !isFollowUp) return null
  const leaveOut = (): void => {
    act(
      isFollowUp
        ? { type: 'followUpLeaveOut', followUp: phase, length }
        : { type: 'leaveOut', phase, length },
    )
    setGap(null)
  }
  const countIt = (): void => {
    counted.current = gap.to
    setGap(null)
  }
  return (
    <div class="banner absence" role="alert">
      <p>The clock kept running while you were away: {durationText(length)} since your last action.</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={leaveOut}>
          Don’t count that time
        </button>
        <button type="button" onClick={countIt}>
          Count it
        </button>
      </div>
    </div>
  )
}
