import { expect, test } from 'vitest'
import type { ActionBody } from '../../src/core/model/actions.ts'
import { applyChange } from '../../src/core/model/change.ts'
import { latest, longest, mostCounted, mostKept } from '../../src/core/model/limits.ts'
import { defaultSettings, emptyLibrary, type Library } from '../../src/core/model/records.ts'
import { reduce } from '../../src/core/model/reduce.ts'
import { exportLibrary } from '../../src/core/storage/export.ts'
import { planImport, readExport } from '../../src/core/storage/import.ts'
import { mergeAttempt } from '../../src/core/storage/merge-attempt.ts'
import { parsed } from '../../src/core/storage/parse.ts'
import { parseAttempt } from '../../src/core/storage/parse-attempt.ts'
import { parseSettings } from '../../src/core/storage/parse-records.ts'
import { attemptWith, day, finishScored, graded, minute, t0 } from './support.ts'

/** A finished attempt as the second version of the format had it, written out by hand. */
const attempt = {
  id: '6f1c9a52-0000-4000-8000-000000000001',
  drillId: 'launch',
  kind: 'round',
  title: 'Title of launch',
  digests: { prompt: '1:p', text: '1:t', substance: '1:s' },
  packageVersion: '0.1.0',
  createdAt: t0,
  startedAt: t0 + 1,
  updatedAt: t0 + minute,
  revision: 9,
  phases: [{ id: 'plan', title: 'Plan', planned: 5 * minute, extra: 0, spent: minute }],
  phase: 'plan',
  fields: [{ id: 'limits', title: 'Limits', phase: 'plan' }],
  texts: { limits: { value: 'A final within 900 ms', changedAt: t0 + 2, kept: [] } },
  clock: { running: false },
  timer: { on: true, factor: 1 },
  revealedAt: t0 + 3,
  revealedBeforeWriting: false,
  editedAfterReveal: false,
  criteria: [{ id: 'gates', title: 'Gates', scope: 'general', weight: 50, revision: 1, digest: '1:rubric' }],
  grades: { gates: 'met' },
  redFlags: [],
  note: { value: 'Slower', changedAt: t0 + 4, kept: [] },
  score: { total: 50, criteria: 35, general: 15, redFlags: 0, most: { criteria: 70, general: 30 } },
  finishedAt: t0 + minute,
}

const settings = {
  timer: { on: true, factor: 2 },
  timerHidden: true,
  announcements: false,
  shortcuts: false,
  theme: 'dark',
  seenVersion: '0.1.0',
  updatedAt: t0,
}

const memory = {
  due: t0 + day,
  stability: 2,
  difficulty: 5,
  elapsedDays: 0,
  scheduledDays: 1,
  learningSteps: 0,
  reps: 1,
  lapses: 0,
  state: 2,
  lastReview: t0,
}

const file = {
  format: 'audio-text-drills/practice',
  version: 2,
  exportedAt: t0 + day,
  packageVersion: '0.1.0',
  attempts: [attempt],
  cards: [{ id: 'launch', drillId: 'launch', criterion: null, memory, updatedAt: t0 }],
  reviews: [
    { id: `${attempt.id}/`, cardId: 'launch', attemptId: attempt.id, at: t0, rating: 3, before: memory },
  ],
  settings,
}

/** What an attempt has that was made before there were modes, hints and recordings. */
const added = {
  mode: 'guided',
  hints: {},
  spoken: {},
  readAt: null,
  quotes: {},
  verdicts: [],
  followUps: [],
  mark: null,
}

test('an export of version 2 is carried over whole, as guided attempts', () => {
  const read = readExport(JSON.stringify(file))
  expect(read).toEqual({
    ok: true,
    value: {
      attempts: [{ ...attempt, ...added }],
      cards: file.cards,
      reviews: file.reviews,
      samples: [],
      settings: { ...settings, sound: false, dayStart: 4, plan: null, track: null, recordingSpace: 200 },
    },
  })
  const library = read.ok ? read.value : emptyLibrary
  // As an export of today it comes back as it is, and the old file adds nothing to it.
  const again = readExport(exportLibrary(library, { name: 'drills', version: '1.0.0' }, t0).text)
  expect(again).toEqual({ ok: true, value: library })
  expect(planImport(library, library).isEmpty).toBe(true)
})

test('a version 2 file does not take back what the site has learnt since', () => {
  const now = {
    ...attempt,
    ...added,
    quotes: { gates: 'within 900 ms' },
    readAt: t0 + day,
    updatedAt: t0 + day,
    revision: 12,
  }
  const here = { ...emptyLibrary, attempts: [now] } as unknown as Library
  const read = readExport(JSON.stringify({ ...file, cards: [], reviews: [] }))
  expect(read.ok && planImport(here, read.value).library.attempts).toEqual([now])
})

test('stored records of earlier visits get the defaults of what was added since', () => {
  expect(parsed(parseAttempt, attempt, 'attempt')).toEqual({ ok: true, value: { ...attempt, ...added } })
  expect(parsed(parseSettings, settings, 'settings')).toEqual({
    ok: true,
    value: { ...defaultSettings, ...settings },
  })
})

test.each([
  ['mode', 'exam'],
  ['hints', { limits: 'all' }],
  ['spoken', { plan: { length: -1, speaking: 0, pauses: 0 } }],
  ['readAt', 'yesterday'],
  ['quotes', { unknown: 'words' }],
  ['verdicts', [{ at: t0, verdicts: { gates: { verdict: 'great', quote: '' } }, redFlags: [] }]],
  ['followUps', [{ id: 'why' }]],
  ['mark', 'cheated'],
])('what was added is checked where it is there: %s', (key, value) => {
  expect(parsed(parseAttempt, { ...attempt, [key]: value }, 'attempt').ok).toBe(false)
})

test.each([
  ['dayStart', 13],
  ['recordingSpace', 5],
  ['sound', 'yes'],
  ['plan', { date: '2026-13-01', minutes: 30, roles: [], since: t0 }],
  ['plan', { date: '2026-12-07', minutes: 0, roles: [], since: t0 }],
  ['plan', { date: '2026-12-07', minutes: 30, roles: [], track: 'Not an id', since: t0 }],
  ['track', 7],
])('and so it is in settings: %s', (key, value) => {
  expect(parsed(parseSettings, { ...settings, [key]: value }, 'settings').ok).toBe(false)
})

test('a plan that was made before there were tracks has none', () => {
  const plan = { date: '2026-12-07', minutes: 30, roles: ['speech'], since: t0 }
  expect(parsed(parseSettings, { ...settings, plan }, 'settings')).toEqual({
    ok: true,
    value: { ...defaultSettings, ...settings, plan: { ...plan, track: null } },
  })
  const chosen = { ...defaultSettings, plan: { ...plan, track: 'first-week' }, track: 'on-call' }
  expect(parsed(parseSettings, chosen, 'settings')).toEqual({ ok: true, value: chosen })
})

test('attempts of today lack none of it', () => {
  const finished = finishScored(emptyLibrary, graded(attemptWith(), { gates: 'met' }), t0 + minute)
  const library = applyChange(emptyLibrary, finished)
  for (const key of Object.keys(added)) expect(library.attempts[0]).toHaveProperty(key)
})

test('a plan for a day that no month has is refused at its place', () => {
  const plan = { date: '2027-02-31', minutes: 60, roles: [], track: null, since: t0 }
  expect(parsed(parseSettings, { ...defaultSettings, plan }, 'settings')).toEqual({
    ok: false,
    error: 'Unexpected value at `settings.plan.date`, expected a date such as 2026-12-07',
  })
  const real = { ...defaultSettings, plan: { ...plan, date: '2028-02-29' } }
  expect(parsed(parseSettings, real, 'settings')).toEqual({ ok: true, value: real })
})

test.each([
  ['a title that would turn the words beside it around', { title: 'Launch \u202e' }, 'title'],
  ['a time after which nothing can be planned', { updatedAt: 8_640_000_000_000_000 }, 'updatedAt'],
  ['more changes than anybody makes', { revision: 2 ** 53 - 1 }, 'revision'],
])('%s is refused', (_name, change, key) => {
  const result = parsed(parseAttempt, { ...attempt, ...change }, 'attempt')
  expect(result.ok ? 'read' : result.error).toContain(`\`attempt.${key}\``)
})

test('what is at its limit stays readable whatever is done to it', () => {
  const full = {
    ...attempt,
    revealedAt: null,
    finishedAt: null,
    score: null,
    criteria: [],
    grades: {},
    revision: mostCounted,
    updatedAt: latest,
    phases: [{ id: 'plan', title: 'Plan', planned: longest, extra: longest, spent: longest }],
    clock: { running: true, since: 0 },
    texts: {
      limits: { value: 'Now', changedAt: 1, kept: Array.from({ length: mostKept }, (_, n) => `Then ${n}`) },
    },
  }
  const read = parsed(parseAttempt, full, 'attempt')
  if (!read.ok) throw new Error(read.error)
  const actions: readonly ActionBody[] = [
    { type: 'write', field: 'limits', text: 'More' },
    { type: 'extend', minutes: 5 },
    { type: 'pause' },
    { type: 'reveal' },
    { type: 'followUpWrite', followUp: 'why', text: 'Because' },
    {
      type: 'verdicts',
      verdicts: Array.from({ length: mostKept + 1 }, (_, at) => ({ at, verdicts: {}, redFlags: [] })),
    },
    { type: 'finish', score: null, mark: null },
  ]
  const after = actions.reduce((state, action) => reduce(state, { ...action, at: latest + day }), read.value)
  const others = { ...after, texts: { limits: { value: 'Else', changedAt: 2, kept: ['Another'] } } }
  for (const state of [after, mergeAttempt(after, others)])
    expect(parsed(parseAttempt, state, 'attempt')).toEqual({ ok: true, value: state })
  expect(after.verdicts[0]?.at).toBe(1)
})
