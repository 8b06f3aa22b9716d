import type { Change } from '../model/change.ts'
import type { Library } from '../model/records.ts'
import type { Result } from '../model/result.ts'

/**
 * Why storage failed: `denied` by the browser or its settings, `full`, `newer` (another tab or an earlier visit used
 * a newer version of the site), `blocked` (another tab keeps the old version open), `failed` for anything else.
 */
export type StoreReason = 'denied' | 'full' | 'newer' | 'blocked' | 'failed'

export interface StoreFailure {
  readonly reason: StoreReason
  /** For the learner. */
  readonly message: string
}

export type Stored<Value> = Result<Value, StoreFailure>

export interface Loaded {
  readonly library: Library
  /** Records that can't be parsed, as they are stored. They stay in storage but are not in the library. */
  readonly unreadable: readonly unknown[]
}

/** The interface to storage. Failures are returned, never thrown. */
export interface Store {
  readonly load: () => Promise<Stored<Loaded>>
  /** Atomic: writes all of a change or nothing. */
  readonly save: (change: Change) => Promise<Stored<null>>
  /** Deletes all records. */
  readonly wipe: () => Promise<Stored<null>>
  /** Calls the listener when the browser has deleted all records while the page was open. */
  readonly onEmptied: (listener: () => void) => void
  readonly close: () => void
}

const messages = {
  denied:
    'This browser does not let the page store anything. Your work stays on the screen; export it before you leave.',
  full: 'The storage of this browser is full. Your work stays on the screen; export it, then free some space.',
  newer:
    'Your work was stored by a newer version of this site. What you have written since stays on the screen: export it, then reload the page to get that version.',
  blocked:
    'Another tab with an older version of this site is open. Export what you have written here, close that tab, and reload.',
  failed: 'Your work could not be stored. It stays on the screen; export it before you leave.',
} as const satisfies Record<StoreReason, string>

export const storeFailure = (reason: StoreReason): StoreFailure => ({ reason, message: messages[reason] })
