import { wholeAnswer } from '../core/attempt.ts'
import { own } from '../core/own.ts'
import { attemptsAt } from '../core/progress.ts'
import type { Library } from '../core/records.ts'
import { scoreOf, shareOf } from '../core/score.ts'

/** How well a criterion went. */
export interface CriterionStanding {
  readonly id: string
  readonly title: string
  /** The mean share earned, from 0 to 1. */
  readonly share: number
  /** In how many drills it was graded. */
  readonly drills: number
}

/**
 * Each criterion over the last graded attempts at all drills, one for each drill; the weakest first. Questions
 * have no criteria of their own and are left out.
 */
export function standingOf(library: Library): readonly CriterionStanding[] {
  const sums = new Map<string, { title: string; sum: number; drills: number }>()
  for (const drillId of new Set(library.attempts.map((attempt) => attempt.drillId))) {
    const last = attemptsAt(library, drillId).find(
      (attempt) => attempt.finishedAt !== null && scoreOf(attempt).graded > 0,
    )
    for (const { id, title } of last?.criteria ?? []) {
      const grade = last && own(last.grades, id)
      if (grade === undefined || id === wholeAnswer) continue
      const before = sums.get(id) ?? { title, sum: 0, drills: 0 }
      sums.set(id, { title, sum: before.sum + shareOf[grade], drills: before.drills + 1 })
    }
  }
  return [...sums]
    .map(([id, { title, sum, drills }]) => ({ id, title, share: sum / drills, drills }))
    .sort((a, b) => a.share - b.share)
}
