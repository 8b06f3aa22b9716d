import { describe, expect, test } from 'vitest'
import { countWords } from '../../src/core/model/count-words.ts'
import { emptyLibrary } from '../../src/core/model/records.ts'
import { followAttempt } from '../../src/core/speaking/follow-attempt.ts'
import { paceText } from '../../src/core/speaking/pace-text.ts'
import { markAt, replayOf, trackAt } from '../../src/core/speaking/replay.ts'
import { takeFileName } from '../../src/core/speaking/take-file-name.ts'
import { spokenOf, type Take, takesOf, wordsPerMinute } from '../../src/core/speaking/takes.ts'
import { exportLibrary } from '../../src/core/storage/export.ts'
import { readExport } from '../../src/core/storage/import.ts'
import {
  headerText,
  isRecordings,
  planRecordings,
  readHeader,
  sizeText,
} from '../../src/core/storage/recordings-file.ts'
import { attemptWith, minute, run, t0 } from './support.ts'

const take = (id: string, more: Partial<Take> = {}): Take => ({
  id,
  attemptId: 'attempt-0001',
  part: 'plan',
  at: t0,
  mime: 'audio/webm;codecs=opus',
  bytes: 1_000,
  length: 60_000,
  speaking: 40_000,
  pauses: [{ at: 10_000, length: 3_000 }],
  words: 0,
  endedAt: t0 + minute,
  ...more,
})

describe('what was spoken', () => {
  test('is the sum of the takes that could be measured', () => {
    const takes = [
      take('a', { words: 50 }),
      take('b', { words: 30, pauses: [] }),
      take('c', { speaking: null }),
    ]
    expect(spokenOf(takes)).toEqual({ length: 120_000, speaking: 80_000, pauses: 1, words: 80 })
    expect(spokenOf([take('c', { speaking: null })])).toBeNull()
    expect(spokenOf([])).toBeNull()
  })

  test('leaves out what is still recorded, and other attempts', () => {
    const takes = [
      take('b', { at: t0 + 2 }),
      take('a', { at: t0 + 1 }),
      take('open', { endedAt: null }),
      take('other', { attemptId: 'attempt-0002' }),
      take('build', { part: 'build' }),
    ]
    expect(takesOf(takes, 'attempt-0001', 'plan').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(takesOf(takes, 'attempt-0001').map(({ id }) => id)).toEqual(['build', 'a', 'b'])
  })

  test('has words a minute once there is a transcript and enough speech', () => {
    const spoken = { length: 60_000, speaking: 30_000, pauses: 0 }
    expect(wordsPerMinute(spoken)).toBeNull()
    expect(wordsPerMinute({ ...spoken, words: 64 })).toBe(128)
    expect(wordsPerMinute({ ...spoken, speaking: 4_000, words: 64 })).toBeNull()
    expect(countWords(' I’d cache it — for 5 min.\nThen …')).toBe(7)
  })

  test('is said in a sentence', () => {
    expect(paceText({ length: 300_000, speaking: 250_000, pauses: 6, words: 533 })).toBe(
      'You spoke 4:10 of 5:00, with 6 long pauses, at 128 words a minute.',
    )
    expect(paceText({ length: 61_000, speaking: 60_400, pauses: 0 })).toBe(
      'You spoke 1:00 of 1:01, without a long pause.',
    )
    expect(paceText({ length: 12_000, speaking: 11_000, pauses: 0, words: 58 })).toBe(
      'You spoke 0:11 of 0:12, without a long pause. There is no pace: the text is longer than what was recorded.',
    )
    expect(paceText({ length: 5_000, speaking: 0, pauses: 0 })).toBe(
      'No speech was found in the recording of 0:05.',
    )
  })

  test('stays in an attempt that is exported, with and without words', () => {
    const attempt = run(
      attemptWith(),
      [1, { type: 'start' }],
      [2, { type: 'spoken', part: 'plan', spoken: { length: 9, speaking: 8, pauses: 1, words: 3 } }],
      [3, { type: 'spoken', part: 'build', spoken: { length: 9, speaking: 8, pauses: 1 } }],
    )
    const { text } = exportLibrary(
      { ...emptyLibrary, attempts: [attempt] },
      { name: 'x', version: '1.0.0' },
      t0,
    )
    const read = readExport(text)
    expect(read.ok && read.value.attempts[0]?.spoken).toStrictEqual(attempt.spoken)
  })
})

describe('a recording follows its attempt', () => {
  const started = run(attemptWith(), [0, { type: 'start' }])
  const inFollowUp = run(started, [1, { type: 'reveal' }], [2, { type: 'followUpStart', followUp: 'f' }])
  test.each([
    ['while its phase runs', started, 'plan', null, 'keep'],
    ['when the clock is paused', run(started, [1, { type: 'pause' }]), 'plan', null, 'pause'],
    ['when it is paused already', run(started, [1, { type: 'pause' }]), 'plan', 'learner', 'keep'],
    ['when the clock goes on', started, 'plan', 'clock', 'resume'],
    ['but not when the learner has paused it', started, 'plan', 'learner', 'keep'],
    ['into the next phase', run(started, [1, { type: 'skip' }]), 'plan', null, { cut: 'build' }],
    ['up to the reveal', run(started, [1, { type: 'reveal' }]), 'plan', null, 'stop'],
    ['up to its end', run(started, [1, { type: 'finish', score: null, mark: null }]), 'plan', null, 'stop'],
    ['into nothing', undefined, 'plan', null, 'drop'],
    ['in the second round', inFollowUp, 'f', null, 'keep'],
    ['with the clock of the follow-up', run(inFollowUp, [3, { type: 'followUpStop' }]), 'f', null, 'pause'],
    ['up to its answer', run(inFollowUp, [3, { type: 'followUpReveal', followUp: 'f' }]), 'f', null, 'stop'],
    ['but no follow-up that is unknown', started, 'f', null, 'stop'],
  ] as const)('%s', (_, attempt, part, pausedBy, step) => {
    expect(followAttempt(attempt, part, pausedBy)).toEqual(step)
  })
})

describe('takes play as one', () => {
  const replay = replayOf(
    [
      take('late', { at: t0 + 9 }),
      take('build', { part: 'build', length: 30_000, pauses: [] }),
      take('gone', { part: 'gone', length: 1_000, pauses: [] }),
      take('early'),
    ],
    ['plan', 'build'],
  )

  test('in the order of the phases, with marks and pauses', () => {
    expect(replay.tracks.map(({ take: { id }, start }) => [id, start])).toEqual([
      ['early', 0],
      ['late', 60_000],
      ['build', 120_000],
      ['gone', 150_000],
    ])
    expect(replay.marks).toEqual([
      { part: 'plan', at: 0 },
      { part: 'build', at: 120_000 },
      { part: 'gone', at: 150_000 },
    ])
    expect(replay.pauses.map(({ at }) => at)).toEqual([10_000, 70_000])
    expect(replay.total).toBe(151_000)
  })

  test.each([
    [-5, 'early', 0],
    [59_999, 'early', 59_999],
    [60_000, 'late', 0],
    [149_000, 'build', 29_000],
    [999_999, 'gone', 1_000],
  ])('%d ms is in the right one', (time, id, offset) => {
    const place = trackAt(replay, time)
    expect([place?.track.take.id, place?.offset]).toEqual([id, offset])
  })

  test('a place has the name of its phase, and nothing has no place', () => {
    expect(markAt(replay, 119_999)?.part).toBe('plan')
    expect(markAt(replay, 120_000)?.part).toBe('build')
    expect(trackAt(replayOf([], []), 0)).toBeUndefined()
  })

  test('a file is named after drill, phase and time', () => {
    expect(takeFileName('launch', take('a'))).toBe('launch-plan-2026-11-02-0900.webm')
    expect(takeFileName('launch', take('a', { mime: 'audio/mp4' }))).toMatch(/\.m4a$/)
  })
})

describe('a file of recordings', () => {
  const filed = { ...take('a'), digest: 'a'.repeat(64) }
  const other = { ...take('b'), attemptId: 'attempt-0002', digest: 'b'.repeat(64) }
  const text = headerText({ site: 'drills', takes: [filed, other] }, t0).trimEnd()
  const space = 10_000

  test('is read as it was written', () => {
    expect(readHeader(text, 2_000, 'drills')).toEqual({
      ok: true,
      value: { site: 'drills', takes: [filed, other] },
    })
  })

  test.each([
    [
      'of another site',
      text,
      2_000,
      'other',
      'The file holds recordings of another site. Nothing was changed.',
    ],
    [
      'of a newer version',
      text.replace('"version":1', '"version":2'),
      2_000,
      'drills',
      /newer version.*Nothing was changed/,
    ],
    [
      'of something else',
      '{"format":"x"}',
      0,
      'drills',
      'The file holds no recordings of this site. Nothing was changed.',
    ],
    ['without its end', text, 1_999, 'drills', /damaged or its end is missing. Nothing was changed/],
    ['with something behind it', text, 2_001, 'drills', /damaged/],
    ['with half a header', text.slice(0, 90), 2_000, 'drills', /damaged/],
    ['without a header', undefined, 0, 'drills', /damaged/],
    [
      'with a type that no browser records',
      text.replace('audio/webm', 'text/html'),
      2_000,
      'drills',
      /damaged/,
    ],
    ['with codecs that are no name', text.replace('codecs=opus', 'codecs=<b>'), 2_000, 'drills', /damaged/],
    [
      'with a take that has not ended',
      text.replace(`"endedAt":${filed.endedAt}`, '"endedAt":null'),
      2_000,
      'drills',
      /damaged/,
    ],
    ['with a take twice', text.replace('"id":"b"', '"id":"a"'), 2_000, 'drills', /damaged/],
    ['with keys that are not ours', text.replace('"id":"a"', '"id":"a","x":1'), 2_000, 'drills', /damaged/],
  ])('%s is refused', (_, head, bytes, site, message) => {
    const result = readHeader(head, bytes, site)
    expect(result.ok ? '' : result.error.message).toMatch(message)
  })

  test('adds what is not here, leaves out what belongs nowhere, and fits into the space', () => {
    const header = { site: 'drills', takes: [filed, other] }
    const plan = (present: readonly Take[], ids: readonly string[], room = space, takes = header.takes) =>
      planRecordings(
        { ...header, takes },
        present,
        ids.map((id) => attemptWith({ id })),
        room,
      )
    const nowhere = { ...filed, part: 'nowhere' }
    expect(plan([], ['attempt-0001'], space, [filed, nowhere])).toMatchObject({
      value: { added: [filed], strangers: 1 },
    })
    expect(plan([], ['attempt-0001'])).toEqual({ ok: true, value: { added: [filed], same: 0, strangers: 1 } })
    expect(plan([take('a')], ['attempt-0001', 'attempt-0002'])).toEqual({
      ok: true,
      value: { added: [other], same: 1, strangers: 0 },
    })
    expect(plan([], ['attempt-0003'])).toMatchObject({ ok: false, error: { reason: 'strangers' } })
    expect(plan([take('c', { bytes: 9_500 })], ['attempt-0001'])).toMatchObject({
      ok: false,
      error: { reason: 'too-large' },
    })
  })

  test('is known by what it begins with, and by its name where that tells nothing', () => {
    const sounds = '{"format":"audio-text-drills/recordings","version":1'
    for (const name of ['e.recordings.txt', 'E.RECORDINGS', 'e'])
      expect(isRecordings(name, sounds)).toBe(true)
    expect(['E.RECORDINGS', 'e.recordings', 'e.json'].map((name) => isRecordings(name, 'RIFF'))).toEqual([
      true,
      true,
      false,
    ])
    expect(isRecordings('e.recordings', '{"format":"audio-text-drills/practice"')).toBe(false)
  })

  test('has a size that one can read', () => {
    expect([0, 1, 62_000, 1_048_576, 15_728_640].map(sizeText)).toEqual([
      '0 KB',
      '1 KB',
      '61 KB',
      '1.0 MB',
      '15.0 MB',
    ])
  })
})
