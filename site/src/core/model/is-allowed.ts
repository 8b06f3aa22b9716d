import type { Action } from './actions.ts'
import { stageOf } from './attempt.ts'
import type { Attempt } from './types.ts'

/** What stays possible with a finished attempt, once its answer was revealed. */
const isAfterReveal = (type: Action['type']): boolean =>
  type === 'read' || type === 'verdicts' || type.startsWith('followUp')

/** Whether the stage allows an action; see the table in `types.ts`. */
export function isAllowed(attempt: Attempt, type: Action['type']): boolean {
  const stage = stageOf(attempt)
  if (type === 'note' || type === 'discard') return true
  // Recordings can be deleted whenever there are any.
  if (type === 'spoken') return true
  if (isAfterReveal(type)) return attempt.revealedAt !== null
  if (stage === 'finished') return type === 'reopen'
  switch (type) {
    case 'start':
      return attempt.startedAt === null
    case 'reveal':
    case 'mode':
    case 'hint':
      return attempt.revealedAt === null
    case 'criteria':
    case 'grade':
    case 'quote':
    case 'flag':
      return stage === 'comparing'
    case 'reopen':
      return false
    default:
      return true
  }
}
