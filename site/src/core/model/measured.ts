import { isEmpty } from './attempt.ts'
import { clockText } from './duration.ts'
import { spentIn } from './timer.ts'
import type { Attempt, Instant, Millis } from './types.ts'

/** A shorter time reads as 0:00. */
const least: Millis = 1000

/**
 * Whether the time of a phase says nothing: something was written or recorded for it, but the clock stood in another phase
 * meanwhile. The time of that one is then too long by as much, which nobody can tell.
 */
export const isUnmeasured = (attempt: Attempt, phase: string, now: Instant): boolean =>
  spentIn(attempt, phase, now) < least &&
  attempt.fields.some((field) => field.phase === phase && !isEmpty(attempt, field))

/**
 * The time spent in a phase, told one way wherever it stands.
 * @param words how a time is told
 */
export const spentText = (
  attempt: Attempt,
  phase: string,
  now: Instant,
  words: (spent: Millis) => string = clockText,
): string => (isUnmeasured(attempt, phase, now) ? 'not measured' : words(spentIn(attempt, phase, now)))
