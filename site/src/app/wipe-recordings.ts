import { failure, success } from '../core/model/result.ts'
import type { Stored } from '../core/storage/store.ts'
import type { Session } from './session.ts'

/** Deletes all sound, after the texts: a recorder drops what it records once its attempt is gone. */
export async function wipeRecordings(session: Session): Promise<Stored<null>> {
  try {
    const { recordings, recorder } = await session.speech()
    await recorder.stop()
    if ((await recordings.clear()).ok) return success(null)
  } catch {
    // The code of the recordings could not be fetched.
  }
  const message = 'The texts were deleted, but the recordings were not. Reload the page and try again.'
  return failure({ reason: 'failed', message })
}
