import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { durationText } from '../../core/model/duration.ts'
import { followUpSpent } from '../../core/model/follow-ups.ts'
import { spentIn } from '../../core/model/timer.ts'
import type { Attempt, Instant, Millis } from '../../core/model/types.ts'
import { LockContext } from '../shared/acting.tsx'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { useHeard } from './use-heard.ts'

/** Reading and thinking take minutes without input, so only longer gaps are asked about. */
const longGap: Millis = 10 * 60_000

/** How often the page looks whether it has slept. */
const beat: Millis = 30_000

interface Part {
  readonly id: string
  readonly isFollowUp: boolean
}

interface Gap {
  /** The last sign of the learner before the last absence. */
  readonly from: Instant
  readonly to: Instant
  /** The phase that the clock was in, or the follow-up. */
  readonly part: Part
  /** All that has not been answered yet. */
  readonly length: Millis
  /** The time of the part with it. */
  readonly spent: Millis
}

function spentOn(attempt: Attempt, { id, isFollowUp }: Part, now: Instant): Millis {
  if (!isFollowUp) return spentIn(attempt, id, now)
  const run = attempt.followUps.find((each) => each.id === id)
  return run ? followUpSpent(run, now) : 0
}

/** Whether the time was taken out elsewhere: without that no part loses any. */
const isAnswered = ({ part, spent }: Gap, attempt: Attempt, now: Instant): boolean =>
  spentOn(attempt, part, now) < spent

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
  const part: Part = { id: followUp?.id ?? attempt.phase, isFollowUp: followUp !== undefined }
  const measured = { lastSign, attempt, part, isRunning: attempt.clock.running || part.isFollowUp }
  const newest = useRef(measured)
  newest.current = measured
  useEffect(() => {
    let last = session.now()
    const look = (): void => {
      const now = session.now()
      last = now
      const { attempt, part, isRunning } = newest.current
      const from = newest.current.lastSign()
      if (document.visibilityState === 'hidden' || !isRunning || now - from < longGap) return
      setGap((last) => {
        const before = last && !isAnswered(last, attempt, now) ? last : null
        if (before?.from === from) return before
        const length = now - from + (before?.part.id === part.id ? before.length : 0)
        return { from, to: now, part, length, spent: spentOn(attempt, part, now) }
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
  const isGone = gap !== null && isAnswered(gap, attempt, session.now())
  useEffect(() => {
    if (isGone) setGap(null)
  }, [isGone])
  // It stays until it is answered here or in another tab, whatever is typed before.
  if (!gap || isGone) return null
  const { length } = gap
  const { id, isFollowUp } = gap.part
  if (attempt.revealedAt !== null && !isFollowUp) return null
  const leaveOut = (): void => {
    act(
      isFollowUp
        ? { type: 'followUpLeaveOut', followUp: id, length }
        : { type: 'leaveOut', phase: id, length },
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
