import { textOf } from './attempt.ts'
import type { Library } from './records.ts'
import { gradeOf, shareOf } from './score.ts'
import type { Attempt, Instant, Mark, Millis } from './types.ts'

/** How many attempts a mean is taken of: enough to be no accident, few enough to show a change. */
export const window = 3

/** What an attempt adds to a trend. */
export interface TrendPoint {
  readonly attemptId: string
  readonly at: Instant
  /** The title of the drill. */
  readonly title: string
  /** The share earned, from 0 to 1. */
  readonly share: number
  /** The mean share of this attempt and those before it, `window` in all. */
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

const meanOf = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => sum + share, 0) / shares.length

/** Where a trend stands now: the mean of the last attempts. */
export const standing = ({ points }: Trend): number => points.at(-1)?.mean ?? 0

/** What each attempt earned of each thing, by the id of the thing; weakest standing first. */
function trendsOf(attempts: readonly Attempt[], sharesOf: (attempt: Attempt) => readonly Share[]): Trend[] {
  const trends = new Map<string, { title: string; points: TrendPoint[] }>()
  for (const attempt of attempts) {
    for (const { id, title, share } of sharesOf(attempt)) {
      const points = trends.get(id)?.points ?? []
      const recent = points.slice(1 - window).map((point) => point.share)
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

/** The time that a phase took, in the mean of the last attempts that had it. */
export interface PhaseTime {
  readonly id: string
  readonly title: string
  readonly spent: Millis
  /** Its length by the practice loop, scaled as the timer of each attempt was; minutes that were added don’t count. */
  readonly planned: Millis
  readonly attempts: number
}

/** How many attempts the times of phases are taken of. */
const timed = 5

/** The time spent in each phase against the plan, in the order of the practice loop. Attempts shown apart count here. */
export function phaseTimes(library: Library): readonly PhaseTime[] {
  const attempts = [...library.attempts]
    .filter(({ finishedAt, startedAt }) => finishedAt !== null && startedAt !== null)
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  const titles = new Map<string, string>()
  for (const { phases } of attempts)
    for (const { id, title } of phases) titles.set(id, titles.get(id) ?? title)
  return [...titles].map(([id, title]) => {
    const runs = attempts
      .flatMap(({ phases, timer }) =>
        phases.filter((run) => run.id === id).map(({ spent, planned }) => [spent, planned * timer.factor]),
      )
      .slice(0, timed)
    return {
      id,
      title,
      spent: meanOf(runs.map(([spent = 0]) => spent)),
      planned: meanOf(runs.map(([, planned = 0]) => planned)),
      attempts: runs.length,
    }
  })
}

/** How an attempt was spoken. */
export interface Pace {
  readonly attemptId: string
  readonly at: Instant
  readonly title: string
  readonly length: Millis
  /** The part of the recordings in which somebody speaks, from 0 to 1. */
  readonly speaking: number
  /** Long pauses in a minute of recording. */
  readonly pauses: number
  /** Words a minute of speaking; null where the spoken phases have no text. */
  readonly words: number | null
}

const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0

/** The pace of each attempt that was recorded, oldest first; the second round is left out. */
export function paces({ attempts }: Library): readonly Pace[] {
  const spoken = attempts.flatMap((attempt): Pace[] => {
    const parts = attempt.phases.flatMap(({ id }) => {
      const part = Object.hasOwn(attempt.spoken, id) ? attempt.spoken[id] : undefined
      return part && part.length > 0 ? [{ id, ...part }] : []
    })
    const sum = (key: 'length' | 'speaking' | 'pauses') => parts.reduce((total, part) => total + part[key], 0)
    const length = sum('length')
    if (length === 0) return []
    // Words without their recording, or a recording without its words, would make the pace a wrong one.
    const told = parts
      .map(({ id, speaking }) => ({ speaking, words: wordsOfPhase(attempt, id) }))
      .filter(({ words, speaking }) => words > 0 && speaking > 0)
    const minutes = told.reduce((total, { speaking }) => total + speaking, 0) / 60_000
    const words = told.reduce((total, part) => total + part.words, 0)
    return [
      {
        attemptId: attempt.id,
        at: attempt.startedAt ?? attempt.createdAt,
        title: attempt.title,
        length,
        speaking: sum('speaking') / length,
        pauses: sum('pauses') / (length / 60_000),
        words: minutes > 0 ? words / minutes : null,
      },
    ]
  })
  return spoken.sort((a, b) => a.at - b.at)
}

const wordsOfPhase = (attempt: Attempt, phase: string): number =>
  attempt.fields
    .filter((field) => field.phase === phase)
    .reduce((sum, { id }) => sum + wordsIn(textOf(attempt, id)), 0)
