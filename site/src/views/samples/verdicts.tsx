import { useApp } from '../../app/app-context.ts'
import { type Level, levelsOf, type Samples, sentencesByCriterion } from '../../app/samples.ts'
import { gradeLabels } from '../../core/grading/grade-words.ts'
import { shareOf } from '../../core/grading/score.ts'
import { ownValue } from '../../core/model/objects.ts'
import { plural } from '../../core/model/plural.ts'
import type { SampleGrading } from '../../core/model/records.ts'
import type { Grade, GradedCriterion } from '../../core/model/types.ts'
import { CalibrationNote } from '../shared/calibration-note.tsx'
import { Html } from '../shared/html.tsx'
import type { SampleProps } from './sample-props.ts'

interface VerdictsProps extends SampleProps {
  readonly grading: SampleGrading
}

function comparison(mine: Grade, given: Grade): string {
  if (mine === given) return 'the same'
  return shareOf[mine] > shareOf[given] ? 'you were kinder' : 'you were stricter'
}

/** The learner’s grade of each criterion beside the given verdict, and what speaks for that. */
export function Verdicts({ samples, sample, grading }: VerdictsProps) {
  const { library } = useApp()
  const sentences = sentencesByCriterion(samples, sample)
  const rows = samples.criteria.flatMap((criterion) => {
    const mine = ownValue(grading.grades, criterion.id)
    const given = ownValue(grading.given, criterion.id)
    return mine === undefined || given === undefined ? [] : [{ criterion, mine, given }]
  })
  const same = rows.filter(({ mine, given }) => mine === given).length
  return (
    <section aria-labelledby="verdicts-title">
      <h2 id="verdicts-title" tabIndex={-1}>
        Your grades and the verdicts
      </h2>
      <p>
        The same on {same} of {plural(rows.length, 'criterion', 'criteria')}. The answer as a whole is called{' '}
        {sample.level}.
      </p>
      <ol class="verdicts">
        {rows.map(({ criterion, mine, given }) => (
          <li key={criterion.id} data-same={mine === given}>
            <h3>{criterion.title}</h3>
            <p>
              Yours: <strong>{gradeLabels[mine]}</strong> · Given: <strong>{gradeLabels[given]}</strong> ·{' '}
              {comparison(mine, given)}
            </p>
            <Reason
              samples={samples}
              criterion={criterion}
              given={given}
              sentence={given === 'not' ? undefined : sentences.get(criterion.id)}
            />
          </li>
        ))}
      </ol>
      <h3>Am I too kind?</h3>
      <CalibrationNote gradings={library.samples} />
    </section>
  )
}

interface ReasonProps {
  readonly samples: Samples
  readonly criterion: GradedCriterion
  readonly given: Grade
  /** Where the answer speaks of it. */
  readonly sentence: string | undefined
}

/** What introduces the text of a criterion, by the verdict that was given. */
function leadText(given: Grade, level: Level): string {
  if (given === 'not') return 'The answer does not say this:'
  if (level.grade !== given) return 'It asks for:'
  return `${gradeLabels[given]}:`
}

/** What the criterion asks for at the level that was given, and where the answer says it. */
function Reason({ samples, criterion, given, sentence }: ReasonProps) {
  const levels = levelsOf(samples, criterion)
  const level = levels.find(({ grade }) => grade === given) ?? levels[0]
  return (
    <details>
      <summary>
        Why<span class="visually-hidden"> {criterion.title}</span>
      </summary>
      {sentence !== undefined && (
        <>
          <p>The answer says:</p>
          <blockquote dir="auto">{sentence}</blockquote>
        </>
      )}
      {level && (
        <>
          <p>{leadText(given, level)}</p>
          <Html html={level.text.html} />
        </>
      )}
    </details>
  )
}
