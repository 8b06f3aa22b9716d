import { idbRecordingStore } from '../platform/recordings/idb-recording-store.ts'
import { createRecorder } from './recorder.ts'
import type { Recorder } from './recorder-state.ts'
import { createRecordings, type Recordings } from './recordings.ts'
import { recoverTakes } from './recover-takes.ts'
import type { Session } from './session.ts'

/** Everything that has to do with sound. It is loaded when it is first needed. */
export interface Speech {
  readonly recordings: Recordings
  readonly recorder: Recorder
}

/**
 * Opens the recordings, and closes those that were interrupted.
 * @param name the name of the database of texts; that of sounds is named after it
 */
export async function openSpeech(name: string, session: Session): Promise<Speech> {
  const lock = `${name}:recording`
  const recordings = createRecordings(idbRecordingStore(`${name}:recordings`), session)
  const recorder = createRecorder(recordings, session, lock)
  await recordings.refresh()
  await recoverTakes(recordings, session, lock)
  return { recordings, recorder }
}
