import type { ActionBody } from '../core/actions.ts'
import { autosave, type SaveStatus } from '../core/autosave.ts'
import {
  applyChange,
  type Change,
  emptyLibrary,
  type Library,
  removeAll,
  type Settings,
} from '../core/records.ts'
import { reduce } from '../core/reduce.ts'
import type { Store, Stored } from '../core/store.ts'
import type { Attempt, Instant } from '../core/types.ts'
import type { Persistence } from '../platform/persist.ts'
import type { Tabs } from '../platform/tabs.ts'
import { type Notice, wipeNotice } from './notices.ts'

/** Everything the views show. */
export interface Snapshot {
  readonly library: Library
  readonly saving: SaveStatus
  readonly notices: readonly Notice[]
  /** Null until the browser has been asked. */
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
  /** Notifies after every change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void
  readonly now: () => Instant
  /** Applies a change at once and saves it shortly after. */
  readonly commit: (change: Change) => void
  /** Applies an action to the latest state of an attempt and returns the result. */
  readonly act: (attempt: Attempt, action: ActionBody, at?: Instant) => Attempt
  readonly set: (settings: Partial<Omit<Settings, 'updatedAt'>>) => void
  readonly flush: () => Promise<SaveStatus>
  /** Deletes everything, including unsaved changes. */
  readonly wipe: () => Promise<Stored<null>>
  readonly notify: (notice: Notice) => void
  readonly dismiss: (id: string) => void
}

/** Milliseconds from a change to saving it. */
const saveDelay = 400

/** The attempts of a change of another tab, but those that this tab knows a later state of. */
function withoutOlder({ attempts }: Library, change: Change): Pick<Change, 'attempts'> {
  if (!change.attempts) return {}
  const revisions = new Map(attempts.map(({ id, revision }) => [id, revision]))
  return { attempts: change.attempts.filter(({ id, revision }) => revision >= (revisions.get(id) ?? 0)) }
}

/** Owns the state of the page: the library in memory and the status around it. */
export function createSession(options: SessionOptions): Session {
  const { store, now, tabs, askToPersist } = options
  const { library, notices, saving } = options
  let state: Snapshot = { library, notices, saving, persistence: null }
  let asked = false
  const listeners = new Set<() => void>()
  /** Ids of attempts written in this tab. */
  const written = new Set<string>()
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
  /** A tab that was opened between a change and its saving has neither heard nor read it. */
  const tellingStore: Store = {
    ...store,
    save: async (change) => {
      const result = await store.save(change)
      if (result.ok && change.attempts?.length) tabs.tell({ attempts: change.attempts })
      return result
    },
  }
  const startAutosave = () =>
    autosave({
      store: tellingStore,
      delay: saveDelay,
      later: (act, delay) => setTimeout(act, delay),
      onStatus,
    })
  let autosaver = startAutosave()
  const commit = (change: Change): void => {
    update({ library: applyChange(state.library, change) })
    tabs.tell(change)
    autosaver.push(change)
  }
  const reset = (remaining: readonly Notice[]): void => {
    autosaver.cancel()
    autosaver = startAutosave()
    update({ library: emptyLibrary, saving: { state: 'saved' }, notices: remaining })
  }
  /** Restored attempts get a new id where another attempt has taken theirs since. */
  const restore = (attempts: readonly Attempt[]): void => {
    const taken = new Set(state.library.attempts.map(({ id }) => id))
    commit({
      attempts: attempts.map((each) => (taken.has(each.id) ? { ...each, id: crypto.randomUUID() } : each)),
    })
  }
  tabs.listen((change) => {
    const { library: before } = state
    if (change) {
      update({ library: applyChange(before, { ...change, ...withoutOlder(before, change) }) })
      return
    }
    const lost = before.attempts.filter(({ id, finishedAt }) => written.has(id) && finishedAt === null)
    reset([wipeNotice(lost, restore)])
    // Saves still in flight when the other tab wiped would otherwise reappear after a reload.
    autosaver.push(removeAll(before))
    void autosaver.flush()
  })
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
      if (next === newest) return next
      written.add(next.id)
      commit({ attempts: [next] })
      return next
    },
    set: (settings) => commit({ settings: { ...state.library.settings, ...settings, updatedAt: now() } }),
    flush: () => autosaver.flush(),
    wipe: async () => {
      await autosaver.flush()
      const result = await store.wipe()
      if (!result.ok) return result
      reset([])
      tabs.tell(null)
      return result
    },
    notify: (notice) => update({ notices: [...state.notices.filter(({ id }) => id !== notice.id), notice] }),
    dismiss: (id) => update({ notices: state.notices.filter((notice) => notice.id !== id) }),
  }
}
