import { failure, type Result } from '../model/result.ts'
import type { Take } from '../speaking/takes.ts'

/** Why sound could not be stored, as `StoreReason`; `gone` when the take is no longer there. */
export type SoundReason = 'denied' | 'full' | 'gone' | 'failed'

export interface SoundFailure {
  readonly reason: SoundReason
  /** For the learner. */
  readonly message: string
}

export type Kept<Value> = Result<Value, SoundFailure>

/** The interface to the storage of recordings. Failures are returned, never thrown. */
export interface RecordingStore {
  readonly load: () => Promise<Kept<readonly Take[]>>
  /** Writes what a stored take comes to. One that was deleted does not come back. */
  readonly put: (take: Take) => Promise<Kept<null>>
  /**
   * Adds a piece of sound to a take, and writes what the take comes to with it. The first piece, number 0, makes the take;
   * for others it has to be there still.
   */
  readonly append: (take: Take, index: number, chunk: ArrayBuffer) => Promise<Kept<null>>
  /** The pieces of a take in their order. */
  readonly sound: (take: string) => Promise<Kept<readonly ArrayBuffer[]>>
  readonly remove: (takes: readonly string[]) => Promise<Kept<null>>
  readonly clear: () => Promise<Kept<null>>
}

const messages = {
  denied: 'This browser does not let the page store anything, so there is no place for a recording.',
  full: 'The storage of this browser is full, so the recording has ended. Delete recordings or free some space before the next one.',
  failed: 'The recording could not be stored, so it has ended. Reload the page before the next one.',
  gone: 'The recording has ended because what was stored of it was deleted meanwhile.',
} as const satisfies Record<SoundReason, string>

export const soundFailure = (reason: SoundReason) => failure({ reason, message: messages[reason] })
