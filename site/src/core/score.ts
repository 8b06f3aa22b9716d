import { ownValue } from './objects.ts'
import type { Attempt, Grade } from './types.ts'

/** A self-grade as a number, and what has to stand beside it to read it honestly. */
export interface Score {
  /** The sum of the weights earned; halves occur. */
  readonly earned: number
  /** The sum of the weights of all criteria that the drill's kind asks for. */
  readonly possible: number
  /** `earned` of `possible`, rounded to a whole number from 0 to 100. */
  readonly percent: number
  /** How many criteria have a grade, of how many. Those without count as nothing earned. */
  readonly graded: number
  readonly criteria: number
  readonly revealedBeforeWriting: boolean
  readonly editedAfterReveal: boolean
  /** How many red flags are ticked. They take nothing off: they are for the learner to see. */
  readonly redFlags: number
}

/** What a grade earns of a criterion's weight. */
export const shareOf = { met: 1, partly: 0.5, not: 0 } as const satisfies Record<Grade, number>

/** The grade of a criterion; undefined when it has none. */
export const gradeOf = ({ grades }: Attempt, criterion: string): Grade | undefined =>
  ownValue(grades, criterion)

/** The score of an attempt as it is graded now. */
export function scoreOf(attempt: Attempt): Score {
  const { criteria, revealedBeforeWriting, editedAfterReveal, redFlags } = attempt
  const grades = criteria.map(({ id }) => gradeOf(attempt, id))
  const earned = criteria.reduce((sum, { id, weight }) => {
    const grade = gradeOf(attempt, id)
    return grade === undefined ? sum : sum + weight * shareOf[grade]
  }, 0)
  const possible = criteria.reduce((sum, { weight }) => sum + weight, 0)
  return {
    earned,
    possible,
    percent: possible === 0 ? 0 : Math.round((100 * earned) / possible),
    graded: grades.filter((grade) => grade !== undefined).length,
    criteria: criteria.length,
    revealedBeforeWriting,
    editedAfterReveal,
    redFlags: redFlags.length,
  }
}
