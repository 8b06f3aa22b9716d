import type { Kept } from '../core/storage/recording-store.ts'
import type { Session } from './session.ts'

/** Deletes all recordings of attempts. Call it before the attempts themselves are deleted. */
export async function deleteRecordings(session: Session, attemptIds: readonly string[]): Promise<Kept<null>> {
  const { recordings, recorder } = await session.speech()
  const { place } = recorder.state()
  if (place !== null && attemptIds.includes(place.attemptId)) await recorder.stop()
  return recordings.remove(recordings.takes().filter(({ attemptId }) => attemptIds.includes(attemptId)))
}
