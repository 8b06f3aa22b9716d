import { type SecondRound, secondRoundOf } from '../grading/second-round.ts'
import { isCounted, stageOf } from '../model/attempt.ts'
import { attemptsAt, isUnderWay } from '../model/library.ts'
import type { Card, Library } from '../model/records.ts'
import { totalSpent } from '../model/timer.ts'
import type { Attempt, Digests, Instant, Mark, Millis, Score, Stage } from '../model/types.ts'
import { dueCards, findCard } from '../schedule/cards.ts'

/** An attempt without its texts, which stay hidden while a fresh attempt is open. */
export interface AttemptSummary {
  readonly id: string
  readonly stage: Stage
  readonly createdAt: Instant
  readonly finishedAt: Instant | null
  readonly spent: Millis
  /** Null until it is graded and finished. */
  readonly score: Score | null
  readonly mark: Mark | null
  /** Null while no follow-up is graded. */
  readonly secondRound: SecondRound | null
  readonly revealedBeforeWriting: boolean
  readonly digests: Digests
}

/** The learner's progress on one drill. */
export interface Progress {
  /** Number of attempts, including open ones. */
  readonly attempts: number
  readonly finished: number
  /** The newest attempt that is under way. */
  readonly open: AttemptSummary | null
  readonly last: AttemptSummary | null
  /** The newest score that counts. */
  readonly counted: number | null
  /** The due date of the drill's own card. */
  readonly due: Instant | null
  /** The cards of its criteria, due or not. */
  readonly criterionCards: readonly Card[]
}

/** The title of a card's criterion, from the newest attempt graded by it. */
export const criterionTitle = (library: Library, { drillId, criterion }: Card): string | undefined =>
  attemptsAt(library, drillId)
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === criterion)?.title

export function summaryOf(attempt: Attempt, now: Instant): AttemptSummary {
  return {
    id: attempt.id,
    stage: stageOf(attempt),
    createdAt: attempt.createdAt,
    finishedAt: attempt.finishedAt,
    spent: totalSpent(attempt, now),
    score: attempt.score,
    mark: attempt.mark,
    secondRound: secondRoundOf(attempt),
    revealedBeforeWriting: attempt.revealedBeforeWriting,
    digests: attempt.digests,
  }
}

/** Summaries of the attempts at a drill, newest first. */
export const historyOf = (library: Library, drillId: string, now: Instant): readonly AttemptSummary[] =>
  attemptsAt(library, drillId).map((attempt) => summaryOf(attempt, now))

export function progressOf(library: Library, drillId: string, now: Instant): Progress {
  const attempts = attemptsAt(library, drillId)
  const finished = attempts.filter(({ finishedAt }) => finishedAt !== null)
  const open = attempts.find(isUnderWay)
  const newest = [...finished].sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  const [last] = newest
  const counted = newest.find(isCounted)
  return {
    attempts: attempts.length,
    finished: finished.length,
    open: open ? summaryOf(open, now) : null,
    last: last ? summaryOf(last, now) : null,
    counted: counted?.score?.total ?? null,
    due: findCard(library, drillId, null)?.memory.due ?? null,
    criterionCards: library.cards.filter((card) => card.drillId === drillId && card.criterion !== null),
  }
}

/** Due cards by kind of task. */
export interface Due {
  /** Drills to run again. */
  readonly drills: readonly Card[]
  /** Criteria to recall on short cards. */
  readonly criteria: readonly Card[]
}

/**
 * The due cards of published drills, longest overdue first.
 * @param isPublished whether the catalog has the drill; cards of other drills stay in the library
 */
export function dueUntil({ cards }: Library, until: Instant, isPublished: (drillId: string) => boolean): Due {
  const due = dueCards(cards, until).filter(({ drillId }) => isPublished(drillId))
  return {
    drills: due.filter(({ criterion }) => criterion === null),
    criteria: due.filter(({ criterion }) => criterion !== null),
  }
}
