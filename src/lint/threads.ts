import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Source, Unread } from '../io/source.ts'
import type { FolderPlace } from '../io/write-folder.ts'
import type { FileFacts } from '../model/generated/exchange/facts.ts'

/** Files to lint beside this thread, each on its own. */
export interface ThreadTask {
  readonly root: string
  /** The definition documents, loaded. */
  readonly documents: readonly Source[]
  readonly files: readonly string[]
  /** Where they are to be published too; else they are only linted. */
  readonly place?: FolderPlace | undefined
  /** Whether what is published is to be given back whole. */
  readonly whole?: boolean
}

/** What a file came to in a thread. */
export interface ThreadResult {
  readonly facts: FileFacts
  /** What was published, packed. */
  readonly product: string
}

/** How a thread hands results over: facts as JSON, products packed. */
export interface Parcel {
  readonly facts: string
  readonly products: readonly string[]
}

export interface Threads {
  /** How many can work at once, this one included. */
  readonly count: number
  /** Gives what each file came to, as soon as it is there. Rejects when the thread fails. */
  readonly lint: (task: ThreadTask, take: (result: ThreadResult) => void) => Promise<void>
}

/** Files whose facts a thread hands over at once. */
export const parcel = 200
/** Drills that a thread lints while another one starts: about 0.2 s. */
const startUp = 150
/** With more threads than this the one that puts everything together is what takes the time. */
const mostThreads = 6

function lint(workerData: ThreadTask, take: (result: ThreadResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./lint-thread.js', import.meta.url), { workerData })
    let missing = workerData.files.length
    worker.on('message', ({ facts, products }: Parcel) => {
      const all = JSON.parse(facts) as FileFacts[]
      missing -= all.length
      for (const [at, each] of all.entries()) take({ facts: each, product: products[at] ?? '' })
    })
    worker.once('error', reject)
    worker.once('exit', () => (missing === 0 ? resolve() : reject(new Error('a thread ended early'))))
  })
}

/** The threads of this machine, for the compiled tool. */
export const threads = (): Threads => ({ count: Math.min(availableParallelism(), mostThreads), lint })

/**
 * Deals files out: the first part is for this thread, which has begun already and gets more. One part when further
 * threads would not be done any sooner.
 */
export function deal(
  entries: readonly (Source | Unread)[],
  count: number,
): readonly (readonly (Source | Unread)[])[] {
  const helpers = Math.min(count - 1, Math.floor(entries.length / (3 * startUp)))
  if (helpers < 1) return [entries]
  const share = Math.floor((entries.length - startUp) / (helpers + 1))
  const own = entries.length - helpers * share
  return [
    entries.slice(0, own),
    ...Array.from({ length: helpers }, (_, at) => entries.slice(own + at * share, own + (at + 1) * share)),
  ]
}
