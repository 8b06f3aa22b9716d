import type { Attempt } from '../model/types.ts'

/** What a recording has to do after the attempt has changed; `cut` ends the take and begins that of another phase. */
export type Step = 'keep' | 'pause' | 'resume' | 'stop' | 'drop' | { readonly cut: string }

/** Who paused a recording; null while it runs. */
export type PausedBy = 'learner' | 'clock' | null

const withClock = (runs: boolean, pausedBy: PausedBy): Step => {
  if (runs) return pausedBy === 'clock' ? 'resume' : 'keep'
  return pausedBy === null ? 'pause' : 'keep'
}

/**
 * Lets a recording follow its attempt: it pauses and goes on with the clock, moves on with the phase, and ends with the
 * reveal.
 * @param attempt the current one; undefined once it was deleted
 * @param part the phase or the follow-up that is recorded
 */
export function followAttempt(attempt: Attempt | undefined, part: string, pausedBy: PausedBy): Step {
  if (attempt === undefined) return 'drop'
  if (attempt.phases.some(({ id }) => id === part)) {
    if (attempt.revealedAt !== null || attempt.finishedAt !== null) return 'stop'
    return attempt.phase === part ? withClock(attempt.clock.running, pausedBy) : { cut: attempt.phase }
  }
  const followUp = attempt.followUps.find(({ id }) => id === part)
  if (followUp === undefined || followUp.revealedAt !== null) return 'stop'
  return withClock(followUp.since !== null, pausedBy)
}
