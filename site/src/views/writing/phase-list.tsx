import { useApp } from '../../app/app-context.ts'
import { useNow } from '../../app/use-now.ts'
import { clockText } from '../../core/model/duration.ts'
import { limitOf, spentIn } from '../../core/model/timer.ts'
import type { Attempt } from '../../core/model/types.ts'

/** All phases, with the time spent in each unless the clock is hidden. */
export function PhaseList({ attempt }: { readonly attempt: Attempt }) {
  const { timerHidden } = useApp().library.settings
  const now = useNow(attempt.clock.running && !timerHidden)
  return (
    <ol class="phase-list" aria-label="Phases">
      {attempt.phases.map((run) => {
        const limit = limitOf(run, attempt.timer)
        const spent = spentIn(attempt, run.id, now)
        const isCurrent = run.id === attempt.phase
        return (
          <li key={run.id} {...(isCurrent ? { 'aria-current': 'step' } : {})}>
            <span dir="auto">{run.title}</span>
            {!timerHidden && (
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
