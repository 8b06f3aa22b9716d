import type { Evidence } from 'audio-text-drills'
import { gradeLabels, plural } from '../../app/format.ts'
import type { Suggestion } from '../../core/suggestions.ts'
import type { Grade, GradedCriterion } from '../../core/types.ts'
import { Html } from '../shared/html.tsx'
import { criterionId, evidenceId, focusAndHighlight } from './model-answer.tsx'

interface CriterionGradeProps {
  readonly criterion: GradedCriterion
  /** Its number in the marked phrases; null when it has none. */
  readonly number: number | null
  /** The rubric's text on it. */
  readonly html: string | null
  readonly evidence: readonly Evidence[]
  readonly sectionTitle: (section: string | undefined) => string
  readonly suggestion: Suggestion | undefined
  readonly grade: Grade | undefined
  /** Null when read-only. */
  readonly onGrade: ((grade: Grade | null) => void) | null
}

const grades = ['met', 'partly', 'not'] as const satisfies readonly Grade[]

/** One criterion with its grade, the suggestion and the evidence. */
export function CriterionGrade(props: CriterionGradeProps) {
  const { criterion, number, html, evidence, sectionTitle, suggestion, grade, onGrade } = props
  const { id, title, weight } = criterion
  return (
    <fieldset class="criterion" id={criterionId(id)} tabIndex={-1}>
      <legend>
        {number !== null && <span class="number">{number}</span>} {title} <small>{weight} of 100</small>
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
      <EvidenceList evidence={evidence} sectionTitle={sectionTitle} />
      {html !== null && (
        <details>
          <summary>What it asks for</summary>
          <Html html={html} />
        </details>
      )}
    </fieldset>
  )
}

function SuggestionLine({ suggestion }: { readonly suggestion: Suggestion }) {
  const { grade, sentence, lacks } = suggestion
  return (
    <div class="suggestion">
      <p>
        <span class="tag">coverage only</span> Your words suggest <b>{gradeLabels[grade].toLowerCase()}</b>
        {sentence === null ? ': no sentence comes close.' : grade === 'met' ? ':' : '; this comes closest:'}
      </p>
      {sentence !== null && <blockquote>{sentence}</blockquote>}
      {lacks.length > 0 && (
        <details>
          <summary>What is missing</summary>
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

interface EvidenceListProps {
  readonly evidence: readonly Evidence[]
  readonly sectionTitle: (section: string | undefined) => string
}

/** The phrases of the model answer that earn a criterion, with buttons that lead to them. */
function EvidenceList({ evidence, sectionTitle }: EvidenceListProps) {
  if (evidence.length === 0) return null
  return (
    <details class="evidence">
      <summary>Evidence in the model answer: {plural(evidence.length, 'phrase')}</summary>
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
    </details>
  )
}
