import { gradeLabels } from '../../core/grading/grade-words.ts'
import type { Grade } from '../../core/model/types.ts'

const signs = { met: '✓', partly: '½', not: '✗' } as const satisfies Record<Grade, string>

/** A grade as a sign, read out in words. */
export function GradeSign({ grade }: { readonly grade: Grade | null }) {
  return (
    <span class="grade-sign" data-grade={grade ?? 'none'}>
      <span aria-hidden="true">{grade === null ? '' : signs[grade]}</span>
      <span class="visually-hidden">{grade === null ? 'not graded' : gradeLabels[grade]}</span>
    </span>
  )
}
