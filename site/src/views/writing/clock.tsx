import { useNow } from '../../app/use-now.ts'
import { clockText } from '../../core/duration.ts'
import { currentPhase, remaining, spentIn } from '../../core/timer.ts'
import type { Attempt } from '../../core/types.ts'

/** The time of the current phase: what is left of it, or what was spent when there is no limit. */
export function Clock({ attempt }: { readonly attempt: Attempt }) {
  const now = useNow(attempt.clock.running)
  const left = remaining(attempt, now)
  const isOver = left !== null && left < 0
  const words = left === null ? 'spent' : isOver ? 'over' : 'left'
  const state = isOver ? 'over' : left !== null && left <= 60_000 ? 'last' : 'calm'
  return (
    <p class="clock" data-state={state} data-running={attempt.clock.running}>
      {/* A timer is silent by its role: what has to be heard is said by the announcer. */}
      <span role="timer" aria-label={`Time in ${currentPhase(attempt)?.title ?? 'this phase'}`}>
        <span class="clock-figures">{clockText(left ?? spentIn(attempt, attempt.phase, now))}</span>{' '}
        <small>{words}</small>
      </span>
    </p>
  )
}
