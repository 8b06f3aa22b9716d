import { stageOf, wholeAnswer } from './attempt.ts'
import { dueCards, findCard } from './cards.ts'
import { ownValue } from './objects.ts'
import type { Card, Library } from './records.ts'
import { type Score, scoreOf, shareOf } from './score.ts'
import { spentAltogether } from './timer.ts'
import type { Attempt, Instant, Millis, Stage } from './types.ts'

/** An attempt without a word of what was written in it: what lists may show while a fresh attempt is open. */
export interface AttemptSummary {
  readonly id: string
  readonly stage: Stage
  readonly createdAt: Instant
  readonly finishedAt: Instant | null
  readonly spent: Millis
  /** Null when nothing was graded. */
  readonly score: Score | null
}

/** Where the learner stands with one drill. */
export interface Progress {
  /** All attempts, also open ones. */
  readonly attempts: number
  readonly finished: number
  /** The newest attempt that is not finished. */
  readonly open: AttemptSummary | null
  readonly last: AttemptSummary | null
  /** The best percentage of the finished attempts that were written before the answer was revealed. */
  readonly best: number | null
  /** When the drill's own card is due. */
  readonly due: Instant | null
  /** The cards of missed criteria. */
  readonly criterionCards: readonly Card[]
}

/** The title of a card's criterion, as the newest attempt that was graded by it has it. */
export const criterionTitle = (library: Library, { drillId, criterion }: Card): string | undefined =>
  attemptsAt(library, drillId)
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === criterion)?.title

export function summaryOf(attempt: Attempt, now: Instant): AttemptSummary {
  const score = scoreOf(attempt)
  return {
    id: attempt.id,
    stage: stageOf(attempt),
    createdAt: attempt.createdAt,
    finishedAt: attempt.finishedAt,
    spent: spentAltogether(attempt, now),
    score: score.graded === 0 ? null : score,
  }
}

const newestFirst = (a: Attempt, b: Attempt): number => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)

/** The attempts at a drill, the newest first. */
export const attemptsAt = ({ attempts }: Library, drillId: string): readonly Attempt[] =>
  attempts.filter((attempt) => attempt.drillId === drillId).sort(newestFirst)

/** The same without texts and notes. */
export const historyOf = (library: Library, drillId: string, now: Instant): readonly AttemptSummary[] =>
  attemptsAt(library, drillId).map((attempt) => summaryOf(attempt, now))

/**
 * Whether old work on the drill should stay out of sight: an attempt at it is open and its answer still
 * hidden.
 */
export function hidesEarlierAttempts(library: Library, drillId: string): boolean {
  return attemptsAt(library, drillId).some(
    (attempt) => attempt.revision > 0 && attempt.revealedAt === null && attempt.finishedAt === null,
  )
}

export function progressOf(library: Library, drillId: string, now: Instant): Progress {
  const attempts = attemptsAt(library, drillId)
  const finished = attempts.filter(({ finishedAt }) => finishedAt !== null)
  const open = attempts.find(({ finishedAt }) => finishedAt === null)
  const [last] = [...finished].sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  const honest = finished
    .map(scoreOf)
    .filter(({ graded, revealedBeforeWriting }) => graded > 0 && !revealedBeforeWriting)
  return {
    attempts: attempts.length,
    finished: finished.length,
    open: open ? summaryOf(open, now) : null,
    last: last ? summaryOf(last, now) : null,
    best: honest.length === 0 ? null : Math.max(...honest.map(({ percent }) => percent)),
    due: findCard(library, drillId, null)?.memory.due ?? null,
    criterionCards: library.cards.filter((card) => card.drillId === drillId && card.criterion !== null),
  }
}

/** What is due, by what there is to do. */
export interface Due {
  /** Drills to run again. */
  readonly drills: readonly Card[]
  /** Criteria to recall on short cards. */
  readonly criteria: readonly Card[]
}

/**
 * The cards of published drills that are due, the longest overdue first.
 * @param until the end of the learner's day, or the present instant
 * @param isPublished whether the catalog has a drill; cards of those that are gone wait in the library
 */
export function dueUntil({ cards }: Library, until: Instant, isPublished: (drillId: string) => boolean): Due {
  const due = dueCards(cards, until).filter(({ drillId }) => isPublished(drillId))
  return {
    drills: due.filter(({ criterion }) => criterion === null),
    criteria: due.filter(({ criterion }) => criterion !== null),
  }
}

/** How well a criterion went. */
export interface CriterionAverage {
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
export function criterionAverages(library: Library): readonly CriterionAverage[] {
  const sums = new Map<string, { title: string; sum: number; drills: number }>()
  for (const drillId of new Set(library.attempts.map((attempt) => attempt.drillId))) {
    const last = attemptsAt(library, drillId).find(
      (attempt) => attempt.finishedAt !== null && scoreOf(attempt).graded > 0,
    )
    for (const { id, title } of last?.criteria ?? []) {
      const grade = last && ownValue(last.grades, id)
      if (grade === undefined || id === wholeAnswer) continue
      const before = sums.get(id) ?? { title, sum: 0, drills: 0 }
      sums.set(id, { title, sum: before.sum + shareOf[grade], drills: before.drills + 1 })
    }
  }
  return [...sums]
    .map(([id, { title, sum, drills }]) => ({ id, title, share: sum / drills, drills }))
    .sort((a, b) => a.share - b.share)
}
