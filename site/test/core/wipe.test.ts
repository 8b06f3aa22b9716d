import { expect, test } from 'vitest'
import { createSession } from '../../src/app/create-session.ts'
import type { Session } from '../../src/app/session.ts'
import { textOf } from '../../src/core/model/attempt.ts'
import { emptyLibrary } from '../../src/core/model/records.ts'
import type { Store } from '../../src/core/storage/store.ts'
import type { Tabs } from '../../src/platform/tabs.ts'
import { memoryStore } from './memory-store.ts'
import { attemptWith, t0 } from './support.ts'

type Hear = Parameters<Tabs['listen']>[0]

/** Tabs of one browser. */
function browser() {
  const ears = new Map<object, Hear>()
  return (store: Store): Session => {
    const me = {}
    return createSession({
      store,
      library: emptyLibrary,
      notices: [],
      saving: { state: 'saved' },
      now: () => t0,
      askToPersist: async () => 'denied',
      tabs: {
        tell: (change) => {
          for (const [other, hear] of ears) if (other !== me) hear(change)
        },
        listen: (hear) => ears.set(me, hear),
      },
    })
  }
}

const stored = async (store: Store) => {
  const loaded = await store.load()
  if (!loaded.ok) throw new Error(loaded.error.message)
  return loaded.value.library.attempts
}

const write = (session: Session, text: string) =>
  session.act(attemptWith(), { type: 'write', field: 'limits', text })

test('what another tab was about to store does not come back after everything was deleted', async () => {
  const store = memoryStore()
  const open = browser()
  const [here, there] = [open(store), open(store)]
  write(there, 'not stored yet')
  await here.wipe()
  await there.flush()
  expect(await stored(store)).toEqual([])
  for (const { snapshot } of [here, there]) expect(snapshot().library.attempts).toEqual([])
})

test('a tab that was being written in says so, and can keep what was written', async () => {
  const store = memoryStore()
  const open = browser()
  const [here, there] = [open(store), open(store)]
  const attempt = write(there, 'my words')
  const spoken = { length: 9000, speaking: 8000, pauses: 1, words: 2 }
  there.act(attempt, { type: 'spoken', part: 'plan', spoken })
  await there.flush()
  await here.wipe()
  expect(here.snapshot().notices).toEqual([])
  const [notice] = there.snapshot().notices
  expect(notice?.text).toContain('Everything was deleted in another tab.')
  notice?.action?.act()
  await there.flush()
  expect((await stored(store)).map((each) => textOf(each, 'limits'))).toEqual(['my words'])
  // The sound is gone: what it came to would say that there is an answer.
  expect((await stored(store)).map((each) => each.spoken)).toEqual([{}])
  expect(here.snapshot().library.attempts).toHaveLength(1)
})

test('an attempt that was begun meanwhile and the one that is kept become one, with the words of both', async () => {
  const store = memoryStore()
  const open = browser()
  const [here, there] = [open(store), open(store)]
  write(there, 'old words')
  await here.wipe()
  write(there, 'new words')
  there.snapshot().notices[0]?.action?.act()
  await there.flush()
  const attempts = await stored(store)
  expect(attempts).toHaveLength(1)
  const text = attempts[0]?.texts['limits']
  expect([text?.value, ...(text?.kept ?? [])].sort()).toEqual(['new words', 'old words'])
})

test('a tab that nothing was written in only says what happened', async () => {
  const store = memoryStore()
  const open = browser()
  const [here, there] = [open(store), open(store)]
  write(here, 'my words')
  await here.wipe()
  expect(there.snapshot().notices).toEqual([{ id: 'wiped', text: 'Everything was deleted in another tab.' }])
})

test('an attempt that another tab finishes while it is written here says so, once', async () => {
  const store = memoryStore()
  const open = browser()
  const [here, there, third] = [open(store), open(store), open(store)]
  const attempt = write(here, 'my words')
  there.act(attempt, { type: 'finish', score: null, mark: null })
  const text =
    'Finished in another tab while you were writing it here: “Title of launch”. What you wrote is kept in it.'
  expect(here.snapshot().notices).toEqual([{ id: 'finished', text }])
  for (const { snapshot } of [there, third]) expect(snapshot().notices).toEqual([])
  here.dismiss('finished')
  there.act(attempt, { type: 'note', text: 'later' })
  expect(here.snapshot().notices).toEqual([])
})
