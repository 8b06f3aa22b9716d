import { useApp } from '../../app/app-context.ts'
import { href } from '../../app/router.ts'
import { useResource } from '../../app/use-resource.ts'
import { dateOf } from '../../core/model/day.ts'

/** What comes after something that was done: the next task of today's plan, or the drills where there is no plan. */
export function NextTask() {
  const { library, session } = useApp()
  const { plan, dayStart } = library.settings
  const isPlanned = plan !== null && dateOf(session.now(), dayStart) < plan.date
  const resource = useResource(isPlanned ? 'next' : null, () => import('../plan/next-in-plan.tsx'))
  if (!isPlanned || resource.state !== 'ready')
    return (
      <p class="next-task no-print">
        <a class="button primary" href={href(isPlanned ? 'plan' : 'home')}>
          {isPlanned ? 'Go on with your plan' : 'All drills'}
        </a>
      </p>
    )
  const { NextInPlan } = resource.value
  return <NextInPlan plan={plan} />
}
