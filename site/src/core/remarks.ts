import { gradedIn, gradeOf } from './score.ts'
import type { Attempt, Grade, Mark } from './types.ts'

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

export const markTexts = {
  'just-read': 'begun within half an hour of reading the answer',
  'empty-met': 'everything graded met although parts are empty',
} as const satisfies Record<Mark, string>

/** The hints that were used, in words; null for none. */
export function hintsText({ hints, kind }: Attempt): string | null {
  const used = Object.keys(hints).length
  return used === 0 ? null : `hints in ${count(used, kind === 'question' ? 'place' : 'section')}`
}

const countGrade = (grades: readonly (Grade | null)[], grade: Grade): number =>
  grades.filter((each) => each === grade).length

/** How many were met, partly met and not met, in words. */
const tally = (grades: readonly (Grade | null)[]): string =>
  [
    `${countGrade(grades, 'met')} met`,
    `${countGrade(grades, 'partly')} partly`,
    `${countGrade(grades, 'not')} not met`,
  ].join(', ')

/** The grades of an attempt, counted in words. */
export function gradesText(attempt: Attempt): string {
  const grades = attempt.criteria.map(({ id }) => gradeOf(attempt, id) ?? null)
  return `${count(grades.length, 'criterion', 'criteria')}: ${tally(grades)}`
}

/** The second round, counted in words; null when no follow-up was graded. */
export function secondRoundText({ followUps }: Attempt): string | null {
  const graded = followUps.filter(({ grade }) => grade !== null)
  if (graded.length === 0) return null
  return `second round, ${count(graded.length, 'follow-up')}: ${tally(graded.map(({ grade }) => grade))}`
}

/** Everything needed to read the score of an attempt honestly. */
export function remarksOf(attempt: Attempt): readonly string[] {
  const { criteria, revealedBeforeWriting, editedAfterReveal, mark } = attempt
  const graded = gradedIn(attempt)
  return [
    graded < criteria.length ? `${graded} of ${criteria.length} criteria graded` : '',
    hintsText(attempt) ?? '',
    revealedBeforeWriting ? 'the answer was revealed before writing' : '',
    editedAfterReveal ? 'the text was changed after the answer was revealed' : '',
    mark === null ? '' : markTexts[mark],
  ].filter((remark) => remark !== '')
}
