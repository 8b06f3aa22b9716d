import type { Attempt } from '../core/model/types.ts'
import type { Session } from './session.ts'

/** The latest state of an attempt, for what goes on after a wait; the one that is given while it is not stored. */
export const newestAttempt = (session: Session, attempt: Attempt): Attempt =>
  session.snapshot().library.attempts.find(({ id }) => id === attempt.id) ?? attempt
