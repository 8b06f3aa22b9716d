import type { Action } from './actions.ts'
import { isBlank } from './attempt.ts'
import { reduceFollowUps } from './follow-ups.ts'
import { isAllowed } from './is-allowed.ts'
import { latest, longestSetBack, mostCounted, within } from './limits.ts'
import { reduceClock } from './reduce-clock.ts'
import { reduceGrading } from './reduce-grading.ts'
import { reduceWriting } from './reduce-writing.ts'
import { actBehind, settle } from './timer.ts'
import type { Attempt, Instant } from './types.ts'

/** Applies an action regardless of the stage; returns the same attempt when nothing changes. */
function effect(attempt: Attempt, action: Action, at: Instant): Attempt {
  switch (action.type) {
    case 'mode':
    case 'hint':
    case 'write':
    case 'spoken':
    case 'note':
    case 'discard':
      return reduceWriting(attempt, action, at)
    case 'start':
    case 'pause':
    case 'resume':
    case 'leaveOut':
    case 'extend':
    case 'skip':
    case 'back':
    case 'phase':
    case 'timer':
    case 'factor':
      return reduceClock(attempt, action, at)
    case 'reveal':
      return {
        ...settle(attempt, at, false),
        revealedAt: at,
        readAt: at,
        revealedBeforeWriting: isBlank(attempt),
      }
    case 'read':
      return attempt.readAt === at ? attempt : { ...attempt, readAt: at }
    case 'criteria':
    case 'grade':
    case 'quote':
    case 'verdicts':
    case 'flag':
      return reduceGrading(attempt, action)
    case 'followUpStart':
    case 'followUpStop':
    case 'followUpLeaveOut':
    case 'followUpWrite':
    case 'followUpReveal':
    case 'followUpGrade': {
      const followUps = reduceFollowUps(attempt.followUps, action, at)
      return followUps === attempt.followUps ? attempt : { ...attempt, followUps }
    }
    case 'finish':
      return { ...settle(attempt, at, false), score: action.score, mark: action.mark, finishedAt: at }
    case 'reopen':
      return { ...attempt, score: null, mark: null, finishedAt: null }
  }
}

/**
 * Applies an action. Pure, and never throws. Returns the same attempt when nothing changes.
 * @param action a time before the attempt's `updatedAt` counts as `updatedAt`
 */
export function reduce(attempt: Attempt, action: Action): Attempt {
  if (!isAllowed(attempt, action.type)) return attempt
  const behind = attempt.updatedAt - Math.round(action.at)
  return behind > longestSetBack
    ? actBehind(attempt, behind, (ahead) => reduceAllowed(ahead, { ...action, at: attempt.updatedAt }))
    : reduceAllowed(attempt, action)
}

function reduceAllowed(attempt: Attempt, action: Action): Attempt {
  const at = within(Math.max(Math.round(action.at), attempt.updatedAt), latest)
  const next = effect(attempt, action, at)
  // Looking is no change: it must not win over one that was made elsewhere.
  if (action.type === 'read') return next
  return next === attempt
    ? attempt
    : { ...next, updatedAt: at, revision: within(attempt.revision + 1, mostCounted) }
}
