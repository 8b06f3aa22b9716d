import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** The version of the schema. Raise it with a step in `migrate` for every change of what is stored. */
const schemaVersion = 1

/** Values are unknown on purpose: whatever is read has to pass a parser. */
export interface Schema extends DBSchema {
  attempts: { key: string; value: unknown }
  cards: { key: string; value: unknown }
  reviews: { key: string; value: unknown }
  settings: { key: string; value: unknown }
}

export const stores = ['attempts', 'cards', 'reviews', 'settings'] as const

/** Steps from each version of the schema to the next; a step never removes what it can't convert. */
function migrate(database: IDBPDatabase<Schema>, from: number): void {
  if (from < 1) for (const name of stores) database.createObjectStore(name)
}

/** Opens the database; rejects when another tab holds an older version open, instead of waiting for it. */
export const openDatabase = (name: string, onClose: () => void): Promise<IDBPDatabase<Schema>> =>
  new Promise((resolve, reject) => {
    let isBlocked = false
    openDB<Schema>(name, schemaVersion, {
      upgrade: migrate,
      blocked: () => {
        isBlocked = true
        reject(Object.assign(new Error('blocked'), { name: 'BlockedError' }))
      },
      // A newer version in another tab wants to open: let it.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close()
        onClose()
      },
      terminated: onClose,
    }).then((database) => (isBlocked ? database.close() : resolve(database)), reject)
  })
