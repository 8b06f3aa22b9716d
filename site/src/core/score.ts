import { ownValue } from './objects.ts'
import type { Attempt, Grade } from './types.ts'

/** A self-grade as a number, with everything needed to read it honestly. */
export interface Score {
  /** The sum of the weights earned, in steps of a half. */
  readonly earned: number
  /** The sum of the weights of all criteria for the kind of drill. */
  readonly possible: number
  /** `earned` as a percentage of `possible`, rounded. */
  readonly percent: number
  /** Number of graded criteria. Ungraded ones count as zero. */
  readonly graded: number
  readonly criteria: number
  readonly revealedBeforeWriting: boolean
  readonly editedAfterReveal: boolean
  /** Number of ticked red flags. They don't lower the score. */
  readonly redFlags: number
}

/** The share of a criterion's weight that a grade earns. */
export const shareOf = { met: 1, partly: 0.5, not: 0 } as const satisfies Record<Grade, number>

export const gradeOf = ({ grades }: Attempt, criterion: string): Grade | undefined =>
  ownValue(grades, criterion)

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
