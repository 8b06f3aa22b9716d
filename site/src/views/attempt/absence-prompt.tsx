import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { durationText } from '../../core/duration.ts'
import type { Instant, Millis } from '../../core/types.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'

/** Reading and thinking take minutes without input, so only longer gaps are asked about. */
const longGap: Millis = 10 * 60_000

interface Gap {
  readonly from: Instant
  readonly to: Instant
}

/** Offers to exclude a long absence from the time spent: after a crash, a reload, or a night with the lid closed. */
export function AbsencePrompt({ attempt, act }: AttemptProps) {
  const { session } = useApp()
  const [gap, setGap] = useState<Gap | null>(null)
  const { clock, updatedAt } = attempt
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'hidden' || !clock.running) return
      const now = session.now()
      if (now - updatedAt >= longGap) setGap((before) => before ?? { from: updatedAt, to: now })
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  // After the next action an absence can no longer be told from work.
  if (!gap || !clock.running || gap.from !== updatedAt) return null
  const leaveOut = (): void => {
    act({ type: 'pause' }, gap.from)
    act({ type: 'resume' })
    setGap(null)
  }
  return (
    <div class="banner" role="alert">
      <p>
        The clock kept running while you were away: {durationText(gap.to - gap.from)} since your last action.
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={leaveOut}>
          Don’t count that time
        </button>
        <button type="button" onClick={() => setGap(null)}>
          Count it
        </button>
      </div>
    </div>
  )
}
