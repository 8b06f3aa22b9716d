import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Schema version. For every change, raise it and add a step to `upgrade`. */
const schemaVersion = 1

export interface RecordingSchema extends DBSchema {
  /** `unknown` forces everything read to pass a parser. */
  takes: { key: string; value: unknown }
  /** Sound by take and number, as bytes: Safari loses blobs in private windows. */
  chunks: { key: [string, number]; value: ArrayBuffer }
}

/** The sound of a take, as a range of keys: a list is greater than any number. */
export const chunksOf = (take: string): IDBKeyRange => IDBKeyRange.bound([take, 0], [take, []])

/** Opens the database of recordings, apart from that of texts: neither can keep the other from opening. */
export const openRecordings = (name: string, onClose: () => void): Promise<IDBPDatabase<RecordingSchema>> =>
  openDB<RecordingSchema>(name, schemaVersion, {
    upgrade: (database) => {
      database.createObjectStore('takes')
      database.createObjectStore('chunks')
    },
    // Let a newer version in another tab upgrade the database.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      onClose()
    },
    terminated: onClose,
  })
