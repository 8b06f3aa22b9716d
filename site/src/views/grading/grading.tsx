import { wholeAnswer } from '../../core/attempt.ts'
import { gradeOf } from '../../core/score.ts'
import { suggestionsFor } from '../../core/suggestions.ts'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { CriterionGrade } from './criterion-grade.tsx'

/** The self-grade of each criterion, with evidence and suggestion. */
export function Grading({ attempt, act, drill, rubric, coverage }: RevealedProps) {
  const suggestions = coverage ? suggestionsFor(attempt, coverage) : new Map<string, never>()
  return (
    <section class="grading" aria-labelledby="grading-title">
      <h2 id="grading-title">Grade yourself</h2>
      <p class="quiet">
        Would an on-call engineer get this from your words? Suggestions only look for words; the grade is
        yours.
      </p>
      {attempt.criteria.map((criterion) => {
        const { id } = criterion
        const index = rubric.criteria.findIndex((each) => each.id === id)
        return (
          <CriterionGrade
            key={id}
            criterion={criterion}
            number={index < 0 ? null : index + 1}
            html={rubric.criteria[index]?.text.html ?? null}
            evidence={drill.evidence.filter((each) => id === wholeAnswer || each.criterion === id)}
            sectionTitle={(section) =>
              drill.sections?.find((each) => each.id === section)?.title ?? 'the answer'
            }
            suggestion={suggestions.get(id)}
            grade={gradeOf(attempt, id)}
            onGrade={
              attempt.finishedAt === null ? (grade) => act({ type: 'grade', criterion: id, grade }) : null
            }
          />
        )
      })}
    </section>
  )
}
