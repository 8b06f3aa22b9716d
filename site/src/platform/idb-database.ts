import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { collections } from '../core/model/records.ts'

/** Schema version. For every change, raise it and add a step to `migrate`. */
const schemaVersion = 2

/** `unknown` forces everything read to pass a parser. */
export interface Schema extends DBSchema {
  attempts: { key: string; value: unknown }
  cards: { key: string; value: unknown }
  reviews: { key: string; value: unknown }
  samples: { key: string; value: unknown }
  settings: { key: string; value: unknown }
}

export const stores = [...collections, 'settings'] as const

/** Migrates from any earlier version. Steps never delete what they can't convert. */
function migrate(database: IDBPDatabase<Schema>, from: number): void {
  const first = ['attempts', 'cards', 'reviews', 'settings'] as const
  if (from < 1) for (const name of first) database.createObjectStore(name)
  if (from < 2) database.createObjectStore('samples')
}

export interface Connection {
  readonly database: IDBPDatabase<Schema>
  /** Whether the browser had no such database before. */
  readonly isNew: boolean
}

/** Why a connection has ended: `upgrade` by a newer version in another tab, `deleted`, or `closed` by the browser. */
export type Ending = 'upgrade' | 'deleted' | 'closed'

/** Opens the database. Rejects instead of waiting while another tab keeps an older version open. */
export const openDatabase = (name: string, onEnd: (ending: Ending) => void): Promise<Connection> =>
  new Promise((resolve, reject) => {
    let isBlocked = false
    let isNew = false
    openDB<Schema>(name, schemaVersion, {
      upgrade: (database, from) => {
        isNew = from === 0
        migrate(database, from)
      },
      blocked: () => {
        isBlocked = true
        reject(Object.assign(new Error('blocked'), { name: 'BlockedError' }))
      },
      // Makes way for a newer version in another tab, and for a deletion, which would otherwise wait for this page.
      blocking: (_current, wanted, event) => {
        if (event.target instanceof IDBDatabase) event.target.close()
        onEnd(wanted === null ? 'deleted' : 'upgrade')
      },
      terminated: () => onEnd('closed'),
    }).then((database) => (isBlocked ? database.close() : resolve({ database, isNew })), reject)
  })
