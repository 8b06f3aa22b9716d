import { useApp } from '../../app/app-context.ts'
import { dayText, titleOf, weekdayOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { useSchedule } from '../../app/use-schedule.ts'
import { dateOf, daysBetween } from '../../core/model/day.ts'
import type { Plan } from '../../core/model/records.ts'
import { missedWords, todayWords } from '../../core/plan/plan-words.ts'
import { TaskList } from './task-list.tsx'

/** Today's part of a plan whose date is still to come, for the first page. */
export function PlanToday({ plan }: { readonly plan: Plan }) {
  const { library, session } = useApp()
  const count = daysBetween(dateOf(session.now(), library.settings.dayStart), plan.date)
  return (
    <section class="today" aria-labelledby="today-title">
      <h2 id="today-title">
        Today <small>{countdown(count, plan.date)}</small>
      </h2>
      <Tasks plan={plan} />
      <p class="plan-link">
        <a href={href('plan')}>The whole plan</a>
      </p>
    </section>
  )
}

const countdown = (count: number, date: string): string =>
  count === 1 ? `the eve of ${dayText(date)}` : `${count} days to ${dayText(date)}`

function Tasks({ plan }: { readonly plan: Plan }) {
  const schedule = useSchedule(plan)
  if (schedule === null) return <p class="quiet loading">Loading …</p>
  const { days, missed } = schedule
  const [today] = days
  if (!today || today.tasks.length + today.beside.length === 0)
    return <p>Nothing is left to plan. Rest, or pick any drill.</p>
  return (
    <>
      {missed && <p>{missedWords(missed, weekdayOf, titleOf)}</p>}
      <p class="quiet">{todayWords(today)}</p>
      <TaskList day={today} />
    </>
  )
}
