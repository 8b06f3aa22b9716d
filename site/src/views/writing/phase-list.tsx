import { useNow } from '../../app/use-now.ts'
import { clockText } from '../../core/duration.ts'
import { limitOf, spentIn } from '../../core/timer.ts'
import type { Attempt } from '../../core/types.ts'

interface PhaseListProps {
  readonly attempt: Attempt
  readonly isHidden: boolean
}

/** All phases with the time spent in them, of how much. */
export function PhaseList({ attempt, isHidden }: PhaseListProps) {
  const now = useNow(attempt.clock.running && !isHidden)
  return (
    <ol class="phase-list">
      {attempt.phases.map((run) => {
        const limit = limitOf(run, attempt.timer)
        const spent = spentIn(attempt, run.id, now)
        const isCurrent = run.id === attempt.phase
        return (
          <li key={run.id} {...(isCurrent ? { 'aria-current': 'step' } : {})}>
            <span>{run.title}</span>
            {!isHidden && (
              <span class="figures-small">
                {spent > 0 && `${clockText(spent)}${limit === null ? '' : ' of '}`}
                {limit !== null && clockText(limit)}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
