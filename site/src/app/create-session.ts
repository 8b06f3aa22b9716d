import { applyChange, type Change, isUntouched, putAll, removeAll } from '../core/model/change.ts'
import { emptyLibrary, type Library } from '../core/model/records.ts'
import { reduce } from '../core/model/reduce.ts'
import type { Attempt, Instant } from '../core/model/types.ts'
import { autosave, type SaveStatus } from '../core/storage/autosave.ts'
import { mergeAttempt } from '../core/storage/merge-attempt.ts'
import type { Store } from '../core/storage/store.ts'
import type { Persistence } from '../platform/persist.ts'
import type { Tabs } from '../platform/tabs.ts'
import { emptiedNotice, finishedNotice, type Notice, removalNotice, wipeNotice } from './notices.ts'
import type { Session, Snapshot } from './session.ts'
import type { Speech } from './speech.ts'
import { wipeRecordings } from './wipe-recordings.ts'

export interface SessionOptions {
  readonly store: Store
  readonly library: Library
  readonly notices: readonly Notice[]
  readonly saving: SaveStatus
  readonly now: () => Instant
  readonly tabs: Tabs
  readonly askToPersist: () => Promise<Persistence>
  /** Opens what has to do with sound; without it there are no recordings. */
  readonly openSpeech?: (session: Session) => Promise<Speech>
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
  /**
   * Restored attempts get a new id where another attempt has taken theirs since, and the words of what was begun at the
   * same drill meanwhile. Their sound is gone, and with it what it came to; transcripts are text.
   */
  const restore = (attempts: readonly Attempt[]): void => {
    const { attempts: stored } = state.library
    const restored = attempts.map((deleted) => {
      const lost: Attempt = { ...deleted, spoken: {} }
      const begun = stored.find(({ drillId, finishedAt }) => drillId === lost.drillId && finishedAt === null)
      const id = begun?.id ?? (stored.some((each) => each.id === lost.id) ? crypto.randomUUID() : lost.id)
      return begun ? mergeAttempt({ ...lost, id }, begun) : { ...lost, id }
    })
    for (const { id } of restored) written.add(id)
    commit({ attempts: restored })
  }
  const notify = (notice: Notice): void =>
    update({ notices: [...state.notices.filter(({ id }) => id !== notice.id), notice] })
  /** What is being written in this tab. */
  const openHere = (attempts: readonly Attempt[]): readonly Attempt[] =>
    attempts.filter(({ id, finishedAt }) => written.has(id) && finishedAt === null)
  const follow = (change: Change): void => {
    const { attempts } = state.library
    update({ library: applyChange(state.library, change) })
    const finished = openHere(attempts).filter((before) =>
      state.library.attempts.some(({ id, finishedAt }) => id === before.id && finishedAt !== null),
    )
    if (finished.length > 0) notify(finishedNotice(finished))
    const gone = (change.removed?.attempts ?? []).filter((id) => written.has(id))
    if (gone.length === 0) return
    const lost = openHere(attempts).filter(({ id }) => gone.includes(id))
    for (const id of gone) written.delete(id)
    // What was typed last may be on its way to the storage and to the other tabs; the removal has to follow it.
    commit({ removed: { attempts: gone } })
    if (lost.length > 0) notify(removalNotice(lost, restore))
  }
  tabs.listen((change) => {
    if (change) {
      follow({ ...change, ...withoutOlder(state.library, change) })
      return
    }
    const { library: before } = state
    const lost = openHere(before.attempts)
    reset([wipeNotice(lost, restore)])
    // Saves still in flight when the other tab wiped would otherwise reappear after a reload.
    autosaver.push(removeAll(before))
    void autosaver.flush()
  })
  store.onEmptied(() => {
    if (isUntouched(state.library)) return
    notify(emptiedNotice)
    autosaver.push(putAll(state.library))
    void autosaver.flush()
  })
  let speech: Promise<Speech> | undefined
  const session: Session = {
    snapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    now,
    commit,
    act: (attempt, action, at = now()) => {
      const stored = state.library.attempts.find(({ id }) => id === attempt.id)
      // It was deleted: nothing that is still under way brings it back.
      if (!stored && attempt.revision > 0) return attempt
      const newest = stored ?? attempt
      const next = reduce(newest, { ...action, at })
      if (next === newest) return next
      written.add(next.id)
      commit({ attempts: [next] })
      return next
    },
    adopt: (adopted) => update({ library: adopted }),
    set: (settings) => commit({ settings: { ...state.library.settings, ...settings, updatedAt: now() } }),
    flush: () => autosaver.flush(),
    speech: () => {
      if (!options.openSpeech) return Promise.reject(new Error('no recordings'))
      speech ??= options.openSpeech(session).catch((error: unknown) => {
        speech = undefined
        throw error
      })
      return speech
    },
    wipe: async () => {
      await autosaver.flush()
      const result = await store.wipe()
      if (!result.ok) return result
      reset([])
      tabs.tell(null)
      return options.openSpeech ? wipeRecordings(session) : result
    },
    notify,
    dismiss: (id) => update({ notices: state.notices.filter((notice) => notice.id !== id) }),
  }
  return session
}
