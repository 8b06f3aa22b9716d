import type { Drill } from 'audio-text-drills'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { dateText } from '../../app/format.ts'
import { loadAnswer, loadPractice, type Practice } from '../../app/practice.ts'
import { useResource } from '../../app/use-resource.ts'
import { foundFor } from '../../core/grading/found.ts'
import { answerOf } from '../../core/model/attempt.ts'
import type { Weakness } from '../../core/progress/morning.ts'
import { lastWords } from '../../core/schedule/last-words.ts'
import { LearnerText } from '../shared/learner-text.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

/** What earns a criterion that was missed, beside what the learner wrote for it. */
export function MorningWords({ weakness }: { readonly weakness: Weakness }) {
  const { drillId } = weakness.attempt
  const resource = useResource(drillId, async () => {
    const [{ assess }, drill] = await Promise.all([loadPractice(drillId), loadAnswer(drillId)])
    return { assess, drill }
  })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The model answer" />
  const { assess, drill } = resource.value
  return drill && <Pair weakness={weakness} drill={drill} assess={assess} />
}

interface PairProps extends Pick<Practice, 'assess'> {
  readonly weakness: Weakness
  readonly drill: Drill
}

function Pair({ weakness, drill, assess }: PairProps) {
  const { library } = useApp()
  const { id, attempt } = weakness
  const phrases = drill.evidence.filter(({ criterion }) => criterion === id)
  const last = useMemo(
    () =>
      lastWords(library, { drillId: attempt.drillId, criterion: id }, (each) =>
        foundFor(assess(answerOf(each), { drill }), id),
      ),
    [library.attempts, attempt, id, drill, assess],
  )
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
      {last && (
        <div>
          <h4>You wrote on {dateText(last.at)}</h4>
          {last.words === null ? (
            <p class="quiet">No sentence of your answer was recognised for this.</p>
          ) : (
            <LearnerText text={last.words} />
          )}
        </div>
      )}
    </div>
  )
}
