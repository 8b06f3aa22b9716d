import type { ActionBody } from '../core/model/actions.ts'
import type { Change } from '../core/model/change.ts'
import type { Library, Settings } from '../core/model/records.ts'
import type { Attempt, Instant } from '../core/model/types.ts'
import type { SaveStatus } from '../core/storage/autosave.ts'
import type { Stored } from '../core/storage/store.ts'
import type { Persistence } from '../platform/persist.ts'
import type { Notice } from './notices.ts'
import type { Speech } from './speech.ts'

/** Everything the views show. */
export interface Snapshot {
  readonly library: Library
  readonly saving: SaveStatus
  readonly notices: readonly Notice[]
  /** Null until the browser has been asked. */
  readonly persistence: Persistence | null
}

export interface Session {
  readonly snapshot: () => Snapshot
  /** Notifies after every change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void
  readonly now: () => Instant
  /** Applies a change at once and saves it shortly after. */
  readonly commit: (change: Change) => void
  /** Applies an action to the latest state of an attempt and returns the result. */
  readonly act: (attempt: Attempt, action: ActionBody, at?: Instant) => Attempt
  /** Takes over a library that is stored by now. */
  readonly adopt: (library: Library) => void
  readonly set: (settings: Partial<Omit<Settings, 'updatedAt'>>) => void
  readonly flush: () => Promise<SaveStatus>
  /** Recordings and the recorder, loaded on the first call. */
  readonly speech: () => Promise<Speech>
  /** Deletes everything, including recordings and unsaved changes. */
  readonly wipe: () => Promise<Stored<null>>
  readonly notify: (notice: Notice) => void
  readonly dismiss: (id: string) => void
}
