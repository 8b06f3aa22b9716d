import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSession } from '../../src/app/create-session.ts'
import { deleteAttempt } from '../../src/app/delete-attempt.ts'
import { deleteRecordings } from '../../src/app/delete-recordings.ts'
import { createRecorder } from '../../src/app/recorder.ts'
import type { Recorder } from '../../src/app/recorder-state.ts'
import { createRecordings } from '../../src/app/recordings.ts'
import { recoverTakes } from '../../src/app/recover-takes.ts'
import type { Session } from '../../src/app/session.ts'
import type { Recordings } from '../../src/app/speech.ts'
import { tellSpoken } from '../../src/app/tell-spoken.ts'
import { emptyLibrary } from '../../src/core/model/records.ts'
import { success } from '../../src/core/model/result.ts'
import type { Attempt } from '../../src/core/model/types.ts'
import type { Take } from '../../src/core/speaking/takes.ts'
import { type RecordingStore, soundFailure } from '../../src/core/storage/recording-store.ts'
import { memoryStore } from './memory-store.ts'
import { attemptWith, minute, t0 } from './support.ts'

/** A store of recordings in memory. */
function memoryRecordings() {
  const takes = new Map<string, Take>()
  const chunks = new Map<string, ArrayBuffer[]>()
  const store: RecordingStore = {
    load: async () => success([...takes.values()]),
    put: async (take) => {
      if (!takes.has(take.id)) return soundFailure('gone')
      takes.set(take.id, take)
      return success(null)
    },
    append: async (take, index, chunk) => {
      if (isFull) return soundFailure('full')
      if (index > 0 && !takes.has(take.id)) return soundFailure('gone')
      takes.set(take.id, take)
      chunks.set(take.id, [...(chunks.get(take.id) ?? []).slice(0, index), chunk])
      return success(null)
    },
    sound: async (take) => success(chunks.get(take) ?? []),
    remove: async (ids) => {
      for (const id of ids) takes.delete(id)
      return success(null)
    },
    clear: async () => success(null),
  }
  return { takes, store }
}

const track = Object.assign(new EventTarget(), { stop: vi.fn() })
let now = t0
let locks: string[]
let breaks = false
let isFull = false
let allow = (): void => undefined
let running: FakeRecorder | undefined

class FakeRecorder extends EventTarget {
  static isTypeSupported = (): boolean => true
  state = 'inactive'
  start(): void {
    if (breaks) throw new DOMException('no encoder', 'NotSupportedError')
    this.state = 'recording'
    running = this
  }
  requestData(): void {}
  pause(): void {
    this.state = 'paused'
  }
  resume(): void {
    this.state = 'recording'
  }
  stop(): void {
    this.state = 'inactive'
    this.dispatchEvent(new Event('stop'))
  }
}

/** Lets a piece of sound come in. */
const piece = (): boolean | undefined =>
  running?.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['sound']) }))

let session: Session
let recorder: Recorder
let recordings: Recordings
let stored: Map<string, Take>
let store: RecordingStore
/** What other tabs would hear, and what this one hears from them. */
let told: unknown[]
let hear: (message: 'changed') => void
const attempt = attemptWith()
const place = { attemptId: attempt.id, part: 'plan' }
const begin = (): Attempt => session.act(attempt, { type: 'start' })
const current = (): Attempt | undefined => session.snapshot().library.attempts[0]
const words = (): number | undefined => [...stored.values()][0]?.words

beforeEach(() => {
  now = t0
  locks = []
  breaks = false
  isFull = false
  running = undefined
  track.stop.mockClear()
  vi.stubGlobal('MediaRecorder', FakeRecorder)
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: () =>
        new Promise((resolve) => {
          allow = () => resolve({ getTracks: () => [track], getAudioTracks: () => [track] })
        }),
    },
    locks: {
      request: async (name: string, _: unknown, hold: (lock: object | null) => Promise<void>) => {
        if (locks.includes(name)) return hold(null)
        locks.push(name)
        await hold({})
        locks = locks.filter((each) => each !== name)
      },
    },
  })
  const memory = memoryRecordings()
  stored = memory.takes
  store = memory.store
  told = []
  session = createSession({
    store: memoryStore(),
    library: emptyLibrary,
    notices: [],
    saving: { state: 'saved' },
    now: () => now,
    tabs: { tell: () => undefined, listen: () => undefined },
    askToPersist: async () => 'granted',
    openSpeech: async () => ({ recordings, recorder }),
  })
  recordings = createRecordings(memory.store, session, {
    tell: (message) => told.push(message),
    listen: (listener) => {
      hear = listener
    },
  })
  recorder = createRecorder(recordings, session, 'recording')
})

afterEach(() => vi.unstubAllGlobals())

/** Asks for the microphone, does something meanwhile, and gets it. */
async function record(meanwhile = (): void => undefined): Promise<void> {
  const done = recorder.record(place, begin)
  await vi.waitFor(() => expect(recorder.state().status).toBe('asking'))
  await new Promise((resolve) => setTimeout(resolve))
  meanwhile()
  allow()
  await done
}

test('a recorder that does not start says so, closes the microphone and can be tried again', async () => {
  recorder.attend(attempt.id)
  breaks = true
  await record()
  expect(recorder.state()).toMatchObject({ status: 'idle', place })
  expect(recorder.state().message).toMatch(/could not record.*your text is as it was/)
  expect(track.stop).toHaveBeenCalledOnce()
  // The clock waits for the recorder.
  expect(current()).toBeUndefined()
  await vi.waitFor(() => expect(locks).toEqual([]))

  breaks = false
  await record()
  expect(recorder.state().status).toBe('recording')
  expect(current()?.clock.running).toBe(true)
  // That of the next phase does not start either: what was said until then is kept.
  piece()
  breaks = true
  session.act(begin(), { type: 'skip' })
  await vi.waitFor(() => expect(recorder.state().status).toBe('idle'))
  expect(recorder.state().message).toMatch(/could not record/)
  expect([...stored.values()]).toMatchObject([{ part: 'plan', bytes: 5, endedAt: t0 }])
  expect(track.stop).toHaveBeenCalledTimes(2)
})

test('nothing is recorded once the page was left, not even where another attempt is spoken', async () => {
  const leave = recorder.attend(attempt.id)
  await record(() => {
    leave()
    recorder.attend('attempt-0002')
  })
  expect([recorder.state().status, running, stored.size]).toEqual(['idle', undefined, 0])
  expect(track.stop).toHaveBeenCalledOnce()
  const away = recorder.attend(attempt.id)
  await record()
  away()
  await vi.waitFor(() => expect(recorder.state().message).toMatch(/you left the page/))
  // It is told on every page, up to the one that tells it by itself.
  const told = (): number => session.snapshot().notices.length
  expect(told()).toBe(1)
  recorder.attend('attempt-0002')
  expect(told()).toBe(1)
  recorder.attend(attempt.id)
  expect(told()).toBe(0)
})

test('whoever is recorded is there, up to the last piece of sound', async () => {
  recorder.attend(attempt.id)
  expect(recorder.heardAt(attempt.id)).toBeNull()
  await record()
  now += 9 * minute
  piece()
  await recorder.stop()
  now += minute
  expect(recorder.heardAt(attempt.id)).toBe(t0 + 9 * minute)
  expect(recorder.heardAt('attempt-0002')).toBeNull()
})

test('words of a transcript are stored at once while it records, and no piece of sound forgets them', async () => {
  recorder.attend(attempt.id)
  await record()
  piece()
  await vi.waitFor(() => expect([...stored.values()][0]?.bytes).toBe(5))
  await recordings.transcribed(attempt.id, 'plan', 3)
  expect(words()).toBe(3)
  // Another view reads what is stored, while more is pasted.
  const reading = recordings.refresh()
  await recordings.transcribed(attempt.id, 'plan', 4)
  await reading
  piece()
  await vi.waitFor(() => expect([...stored.values()][0]?.bytes).toBe(10))
  expect(words()).toBe(7)
  await recorder.stop()
  expect([...stored.values()]).toMatchObject([{ words: 7, bytes: 10, endedAt: t0 }])
  expect(recordings.takes()).toHaveLength(1)
})

const takeOf = (more: Partial<Take> = {}): Take => ({
  ...{
    id: 'take-1',
    attemptId: attempt.id,
    part: 'plan',
    at: t0,
    mime: 'audio/webm',
    bytes: 5,
    length: 9000,
  },
  ...{ speaking: 8000, pauses: [], words: 0, endedAt: t0 + 9000 },
  ...more,
})
const bytes = new ArrayBuffer(5)

test('where nothing could be stored nothing counts as spoken, and nothing is said to be kept', async () => {
  recorder.attend(attempt.id)
  isFull = true
  await record()
  expect(current()?.spoken).toEqual({ plan: { length: 0, speaking: 0, pauses: 0 } })
  piece()
  await vi.waitFor(() => expect(recorder.state().status).toBe('idle'))
  expect(recorder.state().message).toMatch(
    /^The storage of this browser is full.* Nothing of it was stored.$/,
  )
  expect(current()?.spoken).toEqual({})
  // A tab that was closed before its first second leaves as little.
  session.act(attempt, { type: 'spoken', part: 'plan', spoken: { length: 0, speaking: 0, pauses: 0 } })
  stored.set('take-1', takeOf({ endedAt: null, bytes: 0 }))
  await recordings.refresh()
  await recoverTakes(recordings, session, 'recording')
  expect([stored.size, current()?.spoken]).toEqual([0, {}])
  // What was stored before the storage was full is kept.
  isFull = false
  await record()
  piece()
  await vi.waitFor(() => expect(stored.size).toBe(1))
  isFull = true
  piece()
  await vi.waitFor(() => expect(recorder.state().status).toBe('idle'))
  expect(recorder.state().message).toMatch(/What was stored before is kept.$/)
  expect([...stored.values()]).toMatchObject([{ bytes: 5, endedAt: t0 }])
})

test('a take that is deleted elsewhere while it is recorded ends the recording, which says so', async () => {
  recorder.attend(attempt.id)
  for (const isLast of [false, true]) {
    await record()
    piece()
    await vi.waitFor(() => expect(stored.size).toBe(1))
    stored.clear()
    if (isLast) await recorder.stop()
    else piece()
    await vi.waitFor(() => expect(recorder.state().status).toBe('idle'))
    expect(recorder.state().message).toMatch(/deleted/)
    expect([stored.size, recordings.takes(), current()?.spoken]).toEqual([0, [], {}])
  }
})

test('the recordings of an attempt can be deleted while another tab records it, without that', async () => {
  begin()
  stored.set('take-1', takeOf())
  stored.set('take-2', takeOf({ id: 'take-2', endedAt: null }))
  // Nobody has told this tab of them.
  expect(recordings.takes()).toEqual([])
  await deleteRecordings(session, [attempt.id], false)
  expect([...stored.keys()]).toEqual(['take-2'])
  expect(told).toEqual(['changed'])
  await deleteAttempt(session, attempt)
  expect([stored.size, session.snapshot().library.attempts]).toEqual([0, []])
})

test('a tab sees what others record and delete, and brings nothing back', async () => {
  begin()
  await store.append(takeOf(), 0, bytes)
  hear('changed')
  await vi.waitFor(() => expect(recordings.takes()).toEqual([takeOf()]))
  await store.remove(['take-1'])
  await recordings.transcribed(attempt.id, 'plan', 7)
  expect([stored.size, recordings.takes(), current()?.spoken]).toEqual([0, [], {}])
  // It is deleted here while it is read for another view.
  await store.append(takeOf(), 0, bytes)
  await recordings.refresh()
  const reading = recordings.refresh()
  await recordings.remove([takeOf()])
  await reading
  expect(recordings.takes()).toEqual([])
})

test('after an import an attempt still knows of the sound that is here', async () => {
  begin()
  stored.set('take-1', takeOf())
  await recordings.refresh()
  const spoken = { plan: { length: 9000, speaking: 8000, pauses: 0 } }
  recordings.adopt([takeOf()])
  expect(current()?.spoken).toEqual(spoken)
  const before = session.snapshot().library
  const change = { attempts: before.attempts.map((each) => ({ ...each, spoken: {} })) }
  session.commit(change)
  await tellSpoken(session, before, change)
  expect(current()?.spoken).toEqual(spoken)
})
