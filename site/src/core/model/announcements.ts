import { currentPhase, deadlineOf, limitOf, remaining } from './timer.ts'
import type { Attempt, Instant } from './types.ts'

/** A moment in a phase that is announced. */
export type Milestone = 'half' | 'minute' | 'end'

export interface Announcement {
  readonly milestone: Milestone
  readonly at: Instant
}

const minute = 60_000

/**
 * The milestones of the current phase, in order. Phases of up to two minutes have no half time, because it would
 * coincide with the last minute or follow it; phases of up to a minute have only the end.
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
 * The milestones passed after `from`, up to and including `to`. There may be several after a sleep; announce the last
 * one.
 * @param from the time of the previous check; milestones before the clock was last started are excluded
 */
export function announcementsBetween(attempt: Attempt, from: Instant, to: Instant): readonly Announcement[] {
  if (!attempt.clock.running) return []
  const start = Math.max(from, attempt.clock.since)
  return milestones(attempt).filter(({ at }) => at > start && at <= to)
}

/** The time of the next milestone, for setting an alarm; null when there is none. */
export const nextMilestone = (attempt: Attempt, now: Instant): Instant | null =>
  milestones(attempt).find(({ at }) => at > now)?.at ?? null

/** Whether a milestone still lies behind: more time, or another limit, can bring it back. */
export function isPassed(attempt: Attempt, milestone: Milestone, now: Instant): boolean {
  const left = remaining(attempt, now)
  const phase = currentPhase(attempt)
  const limit = phase ? limitOf(phase, attempt.timer) : null
  if (left === null || limit === null) return false
  return left <= { half: Math.floor(limit / 2), minute, end: 0 }[milestone]
}

export function announce(milestone: Milestone, phaseTitle: string): string {
  const words = {
    half: `Half the time for ${phaseTitle} is over.`,
    minute: `One minute left for ${phaseTitle}.`,
    end: `Time for ${phaseTitle} is over. You can keep writing.`,
  } satisfies Record<Milestone, string>
  return words[milestone]
}
