import { useNow } from '../../app/use-now.ts'
import { clockText } from '../../core/model/duration.ts'
import { currentPhase, remaining, spentIn } from '../../core/model/timer.ts'
import type { Attempt } from '../../core/model/types.ts'

/** The time left in the current phase, or the time spent when there is no limit. */
export function Clock({ attempt }: { readonly attempt: Attempt }) {
  const now = useNow(attempt.clock.running)
  const left = remaining(attempt, now)
  const isOver = left !== null && left < 0
  const isPaused = attempt.startedAt !== null && !attempt.clock.running
  const words = `${left === null ? 'spent' : isOver ? 'over' : 'left'}${isPaused ? ', paused' : ''}`
  const state = isOver ? 'over' : left !== null && left <= 60_000 ? 'last' : 'calm'
  return (
    <p class="clock" data-state={state} data-running={attempt.clock.running}>
      {/* Screen readers stay silent on the timer role; the announcer speaks. */}
      <span role="timer" aria-label={`Time in ${currentPhase(attempt)?.title ?? 'this phase'}`}>
        <span class="clock-figures">{clockText(left ?? spentIn(attempt, attempt.phase, now))}</span>{' '}
        <small>{words}</small>
      </span>
    </p>
  )
}
