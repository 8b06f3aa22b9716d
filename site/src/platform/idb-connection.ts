import type { IDBPDatabase } from 'idb'
import { type Connection, type Ending, openDatabase, type Schema } from './idb-database.ts'

/** A connection that is opened when it is needed, and anew after the browser has ended it. */
export interface KeptConnection {
  /** The open database. Rejects when it can’t be opened; the next call tries again. */
  readonly database: () => Promise<IDBPDatabase<Schema>>
  /** Closes the connection; the next call opens another one. */
  readonly drop: () => void
  /** Calls the listener when the database was deleted while the page was open. */
  readonly onEmptied: (listener: () => void) => void
}

/** While a browser clears its data it opens nothing: how often to look whether it does, and after how many milliseconds. */
const looks = { times: 4, pause: 250 } as const

export function keepConnection(name: string): KeptConnection {
  let opened: Promise<Connection> | undefined
  /** Whether there were records that could get lost. */
  let wasOpen = false
  let tellEmptied = (): void => undefined
  const connect = async (): Promise<Connection> => {
    const opening = openDatabase(name, (ending) => {
      if (opened === opening) opened = undefined
      void look(ending, looks.times)
    })
    opened = opening
    try {
      const connection = await opening
      const isEmptied = connection.isNew && wasOpen
      wasOpen = true
      if (isEmptied) tellEmptied()
      return connection
    } catch (error) {
      if (opened === opening) opened = undefined
      throw error
    }
  }
  const database = async (): Promise<IDBPDatabase<Schema>> => (await (opened ?? connect())).database
  /** Finds out whether anything is left after a connection has ended. */
  const look = async (ending: Ending, times: number): Promise<void> => {
    if (ending === 'upgrade') return
    if (ending === 'deleted') {
      wasOpen = false
      tellEmptied()
      return
    }
    try {
      await database()
    } catch {
      // In the end the next operation tells why it can’t.
      if (times > 1) setTimeout(() => void look(ending, times - 1), looks.pause)
    }
  }
  return {
    database,
    drop: () => {
      opened?.then((connection) => connection.database.close()).catch(() => undefined)
      opened = undefined
    },
    onEmptied: (listener) => {
      tellEmptied = listener
    },
  }
}
