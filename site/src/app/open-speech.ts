import { idbRecordingStore } from '../platform/recordings/idb-recording-store.ts'
import { openTabs } from '../platform/tabs.ts'
import { createRecorder } from './recorder.ts'
import { createRecordings } from './recordings.ts'
import { recoverTakes } from './recover-takes.ts'
import type { Session } from './session.ts'
import type { Speech } from './speech.ts'

/**
 * Opens the recordings, and closes those that were interrupted.
 * @param name the name of the database of texts; that of sounds is named after it
 */
export async function openSpeech(name: string, session: Session): Promise<Speech> {
  const lock = `${name}:recording`
  const sounds = `${name}:recordings`
  const recordings = createRecordings(idbRecordingStore(sounds), session, openTabs(sounds))
  const recorder = createRecorder(recordings, session, lock)
  await recordings.refresh()
  await recoverTakes(recordings, session, lock)
  return { recordings, recorder }
}
