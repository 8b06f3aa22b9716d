import type { Change } from './records.ts'
import { success } from './result.ts'
import type { Store, StoreFailure } from './store.ts'

/**
 * `pending`: not yet written. `failed`: not written, kept, and tried again with the next change or `flush`.
 */
export type SaveStatus =
  | { readonly state: 'saved' }
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly error: StoreFailure }

export interface Autosave {
  /** Takes a change to be written soon. Later records replace earlier ones of the same id. */
  readonly push: (change: Change) => void
  /** Writes at once what is waiting: when the page is hidden, before it is left, after a failure. */
  readonly flush: () => Promise<SaveStatus>
  /** Drops what is waiting: from now on nothing is written and no status is reported. */
  readonly cancel: () => void
  readonly status: () => SaveStatus
}

/** What the platform lends: a timer, and an ear for the status. */
export interface AutosaveOptions {
  readonly store: Store
  /** Milliseconds between a change and its writing. */
  readonly delay: number
  /** Calls back after some milliseconds, like `setTimeout`. */
  readonly later: (act: () => void, delay: number) => void
  readonly onStatus: (status: SaveStatus) => void
}

interface Identified {
  readonly id: string
}

const united = <Item extends Identified>(
  first: readonly Item[] = [],
  second: readonly Item[] = [],
): Item[] => [...new Map([...first, ...second].map((item) => [item.id, item])).values()]

const ids = (
  first: readonly string[] = [],
  second: readonly string[] = [],
  put: readonly Identified[] = [],
): string[] => [...new Set([...first, ...second])].filter((id) => !put.some((item) => item.id === id))

const absent = (items: readonly Identified[] = [], removed: readonly string[] = []) =>
  new Set(items.map(({ id }) => id).filter((id) => removed.includes(id)))

/** One change that does what two do one after the other. */
export function joinChanges(first: Change, second: Change): Change {
  const keep = <Item extends Identified>(
    items: readonly Item[] | undefined,
    removed: readonly string[] | undefined,
  ) => {
    const gone = absent(items, removed)
    return items?.filter(({ id }) => !gone.has(id))
  }
  const settings = second.settings ?? first.settings
  const [a, b] = [first.removed, second.removed]
  return {
    attempts: united(keep(first.attempts, b?.attempts), second.attempts),
    cards: united(keep(first.cards, b?.cards), second.cards),
    reviews: united(keep(first.reviews, b?.reviews), second.reviews),
    ...(settings ? { settings } : {}),
    removed: {
      attempts: ids(a?.attempts, b?.attempts, second.attempts),
      cards: ids(a?.cards, b?.cards, second.cards),
      reviews: ids(a?.reviews, b?.reviews, second.reviews),
    },
  }
}

/** Saves changes soon after they happen, one transaction at a time, and loses none that fails. */
export function autosave({ store, delay, later, onStatus }: AutosaveOptions): Autosave {
  let waiting: Change | undefined
  let writing: Promise<SaveStatus> | undefined
  let timed = false
  let cancelled = false
  let status: SaveStatus = { state: 'saved' }
  const tell = (next: SaveStatus): SaveStatus => {
    status = next
    if (!cancelled) onStatus(next)
    return next
  }
  const write = async (change: Change): Promise<SaveStatus> => {
    waiting = undefined
    const result = cancelled ? success(null) : await store.save(change)
    if (result.ok) return tell(waiting ? { state: 'pending' } : { state: 'saved' })
    waiting = waiting ? joinChanges(change, waiting) : change
    return tell({ state: 'failed', error: result.error })
  }
  const flush = async (): Promise<SaveStatus> => {
    while (writing) await writing
    if (!waiting) return status
    writing = write(waiting)
    const done = await writing
    writing = undefined
    return done
  }
  return {
    push: (change) => {
      waiting = waiting ? joinChanges(waiting, change) : change
      tell({ state: 'pending' })
      if (timed) return
      timed = true
      later(() => {
        timed = false
        void flush()
      }, delay)
    },
    flush,
    cancel: () => {
      cancelled = true
    },
    status: () => status,
  }
}
