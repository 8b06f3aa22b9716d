import { useResource } from '../../app/use-resource.ts'
import type { Plan } from '../../core/model/records.ts'
import { ResourceState } from '../shared/resource-state.tsx'

/** Today's part of a plan, which is loaded when there is one. */
export function LazyPlanToday({ plan }: { readonly plan: Plan }) {
  const resource = useResource('day', () => import('../plan/plan-today.tsx'))
  if (resource.state === 'ready') {
    const { PlanToday } = resource.value
    return <PlanToday plan={plan} />
  }
  return (
    <section class="today" aria-labelledby="today-title">
      <h2 id="today-title">Today</h2>
      <ResourceState resource={resource} what="The plan" />
    </section>
  )
}
