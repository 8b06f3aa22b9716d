import { loadAnswer, loadPractice } from '../../app/practice.ts'
import { useResource } from '../../app/use-resource.ts'
import type { Weakness } from '../../core/progress/morning.ts'
import { LastWords } from '../repeat/last-words.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

/** What earns a criterion that was missed, beside what the learner wrote for it. */
export function MorningWords({ weakness }: { readonly weakness: Weakness }) {
  const { id, attempt } = weakness
  const { drillId } = attempt
  const resource = useResource(drillId, async () => {
    const [practice, drill] = await Promise.all([loadPractice(drillId), loadAnswer(drillId)])
    return { practice, drill }
  })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The model answer" />
  const { practice, drill } = resource.value
  if (!drill) return null
  const phrases = drill.evidence.filter(({ criterion }) => criterion === id)
  return (
    <div class="phrase-pair">
      {phrases.length > 0 && (
        <div>
          <h4>The model answer says</h4>
          <ul class="phrases">
            {phrases.map((phrase) => (
              <li key={phrase.id}>
                <mark>{phrase.text}</mark>
              </li>
            ))}
          </ul>
        </div>
      )}
      <LastWords card={{ drillId, criterion: id }} drill={drill} practice={practice} heading="h4" />
    </div>
  )
}
