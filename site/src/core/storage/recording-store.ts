import { failure, type Result } from '../model/result.ts'
import type { Take } from '../speaking/takes.ts'

/** Why sound could not be stored, as `StoreReason`. */
export type SoundReason = 'denied' | 'full' | 'failed'

export interface SoundFailure {
  readonly reason: SoundReason
  /** For the learner. */
  readonly message: string
}

export type Kept<Value> = Result<Value, SoundFailure>

/** The interface to the storage of recordings. Failures are returned, never thrown. */
export interface RecordingStore {
  readonly load: () => Promise<Kept<readonly Take[]>>
  readonly put: (take: Take) => Promise<Kept<null>>
  /** Adds a piece of sound to a take, and writes what the take comes to with it. */
  readonly append: (take: Take, index: number, chunk: ArrayBuffer) => Promise<Kept<null>>
  /** The pieces of a take in their order. */
  readonly sound: (take: string) => Promise<Kept<readonly ArrayBuffer[]>>
  readonly remove: (takes: readonly string[]) => Promise<Kept<null>>
  readonly clear: () => Promise<Kept<null>>
}

const messages = {
  denied: 'This browser does not let the page store anything, so there is no place for a recording.',
  full: 'The storage of this browser is full, so the recording has ended. What was stored of it is kept; delete recordings or free some space before the next one.',
  failed:
    'The recording could not be stored, so it has ended. What was stored of it is kept; reload the page before the next one.',
} as const satisfies Record<SoundReason, string>

export const soundFailure = (reason: SoundReason) => failure({ reason, message: messages[reason] })
