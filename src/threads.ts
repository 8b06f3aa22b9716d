import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FileFacts } from './generated/exchange/facts.ts'
import type { Source, Unread } from './read-corpus.ts'

/** Files to lint beside this thread, each on its own. */
export interface ThreadTask {
  readonly root: string
  /** The definition documents, loaded. */
  readonly documents: readonly Source[]
  readonly files: readonly string[]
}

export interface Threads {
  /** How many can work at once, this one included. */
  readonly count: number
  /** Rejects when the thread fails. */
  readonly lint: (task: ThreadTask) => Promise<readonly FileFacts[]>
}

/** Files whose facts a thread hands over at once. */
export const parcel = 200
/** Drills that a thread lints while another one starts: about 0.2 s. */
const startUp = 150
/** With more threads than this the one that puts everything together is what takes the time. */
const mostThreads = 6

function lint(workerData: ThreadTask): Promise<readonly FileFacts[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./lint-thread.js', import.meta.url), { workerData })
    const found: FileFacts[] = []
    worker.on('message', (text: string) => found.push(...(JSON.parse(text) as FileFacts[])))
    worker.once('error', reject)
    worker.once('exit', () =>
      found.length === workerData.files.length ? resolve(found) : reject(new Error('a thread ended early')),
    )
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
