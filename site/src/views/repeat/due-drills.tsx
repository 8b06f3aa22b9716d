import { useApp } from '../../app/app-context.ts'
import { titleOf } from '../../app/format.ts'
import { planDayText } from '../../app/plan-day-text.ts'
import { href } from '../../app/router.ts'
import { dateOf } from '../../core/model/day.ts'
import type { Card } from '../../core/model/records.ts'
import type { Schedule } from '../../core/plan/plan-types.ts'
import { plannedFor } from '../../core/plan/planned-for.ts'
import { DueDate } from '../shared/scheduled-cards.tsx'

interface DueDrillsProps {
  readonly drills: readonly Card[]
  /** Null without a plan, which otherwise says when a drill is run. */
  readonly schedule: Schedule | null
}

/** Drills to run again. */
export function DueDrills({ drills, schedule }: DueDrillsProps) {
  const { library, session } = useApp()
  if (drills.length === 0) return null
  const today = dateOf(session.now(), library.settings.dayStart)
  const planText = (date: string | null): string =>
    date === null ? 'not in the plan as it stands' : `planned for ${planDayText(date, today)}`
  return (
    <section>
      <h2>Drills to run again</h2>
      {schedule && (
        <p class="quiet">
          <a href={href('plan')}>Your plan</a> says which of them to run, and when. What you do can move them.
        </p>
      )}
      <ul class="due-list">
        {drills.map((drill) => (
          <li key={drill.id}>
            <a href={href('drill', drill.drillId)}>{titleOf(drill.drillId)}</a>
            {schedule ? (
              <span class="quiet">{planText(plannedFor(schedule, drill.drillId))}</span>
            ) : (
              <DueDate card={drill} label={titleOf(drill.drillId)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
