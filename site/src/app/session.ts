import { type Autosave, autosave, type SaveStatus } from '../core/autosave.ts'
import { applyChange, type Change, emptyLibrary, type Library, type Settings } from '../core/records.ts'
import { reduce } from '../core/reduce.ts'
import { success } from '../core/result.ts'
import type { Store, Stored } from '../core/store.ts'
import type { ActionBody, Attempt, Instant } from '../core/types.ts'
import type { Persistence } from '../platform/persist.ts'
import type { Tabs } from '../platform/tabs.ts'

/** Something to tell on top of every page until it is put away. */
export interface Notice {
  readonly id: string
  readonly text: string
  /** Where more is to be seen: an address within the site. */
  readonly link?: { readonly href: string; readonly text: string }
}

/** All that the views show. */
export interface Snapshot {
  readonly library: Library
  readonly saving: SaveStatus
  readonly notices: readonly Notice[]
  /** Null until the browser was asked. */
  readonly persistence: Persistence | null
}

export interface SessionOptions {
  readonly store: Store
  readonly library: Library
  readonly notices: readonly Notice[]
  readonly saving: SaveStatus
  readonly now: () => Instant
  readonly tabs: Tabs
  readonly askToPersist: () => Promise<Persistence>
}

export interface Session {
  readonly snapshot: () => Snapshot
  /** Calls back after every change; the function it gives ends that. */
  readonly subscribe: (listener: () => void) => () => void
  readonly now: () => Instant
  /** Changes the library at once and saves it soon. */
  readonly commit: (change: Change) => void
  /** Does an action to the newest state of an attempt, and gives the state after it. */
  readonly act: (attempt: Attempt, action: ActionBody, at?: Instant) => Attempt
  readonly set: (settings: Partial<Omit<Settings, 'updatedAt'>>) => void
  readonly flush: () => Promise<SaveStatus>
  /** Deletes everything that is stored, and what waits to be. */
  readonly wipe: () => Promise<Stored<null>>
  readonly notify: (notice: Notice) => void
  readonly dismiss: (id: string) => void
}

const saveDelay = 400

interface Saver {
  readonly saver: Autosave
  /** Nothing that waits is written any more. */
  readonly retire: () => void
}

function createSaver(store: Store, onStatus: (status: SaveStatus) => void): Saver {
  let retired = false
  const saver = autosave({
    store: { ...store, save: async (change) => (retired ? success(null) : store.save(change)) },
    delay: saveDelay,
    later: (act, delay) => setTimeout(act, delay),
    onStatus: (status) => {
      if (!retired) onStatus(status)
    },
  })
  const retire = (): void => {
    retired = true
  }
  return { saver, retire }
}

/** Holds the state of the page: the library in memory, and what is told about it. */
export function createSession(options: SessionOptions): Session {
  const { store, now, tabs, askToPersist } = options
  const { library, notices, saving } = options
  let state: Snapshot = { library, notices, saving, persistence: null }
  let asked = false
  const listeners = new Set<() => void>()
  const update = (change: Partial<Snapshot>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const onStatus = (status: SaveStatus): void => {
    update({ saving: status })
    if (status.state !== 'saved' || asked || state.library.attempts.length === 0) return
    asked = true
    void askToPersist().then((persistence) => update({ persistence }))
  }
  let current = createSaver(store, onStatus)
  tabs.listen((change) => update({ library: change ? applyChange(state.library, change) : emptyLibrary }))
  const commit = (change: Change): void => {
    update({ library: applyChange(state.library, change) })
    tabs.tell(change)
    current.saver.push(change)
  }
  return {
    snapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    now,
    commit,
    act: (attempt, action, at = now()) => {
      const newest = state.library.attempts.find(({ id }) => id === attempt.id) ?? attempt
      const next = reduce(newest, { ...action, at })
      if (next !== newest) commit({ attempts: [next] })
      return next
    },
    set: (settings) => commit({ settings: { ...state.library.settings, ...settings, updatedAt: now() } }),
    flush: () => current.saver.flush(),
    wipe: async () => {
      await current.saver.flush()
      const result = await store.wipe()
      if (!result.ok) return result
      current.retire()
      current = createSaver(store, onStatus)
      update({ library: emptyLibrary, saving: { state: 'saved' }, notices: [] })
      tabs.tell(null)
      return result
    },
    notify: (notice) => update({ notices: [...state.notices.filter(({ id }) => id !== notice.id), notice] }),
    dismiss: (id) => update({ notices: state.notices.filter((notice) => notice.id !== id) }),
  }
}
