import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import { applyChange, type Change } from '../../src/core/model/change.ts'
import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings, emptyLibrary } from '../../src/core/model/records.ts'
import { autosave, joinChanges, type SaveStatus } from '../../src/core/storage/autosave.ts'
import { type Store, type StoreReason, storeFailure } from '../../src/core/storage/store.ts'
import { idbStore } from '../../src/platform/idb-store.ts'
import { askToPersist } from '../../src/platform/persist.ts'
import { idbRecordingStore } from '../../src/platform/recordings/idb-recording-store.ts'
import { memoryStore } from './memory-store.ts'
import { attemptWith, finishScored, graded, run, t0 } from './support.ts'

const done = finishScored(emptyLibrary, graded(attemptWith(), { gates: 'not' }), t0)
const settings = { ...defaultSettings, theme: 'dark', updatedAt: t0 } as const

afterEach(async () => {
  vi.unstubAllGlobals()
  await deleteDB('test')
})

const stores: readonly [string, () => Store][] = [
  ['memory', () => memoryStore()],
  ['IndexedDB', () => idbStore('test')],
]

describe.each(stores)('a store in %s', (_name, make) => {
  test('gives back what was saved, and removes what was removed', async () => {
    const store = make()
    expect(await store.load()).toEqual({ ok: true, value: { library: emptyLibrary, unreadable: [] } })
    expect(await store.save({ ...done, settings })).toEqual({ ok: true, value: null })
    const expected = applyChange(emptyLibrary, { ...done, settings })
    expect(await store.load()).toEqual({ ok: true, value: { library: expected, unreadable: [] } })
    await store.save({ removed: { cards: ['launch'] } })
    const after = await store.load()
    expect(after.ok && after.value.library.cards.map(({ id }) => id)).toEqual(['launch/gates'])
    await store.wipe()
    expect(await store.load()).toEqual({ ok: true, value: { library: emptyLibrary, unreadable: [] } })
    store.close()
  })
})

describe('IndexedDB', () => {
  test('keeps everything for the next visit, and leaves records alone that it can’t read', async () => {
    const first = idbStore('test')
    await first.save(done)
    first.close()
    const database = await openDB('test', 2)
    await database.put('attempts', { id: 'broken-record', title: 1 }, 'broken-record')
    database.close()
    const second = idbStore('test')
    const loaded = await second.load()
    expect(loaded.ok && [loaded.value.unreadable, loaded.value.library.attempts]).toEqual([
      [{ id: 'broken-record', title: 1 }],
      done.attempts,
    ])
    second.close()
    const again = await openDB('test', 2)
    expect(await again.count('attempts')).toBe(2)
    again.close()
  })

  test('writes nothing of a change of which a part fails', async () => {
    const store = idbStore('test')
    const attempt = attemptWith()
    // A function can't be cloned: the second record fails when the first is already requested.
    const broken = { ...attempt, id: 'attempt-0002', title: (() => '') as unknown as string }
    expect(await store.save({ attempts: [attempt, broken] })).toEqual({
      ok: false,
      error: storeFailure('failed'),
    })
    const loaded = await store.load()
    expect(loaded.ok && loaded.value.library.attempts).toEqual([])
    store.close()
  })

  test('says that a newer version was here', async () => {
    const newer = await openDB('test', 99)
    newer.close()
    expect(await idbStore('test').load()).toEqual({ ok: false, error: storeFailure('newer') })
  })

  test.each([
    ['SecurityError', 'denied'],
    ['InvalidStateError', 'denied'],
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'failed'],
  ] as const)('turns %s on opening into `%s`, and tries again', async (name, reason) => {
    const { indexedDB } = globalThis
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('no', name)
      },
    })
    const store = idbStore('test')
    expect(await store.save(done)).toEqual({ ok: false, error: storeFailure(reason) })
    vi.stubGlobal('indexedDB', indexedDB)
    expect(await store.save(done)).toEqual({ ok: true, value: null })
    store.close()
  })

  test('is denied where a browser has none', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await idbStore('test').load()).toEqual({ ok: false, error: storeFailure('denied') })
  })

  test('is full when a write says so', async () => {
    const factory = new IDBFactory()
    vi.stubGlobal('indexedDB', factory)
    const store = idbStore('full')
    await store.load()
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    expect(await store.save(done)).toEqual({ ok: false, error: storeFailure('full') })
    put.mockRestore()
    expect(await store.save(done)).toEqual({ ok: true, value: null })
  })
})

/** Every write fails with an error, as often as said; whatever was requested before is aborted with it. */
function failing(name: string, times: number) {
  const { transaction } = IDBDatabase.prototype
  let left = times
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    if (left === 0) return transaction.apply(this, args)
    left -= 1
    throw new DOMException('gone', name)
  })
}

/** Opens a store that holds an attempt, and counts how often it is told that nothing is left. */
async function filled() {
  const store = idbStore('test')
  await store.load()
  await store.save(done)
  const emptied = vi.fn()
  store.onEmptied(emptied)
  return { store, emptied }
}

const attemptsIn = async (store: Store) => {
  const loaded = await store.load()
  return loaded.ok ? loaded.value.library.attempts : loaded.error
}

describe('a connection that is lost', () => {
  test.each(['UnknownError', 'InvalidStateError', 'AbortError', 'NotFoundError'])(
    'with %s is opened anew, and the write succeeds at once',
    async (name) => {
      const { store, emptied } = await filled()
      const open = vi.spyOn(IDBFactory.prototype, 'open')
      const transaction = failing(name, 1)
      expect(await store.save({ settings })).toEqual({ ok: true, value: null })
      transaction.mockRestore()
      const loaded = await store.load()
      expect(loaded.ok && [loaded.value.library.settings, loaded.value.library.attempts]).toEqual([
        settings,
        done.attempts,
      ])
      expect([open.mock.calls.length, emptied.mock.calls.length]).toEqual([1, 0])
      open.mockRestore()
      store.close()
    },
  )

  test('for good is told after two tries, and the next write tries again', async () => {
    const { store } = await filled()
    const transaction = failing('UnknownError', Number.POSITIVE_INFINITY)
    expect(await store.save({ settings })).toEqual({ ok: false, error: storeFailure('failed') })
    expect(transaction).toHaveBeenCalledTimes(2)
    transaction.mockRestore()
    expect(await store.save({ settings })).toEqual({ ok: true, value: null })
    store.close()
  })

  test('is no reason to try twice when the storage is full', async () => {
    const { store } = await filled()
    const transaction = failing('QuotaExceededError', Number.POSITIVE_INFINITY)
    expect(await store.save({ settings })).toEqual({ ok: false, error: storeFailure('full') })
    expect(transaction).toHaveBeenCalledTimes(1)
    transaction.mockRestore()
    store.close()
  })

  test('makes way for a newer version, which is told then', async () => {
    const { store, emptied } = await filled()
    const newer = await openDB('test', 99)
    newer.close()
    expect(await store.save({ settings })).toEqual({ ok: false, error: storeFailure('newer') })
    expect(emptied).not.toHaveBeenCalled()
  })
})

describe('a database that is deleted while it is open', () => {
  test('is told at once, and made again with the next write', async () => {
    const { store, emptied } = await filled()
    await deleteDB('test')
    expect(emptied).toHaveBeenCalledTimes(1)
    expect(await store.save({ settings })).toEqual({ ok: true, value: null })
    expect(await attemptsIn(store)).toEqual([])
    expect(emptied).toHaveBeenCalledTimes(1)
    store.close()
  })

  test('is found out when the browser closes the connection, which it may do for other reasons', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const { store, emptied } = await filled()
    // Its types ask for the class where an instance is meant.
    const connection = () =>
      transaction.mock.contexts.at(-1) as unknown as Parameters<typeof forceCloseDatabase>[0]
    // Memory is short: all is still there.
    forceCloseDatabase(connection())
    expect(await attemptsIn(store)).toEqual(done.attempts)
    expect(emptied).not.toHaveBeenCalled()
    // The data of the site are cleared: the next connection finds nothing.
    vi.stubGlobal('indexedDB', new IDBFactory())
    forceCloseDatabase(connection())
    await vi.waitFor(() => expect(emptied).toHaveBeenCalledTimes(1))
    expect(await store.save(done)).toEqual({ ok: true, value: null })
    expect(await attemptsIn(store)).toEqual(done.attempts)
    expect(emptied).toHaveBeenCalledTimes(1)
    transaction.mockRestore()
    store.close()
  })
})

test('sound is added only to a take that is there: a deleted one does not come back', async () => {
  const store = idbRecordingStore('test')
  const take = {
    ...{ id: 'take-1', attemptId: 'attempt-0001', part: 'plan', at: t0, mime: 'audio/webm', bytes: 4 },
    ...{ length: 0, speaking: null, pauses: [], words: 0, endedAt: null },
  }
  const piece = new ArrayBuffer(2)
  const gone = { ok: false, error: { reason: 'gone', message: expect.stringContaining('deleted') } }
  const fine = { ok: true, value: null }
  expect(await store.put(take)).toEqual(gone)
  expect(await store.append(take, 0, piece)).toEqual(fine)
  expect(await store.append(take, 1, piece)).toEqual(fine)
  expect(await store.put({ ...take, words: 3 })).toEqual(fine)
  expect(await store.load()).toEqual({ ok: true, value: [{ ...take, words: 3 }] })
  await store.remove(['take-1'])
  expect(await store.append(take, 2, piece)).toEqual(gone)
  expect(await store.put(take)).toEqual(gone)
  // The browser deletes the database while the page is open.
  await store.append(take, 0, piece)
  await deleteDB('test')
  expect(await store.append(take, 1, piece)).toEqual(gone)
  expect([await store.load(), await store.sound('take-1')]).toEqual([
    { ok: true, value: [] },
    { ok: true, value: [] },
  ])
})

describe('autosave', () => {
  const texts = (library: { attempts: readonly { texts: Readonly<Record<string, { value: string }>> }[] }) =>
    library.attempts.map((attempt) => attempt.texts['limits']?.value)
  const typed = (text: string, after: number): Change => ({
    attempts: [run(attemptWith(), [after, { type: 'write', field: 'limits', text }])],
  })

  function setUp(failing: () => StoreReason | undefined = () => undefined) {
    const store = memoryStore(emptyLibrary, failing)
    const alarms: (() => void)[] = []
    const told: SaveStatus['state'][] = []
    const autosaver = autosave({
      store,
      delay: 500,
      later: (act) => alarms.push(act),
      onStatus: ({ state }) => told.push(state),
    })
    return { store, alarms, told, autosaver }
  }

  test('writes and reports nothing once it is cancelled', async () => {
    const { store, alarms, told, autosaver } = setUp()
    autosaver.push(typed('a', 1))
    autosaver.cancel()
    for (const alarm of alarms) alarm()
    await autosaver.flush()
    const loaded = await store.load()
    expect([loaded.ok && loaded.value.library.attempts, told]).toEqual([[], ['pending']])
  })

  test('writes the last of many changes once, after the delay', async () => {
    const { store, alarms, told, autosaver } = setUp()
    autosaver.push(typed('a', 1))
    autosaver.push(typed('ab', 2))
    expect([alarms.length, told]).toEqual([1, ['pending', 'pending']])
    for (const alarm of alarms) alarm()
    expect(await autosaver.flush()).toEqual({ state: 'saved' })
    const loaded = await store.load()
    expect(loaded.ok && texts(loaded.value.library)).toEqual(['ab'])
    expect(told.at(-1)).toBe('saved')
  })

  test('keeps what could not be written, says why, and writes it with what follows', async () => {
    let reason: StoreReason | undefined = 'full'
    const { store, autosaver } = setUp(() => reason)
    autosaver.push({ ...typed('a', 1), settings })
    expect(await autosaver.flush()).toEqual({ state: 'failed', error: storeFailure('full') })
    reason = undefined
    autosaver.push(done.cards ? { cards: done.cards } : {})
    expect(await autosaver.flush()).toEqual({ state: 'saved' })
    const loaded = await store.load()
    expect(loaded.ok && [texts(loaded.value.library), loaded.value.library.cards.length]).toEqual([['a'], 2])
    expect(loaded.ok && loaded.value.library.settings).toEqual(settings)
  })

  test('joins changes so that one does what both did', () => {
    const [a, b] = [attemptWith({ id: 'attempt-000a' }), attemptWith({ id: 'attempt-000b' })]
    const steps: readonly Change[] = [
      { attempts: [a, b] },
      { removed: { attempts: ['attempt-000a'] } },
      { attempts: [a], removed: { attempts: ['attempt-000b'] } },
    ]
    const library = steps.reduce(applyChange, emptyLibrary)
    expect(applyChange(emptyLibrary, steps.reduce(joinChanges, {}))).toEqual(library)
    expect(library.attempts).toEqual([a])
  })
})

test('persistence is asked for once, and a refusal is an answer', async () => {
  const storage = (persisted: boolean, persist: () => Promise<boolean>) => ({
    persisted: async () => persisted,
    persist,
  })
  const never = async () => {
    throw new Error('asked')
  }
  expect(await askToPersist(storage(true, never))).toBe('granted')
  expect(await askToPersist(storage(false, async () => true))).toBe('granted')
  expect(await askToPersist(storage(false, never))).toBe('denied')
  expect(await askToPersist(undefined)).toBe('unsupported')
})
