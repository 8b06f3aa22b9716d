import type { ActionBody } from '../core/model/actions.ts'
import type { Attempt } from '../core/model/types.ts'

/** Lets the clock of the attempt run in a phase, or that of a follow-up. */
export function beginClock(attempt: Attempt, act: (action: ActionBody) => Attempt, part: string): Attempt {
  if (!attempt.phases.some(({ id }) => id === part)) return act({ type: 'followUpStart', followUp: part })
  const { startedAt } = act({ type: 'phase', phase: part })
  return act({ type: startedAt === null ? 'start' : 'resume' })
}
