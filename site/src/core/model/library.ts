import { isBlank } from './attempt.ts'
import type { Library } from './records.ts'
import type { Attempt } from './types.ts'

const newestFirst = (a: Attempt, b: Attempt): number => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)

/** The attempts at a drill, newest first. */
export const attemptsAt = ({ attempts }: Library, drillId: string): readonly Attempt[] =>
  attempts.filter((attempt) => attempt.drillId === drillId).sort(newestFirst)

/** Whether an open attempt was worked on: a choice of the mode or the timer alone is no work. */
export const isUnderWay = (attempt: Attempt): boolean =>
  attempt.finishedAt === null &&
  (attempt.startedAt !== null ||
    attempt.revealedAt !== null ||
    Object.keys(attempt.hints).length > 0 ||
    !isBlank(attempt))

/** The attempt that was worked on last, of those that are not finished. */
export const newestOpen = ({ attempts }: Library): Attempt | undefined =>
  attempts.filter(isUnderWay).sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1))[0]

/** Whether earlier attempts must stay hidden: a new one is open and its answer not yet revealed. */
export function hidesEarlierAttempts(library: Library, drillId: string): boolean {
  return attemptsAt(library, drillId).some(
    (attempt) => attempt.revision > 0 && attempt.revealedAt === null && attempt.finishedAt === null,
  )
}
