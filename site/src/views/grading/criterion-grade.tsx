import type { CriterionAssessment, DrillCriterion, Evidence, RichText } from 'audio-text-drills'
import { gradeLabels, plural } from '../../app/format.ts'
import type { Grade, GradedCriterion } from '../../core/types.ts'
import { Html } from '../shared/html.tsx'
import { criterionId, evidenceId, focusAndHighlight } from './model-answer.tsx'

interface CriterionGradeProps {
  readonly criterion: GradedCriterion
  /** Its number in the marked phrases. */
  readonly number: number
  /** What it earns when it is met. */
  readonly points: number
  /** What earns each grade; null for general criteria and those that the drill no longer has. */
  readonly levels: Pick<DrillCriterion, 'met' | 'partly' | 'alsoMet'> | null
  /** The rubric's text on a general criterion. */
  readonly text: RichText | null
  readonly evidence: readonly Evidence[]
  readonly sectionTitle: (section: string | undefined) => string
  readonly suggestion: CriterionAssessment | undefined
  readonly grade: Grade | undefined
  /** Null when read-only. */
  readonly onGrade: ((grade: Grade | null) => void) | null
}

const grades = ['met', 'partly', 'not'] as const satisfies readonly Grade[]

/** One criterion with its grade and what was found; what it asks for and the model answer's words are one click away. */
export function CriterionGrade(props: CriterionGradeProps) {
  const { criterion, number, points, levels, text, evidence, sectionTitle, suggestion, grade, onGrade } =
    props
  const { id, title } = criterion
  return (
    <fieldset class="criterion" id={criterionId(id)} tabIndex={-1}>
      <legend>
        <span class="number">{number}</span> {title} <small>{plural(points, 'point')}</small>
      </legend>
      <div class="grade-choice">
        {grades.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`grade-${id}`}
              value={each}
              checked={grade === each}
              disabled={onGrade === null}
              onChange={() => onGrade?.(each)}
            />
            <span>{gradeLabels[each]}</span>
          </label>
        ))}
        {grade !== undefined && onGrade && (
          <button
            type="button"
            class="text-button"
            aria-label={`Clear the grade of ${title}`}
            onClick={() => onGrade(null)}
          >
            Clear
          </button>
        )}
      </div>
      {suggestion && <SuggestionLine suggestion={suggestion} />}
      <details class="levels">
        <summary>
          What counts<span class="visually-hidden"> for {title}</span>, and the model answer’s words
        </summary>
        {levels && <Levels levels={levels} />}
        {text && <Html html={text.html} />}
        <EvidenceList evidence={evidence} sectionTitle={sectionTitle} />
      </details>
    </fieldset>
  )
}

interface SuggestionLineProps {
  readonly suggestion: CriterionAssessment
}

/** What was found in the learner's words, never a grade. */
function SuggestionLine({ suggestion: { status, sentence, lacks = [] } }: SuggestionLineProps) {
  if (status === 'found' || status === 'denied') {
    return (
      <div class="suggestion">
        <p>{status === 'found' ? 'found:' : 'says the opposite:'}</p>
        <blockquote>{sentence}</blockquote>
      </div>
    )
  }
  return (
    <div class="suggestion">
      <p>{status === 'unread' ? 'not read: the answer is in another language' : 'nothing found'}</p>
      {lacks.length > 0 && (
        <details>
          <summary>What was looked for</summary>
          {sentence !== undefined && (
            <>
              <p>Nearest to it:</p>
              <blockquote>{sentence}</blockquote>
              <p>It lacks:</p>
            </>
          )}
          <ul>
            {lacks.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

interface LevelsProps {
  readonly levels: NonNullable<CriterionGradeProps['levels']>
}

/** What earns which grade. */
function Levels({ levels: { met, partly, alsoMet } }: LevelsProps) {
  const all: readonly (readonly [string, RichText])[] = [
    ['Met', met],
    ...(partly ? [['Partly', partly] as const] : []),
    ...alsoMet.map((text) => ['Also met', text] as const),
  ]
  return (
    <dl class="terms">
      {all.map(([label, { markdown, html }]) => (
        <div key={`${label} ${markdown}`}>
          <dt>{label}</dt>
          <dd>
            <Html html={html} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface EvidenceListProps {
  readonly evidence: readonly Evidence[]
  readonly sectionTitle: (section: string | undefined) => string
}

/** The phrases of the model answer that show a criterion met, with buttons that lead to them. */
function EvidenceList({ evidence, sectionTitle }: EvidenceListProps) {
  if (evidence.length === 0) return null
  return (
    <div class="evidence">
      <p>The model answer says:</p>
      <ul>
        {evidence.map(({ id, section, text }) => (
          <li key={id}>
            <mark>{text}</mark>{' '}
            <button type="button" class="text-button" onClick={() => focusAndHighlight(evidenceId(id))}>
              show it in {sectionTitle(section)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
