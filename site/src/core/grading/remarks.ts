import { helpText } from '../model/hints.ts'
import { plural } from '../model/plural.ts'
import type { Attempt, Grade } from '../model/types.ts'
import { gradeOrder, gradeWords } from './grade-words.ts'
import { markWords } from './mark.ts'
import { gradedIn, gradeOf } from './score.ts'

const countGrade = (grades: readonly (Grade | null)[], grade: Grade): number =>
  grades.filter((each) => each === grade).length

/** How many were met, partly met and not met, in words. */
const tally = (grades: readonly (Grade | null)[]): string =>
  gradeOrder.map((grade) => `${countGrade(grades, grade)} ${gradeWords[grade]}`).join(', ')

/** The grades of an attempt, counted in words. */
export function gradesText(attempt: Attempt): string {
  const grades = attempt.criteria.map(({ id }) => gradeOf(attempt, id) ?? null)
  return `${plural(grades.length, 'criterion', 'criteria')}: ${tally(grades)}`
}

const gradedText = (graded: number, all: number): readonly string[] => {
  if (graded === all) return []
  return graded === 0
    ? ['no criterion is graded']
    : [`${graded} of ${all} criteria graded, the others count as not met`]
}

/** Everything needed to read the score of an attempt honestly. */
export function remarksOf(attempt: Attempt): readonly string[] {
  const { criteria, revealedBeforeWriting, editedAfterReveal, mark } = attempt
  const graded = gradedIn(attempt)
  return [
    helpText(attempt) ?? '',
    ...gradedText(graded, criteria.length),
    revealedBeforeWriting ? 'the answer was revealed before writing' : '',
    editedAfterReveal ? 'the text was changed after the answer was revealed' : '',
    mark === null ? '' : markWords[mark],
  ].filter((remark) => remark !== '')
}
