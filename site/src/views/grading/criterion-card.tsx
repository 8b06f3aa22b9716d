import type { CriterionAssessment, DrillCriterion, Evidence, RichText } from 'audio-text-drills'
import type { ComponentChildren } from 'preact'
import { ownWords } from '../../core/grading/own-words.ts'
import { gradeOf } from '../../core/grading/score.ts'
import { plural } from '../../core/model/plural.ts'
import type { Attempt, Grade, GradedCriterion } from '../../core/model/types.ts'
import type { Act } from '../shared/attempt-props.ts'
import { GradeButtons } from '../shared/grade-buttons.tsx'
import { Html } from '../shared/html.tsx'
import { Levels } from './levels.tsx'
import { criterionId, criterionTitleId } from './marked-phrases.ts'
import { MyAnswer } from './my-answer.tsx'
import { MyWords } from './my-words.tsx'
import { TheirVerdicts } from './their-verdicts.tsx'

interface CriterionCardProps {
  readonly attempt: Attempt
  readonly criterion: GradedCriterion
  readonly isCurrent: boolean
  /** What it earns when it is met. */
  readonly points: number
  /** What earns each grade; null for general criteria and those that the drill no longer has. */
  readonly levels: Pick<DrillCriterion, 'met' | 'partly' | 'alsoMet'> | null
  /** The rubric's text on a general criterion. */
  readonly text: RichText | null
  readonly evidence: readonly Evidence[]
  readonly sectionTitle: (section: string | undefined) => string
  readonly found: CriterionAssessment | undefined
  /** The four are null when read-only. */
  readonly act: Act | null
  readonly onGrade: ((grade: Grade | null) => void) | null
  readonly onQuote: ((text: string | null) => void) | null
  readonly onTakeOver: ((grade: Grade) => void) | null
  readonly onShowPhrase: (evidence: string) => void
  /** Buttons that lead to the neighbours. */
  readonly steps: ComponentChildren
}

/** A criterion: what earns it, the learner's words beside those of the model answer, and the grade. */
export function CriterionCard(props: CriterionCardProps) {
  const { attempt, criterion, isCurrent, points, levels, text, evidence, found, steps } = props
  const { act, onGrade, onQuote, onTakeOver } = props
  const { id, title, scope } = criterion
  const words = ownWords(
    attempt,
    id,
    found,
    evidence.map((each) => each.text),
  )
  const number = attempt.criteria.indexOf(criterion) + 1
  return (
    <section
      class="criterion"
      id={criterionId(id)}
      aria-labelledby={criterionTitleId(id)}
      hidden={!isCurrent}
    >
      <div class="criterion-head">
        <div>
          <p class="quiet">
            Criterion {number} of {attempt.criteria.length}, {scope === 'drill' ? 'of this drill' : 'general'}
            , {plural(points, 'point')}
          </p>
          <h3 id={criterionTitleId(id)} tabIndex={-1}>
            {title}
          </h3>
        </div>
        {steps}
      </div>
      <GradeButtons title={title} grade={gradeOf(attempt, id) ?? null} onGrade={onGrade} />
      <TheirVerdicts attempt={attempt} criterion={id} onTakeOver={onTakeOver} />
      <div class="criterion-body">
        <div class="criterion-side">
          <MyWords attempt={attempt} words={words} found={found} onQuote={onQuote} />
          {isCurrent && <MyAnswer attempt={attempt} quote={words.text} onQuote={onQuote} act={act} />}
        </div>
        <div class="criterion-side">
          <ModelPhrases {...props} />
          <div class="levels">
            {/* A general criterion has no levels; its text says what counts. */}
            <h4>What counts</h4>
            {levels && <Levels levels={levels} />}
            {text && <Html html={text.html} />}
          </div>
        </div>
      </div>
    </section>
  )
}

/** The phrases of the model answer that show the criterion met, with buttons that lead to them. */
function ModelPhrases({ evidence, sectionTitle, onShowPhrase }: CriterionCardProps) {
  return (
    <div class="model">
      <h4>Model answer</h4>
      {evidence.length === 0 && <p class="quiet">No words of it are marked for this.</p>}
      <ul class="evidence">
        {evidence.map(({ id, section, text }) => (
          <li key={id}>
            <mark>{text}</mark>{' '}
            <button type="button" class="text-button" onClick={() => onShowPhrase(id)}>
              show it in {sectionTitle(section)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
