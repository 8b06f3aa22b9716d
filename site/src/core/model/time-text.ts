import { durationText } from './duration.ts'
import { remaining, spentIn } from './timer.ts'
import type { Attempt, Instant } from './types.ts'

/** The time of the current phase in words, to be read out. */
export function timeText(attempt: Attempt, now: Instant): string {
  const left = remaining(attempt, now)
  if (left === null) return `${durationText(spentIn(attempt, attempt.phase, now))} spent.`
  return left < 0 ? `${durationText(-left)} over.` : `${durationText(left)} left.`
}
