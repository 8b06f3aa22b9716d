import { useApp } from '../../app/app-context.ts'
import { planDayText } from '../../app/plan-day-text.ts'
import { useSchedule } from '../../app/use-schedule.ts'
import { dateOf } from '../../core/model/day.ts'
import type { Plan } from '../../core/model/records.ts'
import { cardsPlannedFor, plannedFor } from '../../core/plan/planned-for.ts'

interface PlannedBadgeProps {
  readonly plan: Plan
  readonly drillId: string
}

/** The day for which a plan has a drill or some of its cards, whichever is sooner. */
export function PlannedBadge({ plan, drillId }: PlannedBadgeProps) {
  const { library, session } = useApp()
  const schedule = useSchedule(plan)
  if (schedule === null) return null
  const drill = plannedFor(schedule, drillId)
  const cards = cardsPlannedFor(schedule, drillId)
  const day = cards !== null && (drill === null || cards < drill) ? cards : drill
  if (day === null) return null
  const today = dateOf(session.now(), library.settings.dayStart)
  return (
    <span class={day === today ? 'due' : ''}>
      {day !== drill && 'card '}planned for {planDayText(day, today)}
    </span>
  )
}
