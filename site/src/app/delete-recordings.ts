import type { Kept } from '../core/storage/recording-store.ts'
import type { Session } from './session.ts'

/**
 * Deletes recordings of attempts, those of other tabs too. Call it before the attempts themselves are deleted.
 * @param withRunning deletes also what another tab records just now: it stops then, and says so
 */
export async function deleteRecordings(
  session: Session,
  attemptIds: readonly string[],
  withRunning: boolean,
): Promise<Kept<null>> {
  const { recordings, recorder } = await session.speech()
  const { place } = recorder.state()
  if (place !== null && attemptIds.includes(place.attemptId)) await recorder.stop()
  const stored = await recordings.refresh()
  if (!stored.ok) return stored
  return recordings.remove(
    recordings
      .takes()
      .filter(
        ({ attemptId, endedAt }) => attemptIds.includes(attemptId) && (withRunning || endedAt !== null),
      ),
  )
}
