import { useApp } from '../../app/app-context.ts'
import { useResource } from '../../app/use-resource.ts'
import { dateOf } from '../../core/model/day.ts'
import { NextLink } from './next-link.tsx'

interface NextTaskProps {
  /** The drill that was worked on, if it was one. */
  readonly drillId?: string
}

/** What comes after something that was done: the next task of today's plan, or what `NextLink` says. */
export function NextTask({ drillId }: NextTaskProps) {
  const { library, session } = useApp()
  const { plan, dayStart } = library.settings
  const isPlanned = plan !== null && dateOf(session.now(), dayStart) < plan.date
  const resource = useResource(isPlanned ? 'next' : null, () => import('../plan/next-in-plan.tsx'))
  if (!isPlanned || resource.state !== 'ready')
    return (
      <p class="next-task no-print">
        <NextLink drillId={drillId} />
      </p>
    )
  const { NextInPlan } = resource.value
  return <NextInPlan plan={plan} />
}
