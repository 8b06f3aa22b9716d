import type { Drill } from 'audio-text-drills'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { dateText } from '../../app/format.ts'
import type { Practice } from '../../app/practice.ts'
import { foundFor } from '../../core/grading/found.ts'
import { answerRead, textOf } from '../../core/model/attempt.ts'
import type { Card } from '../../core/model/records.ts'
import type { Attempt } from '../../core/model/types.ts'
import { fieldsToRead, lastWords } from '../../core/schedule/last-words.ts'
import { LearnerText } from '../shared/learner-text.tsx'
import { Replay } from '../speaking/replay.tsx'

interface LastWordsProps {
  readonly card: Pick<Card, 'drillId' | 'criterion'>
  readonly drill: Drill
  readonly practice: Practice
  readonly heading?: 'h3' | 'h4'
}

/** What the learner wrote for the criterion in the newest attempt. */
export function LastWords({ card, drill, practice, heading: Heading = 'h3' }: LastWordsProps) {
  const { library } = useApp()
  const phrases = drill.evidence.filter(({ criterion }) => criterion === card.criterion)
  const last = useMemo(
    () =>
      lastWords(
        library,
        card,
        (attempt) => foundFor(practice.assess(answerRead(attempt), { drill }), card.criterion ?? ''),
        phrases.map(({ text }) => text),
      ),
    [library.attempts, card, drill, practice],
  )
  if (last === null) return null
  const { attempt, words } = last
  const phases = practice.loop.sections
    .filter(({ id }) => phrases.some(({ section }) => section === id))
    .map(({ phase }) => phase)
  const verb = fieldsToRead(attempt, phases).length > 0 ? 'wrote' : 'spoke'
  return (
    <div>
      <Heading>
        You {verb} on {dateText(attempt.startedAt ?? attempt.createdAt)}
      </Heading>
      {words === null ? <WholeAnswer attempt={attempt} phases={phases} /> : <LearnerText text={words} />}
    </div>
  )
}

interface WholeAnswerProps {
  readonly attempt: Attempt
  /** Where the model answer speaks of the criterion. */
  readonly phases: readonly string[]
}

/** All that the learner wrote where the criterion may be answered, folded up; what was said where nothing is written. */
function WholeAnswer({ attempt, phases }: WholeAnswerProps) {
  const fields = fieldsToRead(attempt, phases)
  if (fields.length === 0) return <Replay attempt={attempt} />
  const titles = attempt.fields.length > 1 ? ` in ${fields.map(({ title }) => title).join(', ')}` : ''
  return (
    <>
      <p class="quiet">No sentence of it was recognised for this.</p>
      <details>
        <summary>All you wrote{titles}</summary>
        {fields.map(({ id, title }) => (
          <div key={id}>
            {fields.length > 1 && <h4 dir="auto">{title}</h4>}
            <LearnerText text={textOf(attempt, id)} />
          </div>
        ))}
      </details>
    </>
  )
}
