import type { IDBPDatabase } from 'idb'
import { success } from '../../core/model/result.ts'
import type { Take } from '../../core/speaking/takes.ts'
import { parsed } from '../../core/storage/parse.ts'
import { parseTake } from '../../core/storage/parse-take.ts'
import {
  type Kept,
  type RecordingStore,
  type SoundReason,
  soundFailure,
} from '../../core/storage/recording-store.ts'
import { chunksOf, openRecordings, type RecordingSchema } from './recording-database.ts'

type Database = IDBPDatabase<RecordingSchema>

class GoneError extends Error {}

/**
 * Writes a take and a piece of its sound. Unless it is the first piece, the take has to be there: another tab, or the browser,
 * may have deleted it.
 */
async function write(database: Database, take: Take, piece?: readonly [number, ArrayBuffer]): Promise<null> {
  const transaction = database.transaction(['takes', 'chunks'], 'readwrite')
  const takes = transaction.objectStore('takes')
  if (piece?.[0] !== 0 && (await takes.getKey(take.id)) === undefined) {
    await transaction.done
    throw new GoneError()
  }
  const written = piece ? [transaction.objectStore('chunks').put(piece[1], [take.id, piece[0]])] : []
  await Promise.all([takes.put(take, take.id), ...written, transaction.done])
  return null
}

function reasonOf(error: unknown, isOpening: boolean): SoundReason {
  if (error instanceof GoneError) return 'gone'
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return 'full'
  if (name === 'SecurityError' || name === 'NotAllowedError') return 'denied'
  const isRefused = ['InvalidStateError', 'ReferenceError', 'TypeError'].includes(name)
  return isOpening && isRefused ? 'denied' : 'failed'
}

/** Where nothing was ever recorded, nothing is created only to find that out. */
async function isThere(name: string): Promise<boolean> {
  const databases = await indexedDB.databases?.()
  return databases === undefined || databases.some((each) => each.name === name)
}

/** Stores recordings in a database of their own, which is opened when it is first needed. */
export function idbRecordingStore(name: string): RecordingStore {
  let opened: Promise<Database> | undefined
  const forget = (): void => {
    opened = undefined
  }
  const guard = async <Value>(act: (database: Database) => Promise<Value>): Promise<Kept<Value>> => {
    let isOpening = true
    try {
      opened ??= openRecordings(name, forget)
      const database = await opened
      isOpening = false
      return success(await act(database))
    } catch (error) {
      if (isOpening || (error instanceof DOMException && error.name === 'InvalidStateError')) forget()
      return soundFailure(reasonOf(error, isOpening))
    }
  }
  const unlessAbsent = async <Value>(
    absent: Value,
    act: (database: Database) => Promise<Value>,
  ): Promise<Kept<Value>> => {
    try {
      if (opened === undefined && !(await isThere(name))) return success(absent)
    } catch {
      // Opening it says why.
    }
    return guard(act)
  }
  return {
    load: () =>
      unlessAbsent([], async (database) =>
        (await database.getAll('takes')).flatMap((value) => {
          const take = parsed(parseTake, value, 'take')
          return take.ok ? [take.value] : []
        }),
      ),
    put: (take) => guard((database) => write(database, take)),
    append: (take, index, chunk) => guard((database) => write(database, take, [index, chunk])),
    sound: (take) => guard((database) => database.getAll('chunks', chunksOf(take))),
    remove: (takes) =>
      unlessAbsent(null, async (database) => {
        const transaction = database.transaction(['takes', 'chunks'], 'readwrite')
        const requests = takes.flatMap((take) => [
          transaction.objectStore('takes').delete(take),
          transaction.objectStore('chunks').delete(chunksOf(take)),
        ])
        await Promise.all([...requests, transaction.done])
        return null
      }),
    clear: () =>
      unlessAbsent(null, async (database) => {
        const transaction = database.transaction(['takes', 'chunks'], 'readwrite')
        await Promise.all([
          transaction.objectStore('takes').clear(),
          transaction.objectStore('chunks').clear(),
          transaction.done,
        ])
        return null
      }),
  }
}
