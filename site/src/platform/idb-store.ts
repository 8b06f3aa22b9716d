import type { IDBPDatabase, IDBPTransaction } from 'idb'
import type { Change } from '../core/model/change.ts'
import { collections, defaultSettings } from '../core/model/records.ts'
import { failure, success } from '../core/model/result.ts'
import { type Parser, parsed } from '../core/storage/parse.ts'
import { parseAttempt } from '../core/storage/parse-attempt.ts'
import { parseCard, parseReview, parseSample, parseSettings } from '../core/storage/parse-records.ts'
import {
  type Loaded,
  type Store,
  type Stored,
  type StoreReason,
  storeFailure,
} from '../core/storage/store.ts'
import { keepConnection } from './idb-connection.ts'
import { type Schema, stores } from './idb-database.ts'

type Writing = IDBPTransaction<Schema, typeof stores, 'readwrite'>

/** Maps the errors of browsers to reasons. */
function reasonOf(error: unknown, isOpening: boolean): StoreReason {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return 'full'
  if (name === 'VersionError') return 'newer'
  if (name === 'BlockedError') return 'blocked'
  if (name === 'SecurityError' || name === 'NotAllowedError') return 'denied'
  // Browsers that block storage have no IndexedDB, or one that refuses to open.
  return isOpening && ['InvalidStateError', 'ReferenceError', 'TypeError'].includes(name)
    ? 'denied'
    : 'failed'
}

function readAll<Value>(values: readonly unknown[], parser: Parser<Value>) {
  const results = values.map((value, index) => ({ value, result: parsed(parser, value, `[${index}]`) }))
  return {
    items: results.flatMap(({ result }) => (result.ok ? [result.value] : [])),
    unreadable: results.flatMap(({ value, result }) => (result.ok ? [] : [value])),
  }
}

async function read(database: IDBPDatabase<Schema>): Promise<Loaded> {
  const transaction = database.transaction(stores, 'readonly')
  const [attempts, cards, reviews, samples, settings] = await Promise.all(
    stores.map((name) => transaction.objectStore(name).getAll()),
  )
  const read = {
    attempts: readAll(attempts ?? [], parseAttempt),
    cards: readAll(cards ?? [], parseCard),
    reviews: readAll(reviews ?? [], parseReview),
    samples: readAll(samples ?? [], parseSample),
    settings: readAll(settings ?? [], parseSettings),
  }
  return {
    library: {
      attempts: read.attempts.items,
      cards: read.cards.items,
      reviews: read.reviews.items,
      samples: read.samples.items,
      settings: read.settings.items[0] ?? defaultSettings,
    },
    unreadable: Object.values(read).flatMap(({ unreadable }) => unreadable),
  }
}

type Request = () => Promise<unknown>

function requests(transaction: Writing, { settings, removed, ...items }: Change): readonly Request[] {
  return [
    ...collections.flatMap((name) =>
      (removed?.[name] ?? []).map((id) => () => transaction.objectStore(name).delete(id)),
    ),
    ...collections.flatMap((name) =>
      (items[name] ?? []).map((item) => () => transaction.objectStore(name).put(item, item.id)),
    ),
    ...(settings ? [() => transaction.objectStore('settings').put(settings, 'settings')] : []),
  ]
}

/** Starts all requests of a transaction; aborts it when one can't be started. */
function startAll(transaction: Writing, starts: readonly Request[]): readonly Promise<unknown>[] {
  const started: Promise<unknown>[] = []
  try {
    for (const start of starts) started.push(start())
    // A page that is closing has no time to find that nothing more will come.
    transaction.commit()
  } catch (error) {
    transaction.abort()
    started.push(Promise.reject(error))
  }
  return started
}

/** What a transaction failed with. When it is aborted, its requests only say that it was, and it says why. */
const causeOf = (transaction: Writing, error: unknown): unknown =>
  error instanceof DOMException && error.name === 'AbortError' ? (transaction.error ?? error) : error

/**
 * Stores the library in IndexedDB. The first operation opens the database. One that fails for no known reason, such as
 * a connection that the browser has lost, is tried once more on a new connection.
 * @param name database name; use a different one for each deployment on the same origin
 */
export function idbStore(name: string): Store {
  const connection = keepConnection(name)
  const attempt = async <Value>(
    act: (database: IDBPDatabase<Schema>) => Promise<Value>,
  ): Promise<Stored<Value>> => {
    let isOpening = true
    try {
      const database = await connection.database()
      isOpening = false
      return success(await act(database))
    } catch (error) {
      const reason = reasonOf(error, isOpening)
      if (reason === 'failed') connection.drop()
      return failure(storeFailure(reason))
    }
  }
  const guard = async <Value>(
    act: (database: IDBPDatabase<Schema>) => Promise<Value>,
  ): Promise<Stored<Value>> => {
    const result = await attempt(act)
    return result.ok || result.error.reason !== 'failed' ? result : attempt(act)
  }
  const write = (act: (transaction: Writing) => readonly Request[]) =>
    guard(async (database) => {
      const transaction = database.transaction(stores, 'readwrite')
      try {
        // A failed request aborts the transaction; `done` rejects with the reason.
        await Promise.all([...startAll(transaction, act(transaction)), transaction.done])
      } catch (error) {
        throw causeOf(transaction, error)
      }
      return null
    })
  return {
    load: () => guard(read),
    save: (change) => write((transaction) => requests(transaction, change)),
    wipe: () => write((transaction) => stores.map((each) => () => transaction.objectStore(each).clear())),
    onEmptied: connection.onEmptied,
    close: connection.drop,
  }
}
