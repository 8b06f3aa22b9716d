import { longest, longestSetBack, within } from './limits.ts'
import type { Attempt, Instant, Millis, PhaseRun, Timer } from './types.ts'

/** WCAG 2.2.1 requires at least ten times the default. */
export const factorRange = { least: 0.5, most: 10 } as const

/** Clamps a factor; 1 for anything that is not a number. */
export const clampFactor = (factor: number): number =>
  Number.isFinite(factor) ? Math.min(factorRange.most, Math.max(factorRange.least, factor)) : 1

/** The phase the clock measures. */
export function currentPhase({ phases, phase }: Attempt): PhaseRun | undefined {
  return phases.find(({ id }) => id === phase)
}

/** The limit of a phase; null when the timer is off. */
export function limitOf({ planned, extra }: PhaseRun, { on, factor }: Timer): Millis | null {
  return on ? Math.round(planned * factor) + extra : null
}

/** Time since the clock was started; 0 while it is stopped, or when the system clock was set back. */
export const runningFor = ({ clock }: Attempt, now: Instant): Millis =>
  clock.running ? Math.max(0, now - clock.since) : 0

/** Sets every time from which a clock of an attempt counts. */
function withStarts(attempt: Attempt, start: (since: Instant) => Instant): Attempt {
  const { clock, followUps } = attempt
  return {
    ...attempt,
    clock: clock.running ? { running: true, since: start(clock.since) } : clock,
    followUps: followUps.map((run) => (run.since === null ? run : { ...run, since: start(run.since) })),
  }
}

/** Lets a clock that was started far ahead of now run from now: that of the system was wrong then. */
export function restarted(attempt: Attempt, now: Instant): Attempt {
  const starts = [
    attempt.clock.running ? attempt.clock.since : null,
    ...attempt.followUps.map(({ since }) => since),
  ]
  const isAhead = starts.some((since) => since !== null && since - now > longestSetBack)
  return isAhead ? withStarts(attempt, (since) => within(since, now)) : attempt
}

/**
 * Applies an action at the time of the last one although it comes long before it, because the clock of the system was set
 * right in between. The clocks of the attempt go on with the time that is right now.
 * @param behind by how much the action comes before the last one
 */
export function actBehind(attempt: Attempt, behind: Millis, act: (attempt: Attempt) => Attempt): Attempt {
  const now = attempt.updatedAt - behind
  const ahead = withStarts(attempt, (since) => within(since, now) + behind)
  const next = act(ahead)
  return next === ahead ? attempt : withStarts(next, (since) => Math.max(0, since - behind))
}

/** Time spent in a phase, without pauses; 0 for an unknown phase. */
export function spentIn(attempt: Attempt, phase: string, now: Instant): Millis {
  const run = attempt.phases.find(({ id }) => id === phase)
  if (!run) return 0
  return run.spent + (run.id === attempt.phase ? runningFor(attempt, now) : 0)
}

/** Time spent in all phases. */
export const totalSpent = (attempt: Attempt, now: Instant): Millis =>
  attempt.phases.reduce((sum, { spent }) => sum + spent, 0) + runningFor(attempt, now)

/** When the current phase ends; null without a limit or while the clock is stopped. */
export function deadlineOf(attempt: Attempt): Instant | null {
  const phase = currentPhase(attempt)
  if (!phase || !attempt.clock.running) return null
  const limit = limitOf(phase, attempt.timer)
  return limit === null ? null : attempt.clock.since + limit - phase.spent
}

/** Time left in the current phase, negative in overtime; null without a limit. */
export function remaining(attempt: Attempt, now: Instant): Millis | null {
  const phase = currentPhase(attempt)
  const limit = phase ? limitOf(phase, attempt.timer) : null
  return phase && limit !== null ? limit - phase.spent - runningFor(attempt, now) : null
}

/** Adds the running time to the current phase; afterwards the clock is stopped, or runs from now. */
export function settle(attempt: Attempt, now: Instant, run: boolean): Attempt {
  const spent = runningFor(attempt, now)
  const phases =
    spent === 0
      ? attempt.phases
      : attempt.phases.map((each) =>
          each.id === attempt.phase ? { ...each, spent: within(each.spent + spent, longest) } : each,
        )
  return { ...attempt, phases, clock: run ? { running: true, since: now } : { running: false } }
}
