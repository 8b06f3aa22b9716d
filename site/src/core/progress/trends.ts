import { gradeOf, shareOf } from '../grading/score.ts'
import type { Library } from '../model/records.ts'
import type { Attempt, Instant, Mark } from '../model/types.ts'
import { meanOf } from './mean.ts'

/** How many attempts a mean is taken of: enough to be no accident, few enough to show a change. */
export const meanOver = 3

/** What an attempt adds to a trend. */
export interface TrendPoint {
  readonly attemptId: string
  readonly at: Instant
  /** The title of the drill. */
  readonly title: string
  /** The share earned, from 0 to 1. */
  readonly share: number
  /** The mean share of this attempt and those before it, `meanOver` in all. */
  readonly mean: number
}

export interface Trend {
  readonly id: string
  readonly title: string
  /** Oldest first, at least one. */
  readonly points: readonly TrendPoint[]
}

/** Why an attempt is shown apart and not counted. */
export type Apart = Mark | 'revealed-first'

/** A graded attempt whose grades say little. */
export interface ApartAttempt {
  readonly attempt: Attempt
  readonly reason: Apart
}

const reasonOf = ({ mark, revealedBeforeWriting }: Attempt): Apart | null =>
  mark ?? (revealedBeforeWriting ? 'revealed-first' : null)

const gradedAttempts = ({ attempts }: Library): readonly Attempt[] =>
  attempts
    .filter(({ finishedAt, score }) => finishedAt !== null && score !== null)
    .sort((a, b) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0) || (a.id < b.id ? -1 : 1))

/** The graded attempts that count, oldest first. */
export const countedAttempts = (library: Library): readonly Attempt[] =>
  gradedAttempts(library).filter((attempt) => reasonOf(attempt) === null)

/** The graded attempts that don’t count, newest first. */
export const apartAttempts = (library: Library): readonly ApartAttempt[] =>
  gradedAttempts(library)
    .flatMap((attempt) => {
      const reason = reasonOf(attempt)
      return reason === null ? [] : [{ attempt, reason }]
    })
    .reverse()

interface Share {
  readonly id: string
  readonly title: string
  readonly share: number
}

/** Where a trend stands now: the mean of the last attempts. */
export const standing = ({ points }: Trend): number => points.at(-1)?.mean ?? 0

/** What each attempt earned of each thing, by the id of the thing; weakest standing first. */
function trendsOf(attempts: readonly Attempt[], sharesOf: (attempt: Attempt) => readonly Share[]): Trend[] {
  const trends = new Map<string, { title: string; points: TrendPoint[] }>()
  for (const attempt of attempts) {
    for (const { id, title, share } of sharesOf(attempt)) {
      const points = trends.get(id)?.points ?? []
      const recent = points.slice(1 - meanOver).map((point) => point.share)
      const point = {
        attemptId: attempt.id,
        at: attempt.finishedAt ?? 0,
        title: attempt.title,
        share,
        mean: meanOf([...recent, share]),
      }
      // The newest title is the current one.
      trends.set(id, { title, points: [...points, point] })
    }
  }
  return [...trends].map(([id, trend]) => ({ id, ...trend })).sort((a, b) => standing(a) - standing(b))
}

/**
 * Each general criterion over time, weakest first. Criteria of one drill tell nothing about others, and their titles give
 * its answer away.
 */
export const criterionTrends = (library: Library): readonly Trend[] =>
  trendsOf(countedAttempts(library), (attempt) =>
    attempt.criteria.flatMap(({ id, title, scope }) => {
      const grade = gradeOf(attempt, id)
      return scope === 'drill' || grade === undefined ? [] : [{ id, title, share: shareOf[grade] }]
    }),
  )

/**
 * The score of each category over time, weakest first.
 * @param categoriesOf the categories of a drill; none for one that is no longer published
 */
export const categoryTrends = (
  library: Library,
  categoriesOf: (drillId: string) => readonly Share['id'][],
): readonly Trend[] =>
  trendsOf(countedAttempts(library), ({ drillId, score }) =>
    categoriesOf(drillId).map((id) => ({ id, title: id, share: (score?.total ?? 0) / 100 })),
  )
