import type { Take } from '../core/speaking/takes.ts'
import type { Kept, RecordingStore } from '../core/storage/recording-store.ts'
import type { Recorder } from './recorder-state.ts'

/** All recordings that are stored, and what can be done with them. */
export interface Recordings {
  readonly takes: () => readonly Take[]
  /** Notifies after every change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void
  /** Reads what other tabs may have recorded. */
  readonly refresh: () => Promise<Kept<readonly Take[]>>
  readonly sound: (take: Take) => Promise<Kept<Blob>>
  /**
   * Measures a take whose sound is complete, and keeps what the part comes to in the attempt. Null when it was deleted
   * meanwhile.
   */
  readonly close: (take: Take) => Promise<Take | null>
  /** Notes in the attempt that something was recorded, so that the next visit looks for it whatever happens. */
  readonly mark: (take: Take) => void
  /** Adds takes that are stored by now. */
  readonly adopt: (takes: readonly Take[]) => void
  /** The words that are counted for a take so far. */
  readonly wordsOf: (take: Take) => number
  /** Counts the words of a transcript for the last take of a part. */
  readonly transcribed: (attemptId: string, part: string, words: number) => Promise<void>
  readonly remove: (takes: readonly Take[]) => Promise<Kept<null>>
  readonly clear: () => Promise<Kept<null>>
  readonly store: RecordingStore
}

/** Everything that has to do with sound. It is loaded when it is first needed. */
export interface Speech {
  readonly recordings: Recordings
  readonly recorder: Recorder
}
