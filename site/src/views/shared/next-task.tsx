import { useApp } from '../../app/app-context.ts'
import { titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { useSchedule } from '../../app/use-schedule.ts'
import { dateOf } from '../../core/model/day.ts'
import type { Plan } from '../../core/model/records.ts'
import { taskName } from '../../core/plan/plan-words.ts'
import { addressOf } from '../plan/task-list.tsx'

/** What comes after something that was done: the next task of today's plan, or the drills where there is no plan. */
export function NextTask() {
  const { library, session } = useApp()
  const { plan, dayStart } = library.settings
  if (plan !== null && dateOf(session.now(), dayStart) < plan.date) return <NextInPlan plan={plan} />
  return (
    <p class="next-task no-print">
      <a class="button primary" href={href('home')}>
        All drills
      </a>
    </p>
  )
}

function NextInPlan({ plan }: { readonly plan: Plan }) {
  const { library } = useApp()
  const today = useSchedule(plan)?.days[0]
  const next = today?.tasks.find(({ isDone }) => !isDone)?.task
  const words = next ? `Next: ${taskName(next, titleOf)}, ${next.minutes} min` : 'All done for today'
  return (
    <p class="next-task no-print">
      <a class="button primary" href={next ? addressOf(library, next) : href('plan')}>
        Go on with your plan
      </a>
      {today && <span class="quiet">{words}</span>}
    </p>
  )
}
