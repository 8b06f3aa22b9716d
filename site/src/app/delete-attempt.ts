import type { Attempt } from '../core/types.ts'
import type { Session } from './session.ts'

/** Deletes an attempt. Its cards and its reviews stay: what was learnt is not undone. */
export async function deleteAttempt(session: Session, { id }: Pick<Attempt, 'id'>): Promise<void> {
  session.commit({ removed: { attempts: [id] } })
  await session.flush()
}
