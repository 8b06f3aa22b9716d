import { useApp } from '../../app/app-context.ts'
import { dueText } from '../../app/format.ts'
import { useResource } from '../../app/use-resource.ts'
import { firstDue, type Row } from '../../core/catalog/catalog.ts'
import { dateOf } from '../../core/model/day.ts'
import type { Instant } from '../../core/model/types.ts'

interface DueBadgeProps {
  readonly row: Row
  readonly now: Instant
}

/** When a drill, or the first of its cards, comes again: by the plan while there is one. */
export function DueBadge({ row: { entry, progress }, now }: DueBadgeProps) {
  const { plan, dayStart } = useApp().library.settings
  const due = firstDue(progress)
  const isPlanned = plan !== null && dateOf(now, dayStart) < plan.date
  // A plan repeats what was answered, whether or not the result has moved a card.
  const isAsked = isPlanned && progress.last !== null
  const resource = useResource(isAsked ? 'badge' : null, () => import('../plan/planned-badge.tsx'))
  if (isPlanned) {
    if (resource.state !== 'ready') return null
    const { PlannedBadge } = resource.value
    return <PlannedBadge plan={plan} drillId={entry.id} />
  }
  if (due === null) return null
  return (
    <span class={due <= now ? 'due' : ''}>
      {due !== progress.due && 'card '}
      {dueText(due, now, dayStart)}
    </span>
  )
}
