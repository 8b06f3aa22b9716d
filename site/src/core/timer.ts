import type { Attempt, Instant, Millis, PhaseRun, Timer } from './types.ts'

/** The least and the greatest factor: WCAG 2.2.1 asks for at least ten times the time. */
export const factorRange = { least: 0.5, most: 10 } as const

/** A factor inside its range; 1 for what is no number. */
export const clampFactor = (factor: number): number =>
  Number.isFinite(factor) ? Math.min(factorRange.most, Math.max(factorRange.least, factor)) : 1

/** The phase that the clock measures. */
export function currentPhase({ phases, phase }: Attempt): PhaseRun | undefined {
  return phases.find(({ id }) => id === phase)
}

/** How long a phase may take; null when it has no limit or the timer is off. */
export function limitOf({ planned, extra }: PhaseRun, { on, factor }: Timer): Millis | null {
  return on && planned !== null ? Math.round(planned * factor) + extra : null
}

/**
 * The time that has run since the clock was started; 0 while it stands, or when the system clock was set
 * back.
 */
export const runningFor = ({ clock }: Attempt, now: Instant): Millis =>
  clock.running ? Math.max(0, now - clock.since) : 0

/** The time spent in a phase up to now, pauses left out; 0 for an unknown phase. */
export function spentIn(attempt: Attempt, phase: string, now: Instant): Millis {
  const run = attempt.phases.find(({ id }) => id === phase)
  if (!run) return 0
  return run.spent + (run.id === attempt.phase ? runningFor(attempt, now) : 0)
}

/** The time spent in all phases up to now. */
export const spentAltogether = (attempt: Attempt, now: Instant): Millis =>
  attempt.phases.reduce((sum, { spent }) => sum + spent, 0) + runningFor(attempt, now)

/** The instant at which the current phase is over; null without a limit or while the clock stands. */
export function deadlineOf(attempt: Attempt): Instant | null {
  const phase = currentPhase(attempt)
  if (!phase || !attempt.clock.running) return null
  const limit = limitOf(phase, attempt.timer)
  return limit === null ? null : attempt.clock.since + limit - phase.spent
}

/** What is left of the current phase, negative in overtime; null without a limit. */
export function remaining(attempt: Attempt, now: Instant): Millis | null {
  const phase = currentPhase(attempt)
  const limit = phase ? limitOf(phase, attempt.timer) : null
  return phase && limit !== null ? limit - phase.spent - runningFor(attempt, now) : null
}

/** The same attempt with the running time booked on its phase; the clock stands, or runs on from now. */
export function settle(attempt: Attempt, now: Instant, run: boolean): Attempt {
  const spent = runningFor(attempt, now)
  const phases =
    spent === 0
      ? attempt.phases
      : attempt.phases.map((each) =>
          each.id === attempt.phase ? { ...each, spent: each.spent + spent } : each,
        )
  return { ...attempt, phases, clock: run ? { running: true, since: now } : { running: false } }
}
