import { gradeLabels, gradeOrder } from '../../core/grading/grade-words.ts'
import type { Grade } from '../../core/model/types.ts'

interface GradeButtonsProps {
  /** What is graded. */
  readonly title: string
  readonly grade: Grade | null
  /** Null when read-only. */
  readonly onGrade: ((grade: Grade | null) => void) | null
}

/** Three buttons for a grade, with the keys that do the same; the grade in words when it can't be changed, and on paper. */
export function GradeButtons({ title, grade, onGrade }: GradeButtonsProps) {
  const given = <>Your grade: {grade === null ? 'none' : gradeLabels[grade]}</>
  if (!onGrade) return <p class="grade-given">{given}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div class="grade-choice" role="group" aria-label={`Grade of ${title}`}>
        {gradeOrder.map((each, index) => (
          <button
            key={each}
            type="button"
            data-grade={each}
            aria-pressed={grade === each}
            onClick={() => onGrade(each)}
          >
            <span class="key" aria-hidden="true">
              {index + 1}
            </span>{' '}
            {gradeLabels[each]}
          </button>
        ))}
        {/* Always there, or the others would change their size with the first grade. */}
        <button
          type="button"
          class={grade === null ? 'text-button keeps-place' : 'text-button'}
          aria-label={`Clear the grade of ${title}`}
          onClick={() => onGrade(null)}
        >
          Clear
        </button>
      </div>
      <p class="print-only">{given}</p>
    </>
  )
}
