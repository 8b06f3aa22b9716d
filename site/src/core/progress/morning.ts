import { gradeOf, shareOf } from '../grading/score.ts'
import { hidesEarlierAttempts } from '../model/library.ts'
import type { Library } from '../model/records.ts'
import type { Attempt, Grade, Instant } from '../model/types.ts'

/** A criterion that was missed. */
export interface Weakness {
  readonly attempt: Attempt
  readonly id: string
  readonly title: string
  readonly grade: Grade
}

/** What to read in the morning before an interview: nothing new. */
export interface Morning {
  /** Weakest first, one of each drill before a second one of any. */
  readonly weak: readonly Weakness[]
  /** Attempts with a note, newest first. */
  readonly noted: readonly Attempt[]
  /** Attempts that were finished since the plan was made. */
  readonly finished: number
}

/** A morning is short. */
const most = 5

/** The criteria missed in the last attempt at each drill, and the learner’s notes. */
export function morningOf(library: Library, since: Instant): Morning {
  const finished = library.attempts
    .filter(({ finishedAt, drillId }) => finishedAt !== null && !hidesEarlierAttempts(library, drillId))
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  const last = [...new Set(finished.map(({ drillId }) => drillId))]
    .flatMap((id) => finished.find(({ drillId, score }) => drillId === id && score !== null) ?? [])
    .slice(0, most)
  const weak = last
    .flatMap((attempt) =>
      attempt.criteria.flatMap(({ id, title, weight }) => {
        const grade = gradeOf(attempt, id)
        return grade === undefined || grade === 'met' ? [] : [{ attempt, id, title, grade, weight }]
      }),
    )
    .sort((a, b) => shareOf[a.grade] - shareOf[b.grade] || b.weight - a.weight)
  const place = (index: number): number =>
    weak.slice(0, index).filter(({ attempt }) => attempt === weak[index]?.attempt).length
  const byTurns = weak
    .map((each, index) => ({ ...each, place: place(index) }))
    .sort((a, b) => a.place - b.place)
  return {
    weak: byTurns.slice(0, most).map(({ attempt, id, title, grade }) => ({ attempt, id, title, grade })),
    noted: finished.filter(({ note }) => note.value.trim() !== '').slice(0, most),
    finished: finished.filter(({ finishedAt }) => (finishedAt ?? 0) >= since).length,
  }
}
