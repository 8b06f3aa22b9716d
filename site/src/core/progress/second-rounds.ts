import { type SecondRound, secondRoundOf } from '../grading/second-round.ts'
import { followUpTime } from '../model/follow-ups.ts'
import type { Library } from '../model/records.ts'
import type { Instant } from '../model/types.ts'

/** What came of the second round of an attempt. */
export interface SecondRoundResult extends SecondRound {
  readonly attemptId: string
  readonly title: string
  /** When its last answer was revealed. */
  readonly at: Instant
  /** Graded follow-ups that took longer than their two minutes. */
  readonly overTime: number
}

/** The second rounds with a grade, oldest first. */
export const secondRounds = ({ attempts }: Library): readonly SecondRoundResult[] =>
  attempts
    .flatMap(({ id, title, followUps }): readonly SecondRoundResult[] => {
      const result = secondRoundOf({ followUps })
      if (result === null) return []
      const graded = followUps.filter(({ grade }) => grade !== null)
      return [
        {
          ...result,
          attemptId: id,
          title,
          at: Math.max(...graded.map(({ revealedAt }) => revealedAt ?? 0)),
          overTime: graded.filter(({ spent }) => spent > followUpTime).length,
        },
      ]
    })
    .sort((a, b) => a.at - b.at || (a.attemptId < b.attemptId ? -1 : 1))
