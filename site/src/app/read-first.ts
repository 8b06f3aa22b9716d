import type { Change } from '../core/model/change.ts'
import type { Settings } from '../core/model/records.ts'
import type { Loaded, Store } from '../core/storage/store.ts'

interface LateReading {
  /** Takes over what was read at last, and tells what is to be written instead of a change. */
  readonly join: (loaded: Loaded, change: Change) => Promise<Change>
  /** The settings by now. */
  readonly settings: () => Settings
}

/**
 * A store that could not be read at the start. Once it opens, it is read before anything is written: settings that are no more
 * than the ones a page begins with would overwrite those that are stored.
 */
export function readFirst(store: Store, { join, settings }: LateReading): Store {
  let isRead = false
  return {
    ...store,
    save: async (change) => {
      // A change that has waited holds the settings from before.
      if (isRead) return store.save(change.settings ? { ...change, settings: settings() } : change)
      const loaded = await store.load()
      if (!loaded.ok) return loaded
      const saved = await store.save(await join(loaded.value, change))
      isRead = saved.ok
      return saved
    },
  }
}
