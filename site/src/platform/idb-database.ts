import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { collections } from '../core/records.ts'

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

/** Opens the database. Rejects instead of waiting while another tab keeps an older version open. */
export const openDatabase = (name: string, onClose: () => void): Promise<IDBPDatabase<Schema>> =>
  new Promise((resolve, reject) => {
    let isBlocked = false
    openDB<Schema>(name, schemaVersion, {
      upgrade: migrate,
      blocked: () => {
        isBlocked = true
        reject(Object.assign(new Error('blocked'), { name: 'BlockedError' }))
      },
      // Let a newer version in another tab upgrade the database.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close()
        onClose()
      },
      terminated: onClose,
    }).then((database) => (isBlocked ? database.close() : resolve(database)), reject)
  })
