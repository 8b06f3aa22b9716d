import type { Change } from '../model/change.ts'
import { success } from '../model/result.ts'
import type { Store, StoreFailure } from './store.ts'

/** `pending`: not written yet. `failed`: not written but kept, and retried with the next change or `flush`. */
export type SaveStatus =
  | { readonly state: 'saved' }
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly error: StoreFailure }

export interface Autosave {
  /** Queues a change. Later records replace earlier ones with the same id. */
  readonly push: (change: Change) => void
  /** Writes queued changes now: when the page is hidden or closed, or after a failure. */
  readonly flush: () => Promise<SaveStatus>
  /** Discards queued changes; afterwards nothing is written or reported. */
  readonly cancel: () => void
  readonly status: () => SaveStatus
}

/** What the platform provides. */
export interface AutosaveOptions {
  readonly store: Store
  /** Milliseconds from a change to saving it. */
  readonly delay: number
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

/** Combines two consecutive changes into one. */
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
    samples: united(keep(first.samples, b?.samples), second.samples),
    ...(settings ? { settings } : {}),
    removed: {
      attempts: ids(a?.attempts, b?.attempts, second.attempts),
      cards: ids(a?.cards, b?.cards, second.cards),
      reviews: ids(a?.reviews, b?.reviews, second.reviews),
      samples: ids(a?.samples, b?.samples, second.samples),
    },
  }
}

/** Saves changes after a delay, one transaction at a time, and keeps those that fail. */
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
