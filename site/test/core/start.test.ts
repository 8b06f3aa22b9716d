import { expect, test } from 'vitest'
import { start } from '../../src/app/start.ts'
import { applyChange } from '../../src/core/model/change.ts'
import { defaultSettings, emptyLibrary } from '../../src/core/model/records.ts'
import type { StoreReason } from '../../src/core/storage/store.ts'
import { steadyClock } from '../../src/platform/steady-clock.ts'
import { memoryStore } from './memory-store.ts'
import { attemptWith, finishScored, graded, minute, run, t0 } from './support.ts'

const plan = { date: '2026-11-09', minutes: 60, roles: [], track: null, since: t0 }
const stored = applyChange(
  { ...emptyLibrary, settings: { ...defaultSettings, sound: true, plan, updatedAt: t0 } },
  finishScored(emptyLibrary, graded(attemptWith(), { gates: 'not' }), t0 + minute),
)

/** A page whose storage can't be opened at first, and the storage. */
async function opened() {
  let reason: StoreReason | undefined = 'failed'
  const store = memoryStore(stored, () => reason)
  const session = await start({
    store,
    tabs: { tell: () => undefined, listen: () => undefined },
    clock: steadyClock(() => t0 + 2 * minute),
    askToPersist: async () => 'denied',
    openSpeech: () => Promise.reject(new Error('no sound')),
  })
  const read = async () => {
    const loaded = await store.load()
    return loaded.ok ? loaded.value.library : null
  }
  const open = (): void => {
    reason = undefined
  }
  return { session, open, read }
}

test('a storage that opens later is read before anything is written, and nothing of it is lost', async () => {
  const { session, open, read } = await opened()
  expect(await session.flush()).toMatchObject({ state: 'failed' })
  expect(session.snapshot()).toMatchObject({ library: emptyLibrary, saving: { state: 'failed' } })
  const other = run(attemptWith({ id: 'attempt-0002' }), [minute, { type: 'start' }])
  session.commit({ attempts: [other] })
  session.set({ theme: 'dark' })
  expect(await session.flush()).toMatchObject({ state: 'failed' })
  open()
  const flushed = session.flush()
  // It was chosen before the page knew of the plan.
  session.set({ shortcuts: false })
  await flushed
  expect(await session.flush()).toEqual({ state: 'saved' })
  const settings = { ...stored.settings, theme: 'dark', shortcuts: false, updatedAt: t0 + 2 * minute }
  const all = { ...stored, attempts: [...stored.attempts, other], settings }
  expect(await read()).toEqual(all)
  expect(session.snapshot()).toMatchObject({ library: all, saving: { state: 'saved' } })
  session.set({ plan: null })
  await session.flush()
  expect(await read()).toMatchObject({ settings: { plan: null, theme: 'dark' } })
})

test('settings that were never read and never changed are not written', async () => {
  const { session, open, read } = await opened()
  open()
  // Nobody has done anything yet: the page tries again by itself, or when it is asked to.
  expect(await session.flush()).toEqual({ state: 'saved' })
  expect(await read()).toEqual(stored)
  expect(session.snapshot().library).toEqual(stored)
})
