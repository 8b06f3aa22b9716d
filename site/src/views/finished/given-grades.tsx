import { gradeLabels } from '../../core/grading/grade-words.ts'
import { gradeOf } from '../../core/grading/score.ts'
import { ownValue } from '../../core/model/objects.ts'
import type { Attempt } from '../../core/model/types.ts'
import { LearnerText } from '../shared/learner-text.tsx'
import { ScoreLine } from './score-line.tsx'

/** What an attempt was graded, where the drill itself is not at hand: the score, each grade with its words, and the note. */
export function GivenGrades({ attempt }: { readonly attempt: Attempt }) {
  const { criteria, redFlags, note, score } = attempt
  return (
    <section class="given-grades" aria-labelledby="given-grades-title">
      <h2 id="given-grades-title">How you graded it</h2>
      <ScoreLine attempt={attempt} score={score} />
      <dl class="terms">
        {criteria.map(({ id, title }) => {
          const grade = gradeOf(attempt, id)
          const words = ownValue(attempt.quotes, id)
          return (
            <div key={id}>
              <dt dir="auto">{title}</dt>
              <dd>
                {grade ? gradeLabels[grade] : 'Not graded'}
                {words && <LearnerText text={words} />}
              </dd>
            </div>
          )
        })}
      </dl>
      {redFlags.length > 0 && (
        <>
          <h3>Red flags</h3>
          <ul>
            {redFlags.map(({ source, id, text }) => (
              <li key={`${source}/${id}`} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {note.value.trim() !== '' && (
        <>
          <h3>Note</h3>
          <LearnerText text={note.value} />
        </>
      )}
    </section>
  )
}
