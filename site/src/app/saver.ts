import { type Autosave, autosave, type SaveStatus } from '../core/autosave.ts'
import { success } from '../core/result.ts'
import type { Store } from '../core/store.ts'

const saveDelay = 400

export interface Saver extends Pick<Autosave, 'push' | 'flush'> {
  /** Nothing that waits is written any more. */
  readonly retire: () => void
}

/** Saves soon after every change, until it is retired. */
export function createSaver(store: Store, onStatus: (status: SaveStatus) => void): Saver {
  let retired = false
  const { push, flush } = autosave({
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
  return { push, flush, retire }
}
