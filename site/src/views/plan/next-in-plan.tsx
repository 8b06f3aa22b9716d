import { useApp } from '../../app/app-context.ts'
import { titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { useSchedule } from '../../app/use-schedule.ts'
import type { Plan } from '../../core/model/records.ts'
import { taskName } from '../../core/plan/plan-words.ts'
import { addressOf } from './task-list.tsx'

/** The way to the first task of today that is not done, or to the plan once all of them are. */
export function NextInPlan({ plan }: { readonly plan: Plan }) {
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
