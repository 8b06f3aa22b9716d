import { loadAnswer } from '../../app/practice.ts'
import { useResource } from '../../app/use-resource.ts'
import { ReadOnlyAttempt } from '../finished/read-only-attempt.tsx'
import { Acting } from '../shared/acting.tsx'
import type { RevealedAttemptProps } from '../shared/attempt-props.ts'
import { ResourceState } from '../shared/resource-state.tsx'

/** An attempt after the reveal. The views for it are fetched together with the answer. */
export function RevealedAttempt(props: RevealedAttemptProps) {
  const { drillId } = props.attempt
  const resource = useResource(drillId, async () => {
    const [drill, { RevealedContent }] = await Promise.all([
      loadAnswer(drillId),
      import('./revealed-content.tsx'),
    ])
    return { drill, RevealedContent }
  })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The model answer" />
  const { drill, RevealedContent } = resource.value
  if (drill) return <RevealedContent {...props} drill={drill} />
  return (
    <Acting>
      <ReadOnlyAttempt {...props} />
    </Acting>
  )
}
