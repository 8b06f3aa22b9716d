import { currentPhase, deadlineOf, limitOf } from './timer.ts'
import type { Attempt, Instant } from './types.ts'

/** A moment of a phase that is told to those who don't look at the clock. */
export type Milestone = 'half' | 'minute' | 'end'

export interface Announcement {
  readonly milestone: Milestone
  readonly at: Instant
}

const minute = 60_000

/**
 * The milestones of the current phase as absolute instants, in order. Half time is left out of phases of two
 * minutes and less, where the last minute says it, and the last minute out of those that are no longer than
 * it.
 */
export function milestones(attempt: Attempt): readonly Announcement[] {
  const phase = currentPhase(attempt)
  const deadline = deadlineOf(attempt)
  const limit = phase ? limitOf(phase, attempt.timer) : null
  if (deadline === null || limit === null) return []
  return [
    ...(limit > 2 * minute ? [{ milestone: 'half', at: deadline - Math.floor(limit / 2) } as const] : []),
    ...(limit > minute ? [{ milestone: 'minute', at: deadline - minute } as const] : []),
    { milestone: 'end', at: deadline },
  ]
}

/**
 * The milestones that were passed after `from` and up to `to`. After a sleep these may be several: say the
 * last one.
 * @param from the instant of the look before; what lies before the clock was last started is not told again
 * @param to the present instant
 */
export function announcementsBetween(attempt: Attempt, from: Instant, to: Instant): readonly Announcement[] {
  if (!attempt.clock.running) return []
  const start = Math.max(from, attempt.clock.since)
  return milestones(attempt).filter(({ at }) => at > start && at <= to)
}

/** The instant of the next milestone after now, to set an alarm by; null when there is none. */
export const nextMilestone = (attempt: Attempt, now: Instant): Instant | null =>
  milestones(attempt).find(({ at }) => at > now)?.at ?? null

/** An announcement in words. */
export function announce(milestone: Milestone, phaseTitle: string): string {
  const words = {
    half: `Half the time for ${phaseTitle} is over.`,
    minute: `One minute left for ${phaseTitle}.`,
    end: `Time for ${phaseTitle} is over. You can keep writing.`,
  } satisfies Record<Milestone, string>
  return words[milestone]
}
