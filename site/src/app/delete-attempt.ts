import type { Attempt } from '../core/model/types.ts'
import { deleteRecordings } from './delete-recordings.ts'
import type { Session } from './session.ts'

/**
 * Deletes an attempt with its recordings. Its cards and its reviews stay: what was learnt is not undone.
 */
export async function deleteAttempt(session: Session, { id }: Pick<Attempt, 'id'>): Promise<void> {
  const areGone = await deleteRecordings(session, [id], true).then(
    ({ ok }) => ok,
    () => false,
  )
  session.commit({ removed: { attempts: [id] } })
  await session.flush()
  if (areGone) return
  const text = 'The attempt was deleted, but its recordings were not. They are listed among your data.'
  session.notify({ id: `recordings-${id}`, text })
}
