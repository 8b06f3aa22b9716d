import about from 'virtual:about'
import menu from 'virtual:menu'
import tracks from 'virtual:tracks'
import type { Resolution } from 'audio-text-drills'
import { emptyLibrary, type Library } from '../core/model/records.ts'
import { restarted } from '../core/model/timer.ts'
import { joinChanges } from '../core/storage/autosave.ts'
import { joinLate } from '../core/storage/join-late.ts'
import type { Loaded, Store } from '../core/storage/store.ts'
import { type CriterionRenames, upgradeLibrary } from '../core/storage/upgrade.ts'
import type { Persistence } from '../platform/persist.ts'
import type { SteadyClock } from '../platform/steady-clock.ts'
import type { Tabs } from '../platform/tabs.ts'
import { createSession, type SessionOptions } from './create-session.ts'
import { changeNotices, type Notice, unreadableNotice, upgradeNotices } from './notices.ts'
import { readFirst } from './read-first.ts'
import { loadRedirects } from './reference.ts'
import type { Session } from './session.ts'

export interface StartOptions {
  readonly store: Store
  readonly tabs: Tabs
  readonly clock: SteadyClock
  readonly askToPersist: () => Promise<Persistence>
  readonly openSpeech: NonNullable<SessionOptions['openSpeech']>
}

const { version } = about

const active = (id: string): Resolution => ({ status: 'active', id })

/**
 * Resolving ids needs the whole package, so it is fetched only when stored ids are missing from the catalog or the
 * stored version is older.
 */
async function upgraded(library: Library) {
  const ids = [
    ...new Set([...library.attempts, ...library.cards, ...library.samples].map(({ drillId }) => drillId)),
  ]
  const published = new Set(menu.map(({ id }) => id))
  const { seenVersion } = library.settings
  const isNew = seenVersion !== null && seenVersion !== version
  if (!isNew && ids.every((id) => published.has(id))) return upgradeWith(library, active, {}, [])
  const [{ resolveId, upgradeReport }, { criteria }] = await Promise.all([
    import('audio-text-drills'),
    loadRedirects(),
  ])
  return upgradeWith(
    library,
    resolveId,
    criteria,
    isNew ? changeNotices(upgradeReport, ids, seenVersion) : [],
  )
}

function upgradeWith(
  library: Library,
  resolve: (id: string) => Resolution,
  renames: CriterionRenames,
  more: readonly Notice[],
) {
  const upgrade = upgradeLibrary(library, resolve, renames, { menu, tracks })
  const isSeen = library.settings.seenVersion === version
  return { ...upgrade, notices: [...upgradeNotices(upgrade.notices, isSeen), ...more] }
}

/** What was loaded, brought to this version, with what the learner has to know of it. */
async function prepare({ library: stored, unreadable }: Loaded, clock: SteadyClock) {
  clock.notBefore(Math.max(0, ...stored.attempts.map(({ updatedAt }) => updatedAt)))
  // Without the package nothing can be followed, and nothing is lost: the next visit tries again.
  const upgrade = await upgraded(stored).catch(() => upgradeWith(stored, active, {}, []))
  const notices = [...upgrade.notices, ...(unreadable.length > 0 ? [unreadableNotice(unreadable)] : [])]
  const attempts = upgrade.library.attempts.map((attempt) => restarted(attempt, clock.now()))
  return { ...upgrade, library: { ...upgrade.library, attempts }, notices }
}

/**
 * Loads the library, follows renamed drills and creates the session. Never rejects: failures become notices or the
 * saving status.
 */
export async function start(options: StartOptions): Promise<Session> {
  const { store, clock } = options
  const loaded = await store.load()
  const found = loaded.ok ? loaded.value : { library: emptyLibrary, unreadable: [] }
  const { library, change, notices } = await prepare(found, clock)
  const late = readFirst(store, {
    join: async (read, waiting) => {
      const prepared = await prepare(read, clock)
      const joined = joinLate(prepared.library, session.snapshot().library, waiting.removed)
      session.adopt(joined.library)
      for (const notice of prepared.notices) session.notify(notice)
      return joinChanges(prepared.change, joined.change)
    },
    settings: () => session.snapshot().library.settings,
  })
  const session: Session = createSession({
    library,
    notices,
    saving: loaded.ok ? { state: 'saved' } : { state: 'failed', error: loaded.error },
    now: clock.now,
    ...options,
    store: loaded.ok ? store : late,
  })
  // Tries again soon, and whenever the learner asks for it.
  if (!loaded.ok) session.commit({})
  const isChanged = [change.attempts, change.cards, change.reviews, change.samples].some(
    (items) => items && items.length > 0,
  )
  if (isChanged) session.commit(change)
  if (loaded.ok && library.settings.seenVersion !== version && library.attempts.length > 0) {
    session.set({ seenVersion: version })
  }
  return session
}
