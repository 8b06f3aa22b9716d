import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAttempt, emptyText } from '../../src/core/model/attempt.ts'
import { applyChange } from '../../src/core/model/change.ts'
import { type Card, defaultSettings, emptyLibrary, type Library } from '../../src/core/model/records.ts'
import type { Attempt, FollowUpRun, GivenVerdicts, Mode, Text } from '../../src/core/model/types.ts'
import { reviewCard } from '../../src/core/schedule/schedule.ts'
import { byteLength, exportLibrary, maxImportBytes } from '../../src/core/storage/export.ts'
import { checkSize, planImport, readExport } from '../../src/core/storage/import.ts'
import { mergeCard, mergeLibraries } from '../../src/core/storage/merge.ts'
import { mergeAttempt, mergeText } from '../../src/core/storage/merge-attempt.ts'
import { parsed } from '../../src/core/storage/parse.ts'
import { parseAttempt } from '../../src/core/storage/parse-attempt.ts'
import {
  attemptWith,
  day,
  entry,
  finishScored,
  graded,
  minute,
  practiceLoop,
  run,
  someWords,
  t0,
} from './support.ts'

const attempt = graded(attemptWith(), { bounded: 'met', gates: 'met', rollback: 'not' })
const library: Library = applyChange(
  { ...emptyLibrary, settings: { ...defaultSettings, theme: 'dark', updatedAt: t0 } },
  finishScored(emptyLibrary, attempt, t0 + minute),
)
const published = { name: 'audio-text-drills', version: '1.0.0' }
const file = exportLibrary(library, published, t0 + day).text
type Json = Record<string, unknown>
const altered = (change: (data: Json) => void): string => {
  const data: Json = JSON.parse(file)
  change(data)
  return JSON.stringify(data)
}
const first = (data: Json, list: string): Json => (data[list] as Json[])[0] ?? {}
const messageOf = (text: string): string => {
  const result = readExport(text)
  return result.ok ? 'read' : `${result.error.reason}: ${result.error.message}`
}

describe('an export', () => {
  test('has a dated name and reads back as it was', () => {
    expect(exportLibrary(library, published, t0 + day)).toMatchObject({
      name: 'audio-text-drills-2026-11-03.json',
      importable: true,
    })
    const scoped = { ...published, name: '@acme/speech-drills' }
    expect(exportLibrary(library, scoped, t0).name).toBe('acme-speech-drills-2026-11-02.json')
    expect(readExport(file)).toEqual({ ok: true, value: library })
  })

  test('of a thousand long attempts can be imported', () => {
    const words = 'A final within 900 ms at p95, measured at the client. '.repeat(120)
    const long = run(attempt, [minute, { type: 'write', field: 'path', text: words }])
    const attempts = Array.from({ length: 1000 }, (_, index) => ({ ...long, id: `attempt-${index + 1000}` }))
    expect(exportLibrary({ ...library, attempts }, published, t0).importable).toBe(true)
  })

  test('is measured in bytes of UTF-8', () => {
    const text = 'aé→🎧'
    expect(byteLength(text)).toBe(Buffer.byteLength(text))
  })
})

describe('a file is refused', () => {
  test.each([
    ['of other JSON', '[]', 'not-ours: The file is not an export of this site. Nothing was changed.'],
    ['of null', 'null', 'not-ours: The file is not an export of this site. Nothing was changed.'],
    [
      'of text',
      'hello',
      'not-json: The file is not an export of this site: it can’t be read as JSON. Nothing was changed.',
    ],
    [
      'that is empty',
      '',
      'not-json: The file is not an export of this site: it can’t be read as JSON. Nothing was changed.',
    ],
    [
      'that was cut off',
      file.slice(0, -40),
      'truncated: The file is an export of this site, but it is damaged or its end is missing. Nothing was changed.',
    ],
    [
      'of the version before, whatever is in it',
      altered((data) => {
        data['version'] = 1
        data['attempts'] = [{ id: 'old' }]
      }),
      'older: The file was exported by an earlier version of this site, whose grades can’t be carried over to the criteria that drills have now. Nothing was changed.',
    ],
    [
      'of a newer version',
      altered((data) => {
        data['version'] = 4
        data['anything'] = true
      }),
      'newer: The file was made by a newer version of this site (format 4; this one reads 3). Reload the page to get the newer version, then import again. Nothing was changed.',
    ],
    [
      'with a version that is none',
      altered((data) => {
        data['version'] = '2'
      }),
      'invalid: The file is not a valid export of this site. Unexpected value at `file.version`, expected one of 2, 3. Nothing was changed.',
    ],
    [
      'with a key more',
      altered((data) => {
        first(data, 'cards')['script'] = '<script>alert(1)</script>'
      }),
      'invalid: The file is not a valid export of this site. Unexpected value at `file.cards[0]`, expected only the keys id, drillId, criterion, memory, updatedAt. Nothing was changed.',
    ],
    [
      'with a key less',
      altered((data) => {
        delete first(data, 'attempts')['clock']
      }),
      'invalid: The file is not a valid export of this site. Unexpected value at `file.attempts[0]`, expected a key `clock`. Nothing was changed.',
    ],
    [
      'with a script for an id',
      altered((data) => {
        first(data, 'attempts')['drillId'] = '<script>alert(1)</script>'
      }),
      'invalid: The file is not a valid export of this site. Unexpected value at `file.attempts[0].drillId`, expected text of the form ^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$. Nothing was changed.',
    ],
    [
      'with a phase that is not there',
      altered((data) => {
        first(data, 'attempts')['phase'] = 'constructor'
      }),
      'invalid: The file is not a valid export of this site. Unexpected value at `file.attempts[0].phase`, expected one of the phases. Nothing was changed.',
    ],
    [
      'with a card under another id',
      altered((data) => {
        first(data, 'cards')['id'] = 'other'
      }),
      'invalid: The file is not a valid export of this site. Unexpected value at `file.cards[0].id`, expected the ids of the drill and the criterion. Nothing was changed.',
    ],
  ])('%s', (_name, text, message) => {
    expect(messageOf(text)).toBe(message)
  })

  test('of 50 MB, by its size alone and by its text', () => {
    const message = 'The file is 50 MB; exports of this site are at most 20 MB. Nothing was changed.'
    const refused = { ok: false, error: { reason: 'too-large', message } }
    expect(checkSize(50 * 1024 * 1024)).toEqual(refused)
    expect(readExport(' '.repeat(50 * 1024 * 1024))).toEqual(refused)
    expect(checkSize(maxImportBytes)).toEqual({ ok: true, value: null })
  })

  test('that is nested very deep', () => {
    expect(messageOf('['.repeat(1_000_000))).toContain('not-json')
    expect(
      messageOf(
        altered((data) => {
          data['attempts'] = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`)
        }),
      ),
    ).toContain('invalid')
  })

  test('whatever single value of it is replaced by something else', () => {
    const paths: (string | number)[][] = []
    const walk = (value: unknown, path: (string | number)[]): void => {
      paths.push(path)
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    }
    walk(JSON.parse(file), [])
    for (const path of paths.slice(1)) {
      const data: Json = JSON.parse(file)
      const last = path.at(-1) ?? ''
      const parent = path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, data)
      parent[last] = { '<img src=x onerror=alert(1)>': '<script>alert(1)</script>' }
      expect(readExport(JSON.stringify(data)).ok, path.join('.')).toBe(false)
    }
    expect(paths.length).toBeGreaterThan(100)
  })
})

test('markup in texts comes through as text, and prototypes are out of reach', () => {
  const script = '<script>globalThis.hit = true</script>'
  const hostile = run(attemptWith({ drill: entry('launch', { title: script }) }), [
    1,
    { type: 'write', field: 'limits', text: script },
  ])
  const read = readExport(exportLibrary({ ...emptyLibrary, attempts: [hostile] }, published, t0).text)
  expect(read.ok && [read.value.attempts[0]?.title, read.value.attempts[0]?.texts['limits']?.value]).toEqual([
    script,
    script,
  ])
  const polluted = file.replace('"grades":{', '"grades":{"__proto__":"met",')
  expect(messageOf(polluted)).toContain('expected ids as keys')
})

describe('an import', () => {
  test('into nothing adds everything, and again changes nothing', () => {
    const plan = planImport(emptyLibrary, library)
    expect(plan.library).toEqual(library)
    expect(applyChange(emptyLibrary, plan.change)).toEqual(library)
    expect([plan.attempts, plan.cards, plan.reviews]).toEqual([
      { added: 1, changed: 0, same: 0 },
      { added: 2, changed: 0, same: 0 },
      { added: 2, changed: 0, same: 0 },
    ])
    const again = planImport(library, library)
    expect(again.change).toEqual({ attempts: [], cards: [], reviews: [], samples: [] })
    expect(again.attempts).toEqual({ added: 0, changed: 0, same: 1 })
  })

  test('of an older state changes nothing here', () => {
    const [done] = library.attempts
    expect(planImport(library, { ...emptyLibrary, attempts: [attempt] }).library.attempts).toEqual([done])
  })

  test('says of each attempt what would be different, newest first', () => {
    const [done] = library.attempts
    const fresh = attemptWith({ id: 'attempt-000f', at: t0 + day })
    const edited = run(attempt, [
      2 * minute,
      { type: 'write', field: 'limits', text: 'Written on the phone' },
    ])
    const noted = run(edited, [3 * minute, { type: 'note', text: 'Mind the gap' }])
    const plan = planImport({ ...library, attempts: [edited] }, { ...library, attempts: [noted, fresh] })
    expect(plan.details).toEqual([
      { id: fresh.id, title: 'Title of launch', createdAt: t0 + day, kind: 'new', differs: [] },
      { id: attempt.id, title: 'Title of launch', createdAt: t0, kind: 'newer', differs: ['the note'] },
    ])
    const back = planImport({ ...library, attempts: [noted] }, { ...library, attempts: [edited] })
    expect([back.details, back.isEmpty]).toEqual([[], true])
    const graded = planImport({ ...library, attempts: [attempt] }, library)
    expect(graded.details.map(({ kind, differs }) => [kind, differs])).toEqual([
      ['newer', ['the stage', 'the score']],
    ])
    // An older text that is no part of the newer one is kept beside it.
    const other = run(attempt, [
      2 * minute - 1,
      { type: 'write', field: 'limits', text: 'Written on the train' },
    ])
    expect(planImport({ ...library, attempts: [edited] }, { ...library, attempts: [other] }).details).toEqual(
      [
        {
          id: attempt.id,
          title: 'Title of launch',
          createdAt: t0,
          kind: 'older',
          differs: ['another version of a text, kept beside it'],
        },
      ],
    )
    expect(planImport({ ...library, attempts: done ? [done] : [] }, library).isEmpty).toBe(true)
  })

  test('says what the later state lacks, and names no mode that stays', () => {
    const spoken = { length: 9000, speaking: 8000, pauses: 1 }
    const here = run(
      attempt,
      [2 * minute, { type: 'quote', criterion: 'gates', text: 'Some words' }],
      [2 * minute, { type: 'flag', flag: { source: 'drill', id: 'a', text: 'A' }, on: true }],
      [2 * minute, { type: 'spoken', part: 'plan', spoken }],
    )
    const there = run(graded(attemptWith(), { bounded: 'met' }), [
      3 * minute,
      { type: 'write', field: 'limits', text: `${someWords} More.` },
    ])
    const [detail] = planImport({ ...library, attempts: [here] }, { ...library, attempts: [there] }).details
    expect(detail?.differs).toEqual([
      '“Limits”',
      'what was recorded',
      'the grades',
      'the quotes',
      'the red flags',
      'without 2 grades of those here',
      'without 1 quote of those here',
      'without 1 red flag of those here',
      'without 1 recorded time of those here',
    ])
    const interview = attemptWith({ mode: 'interview' })
    const both = {
      ...interview,
      fields: [...interview.fields, { id: 'limits', title: 'Limits', phase: 'plan' }],
      texts: { limits: { value: 'From guided', changedAt: t0, kept: [] } },
    }
    const added = planImport({ ...library, attempts: [interview] }, { ...library, attempts: [both] })
    expect(added.details[0]?.differs).toEqual(['“Limits”'])
  })

  test('that would make an attempt too large to be read again is refused, and nothing else is', () => {
    const wide = (from: number): Attempt => {
      const fields = Array.from({ length: 60 }, (_, index) => ({
        ...{ id: `f-${100 + from + index}`, title: 'Field', phase: 'plan' },
      }))
      const text = { value: 'Words', changedAt: t0, kept: [] }
      return { ...attemptWith(), fields, texts: Object.fromEntries(fields.map(({ id }) => [id, text])) }
    }
    const [here, there] = [wide(0), wide(60)].map((each) => ({ ...emptyLibrary, attempts: [each] }))
    expect([here && planImport(emptyLibrary, here).refusal, here && planImport(here, here).refusal]).toEqual([
      null,
      null,
    ])
    expect(here && there && planImport(here, there).refusal).toBe(
      'Together with what is here, “Title of launch” would have more texts than an attempt can hold. Nothing was changed.',
    )
  })

  test('of the same settings brings none, whatever object they are', () => {
    const same = { ...library, settings: { ...library.settings } }
    expect(planImport(library, same)).toMatchObject({ isEmpty: true, change: { attempts: [] } })
    const newer = {
      ...library,
      settings: { ...library.settings, theme: 'light', updatedAt: t0 + day },
    } as const
    expect(planImport(library, newer)).toMatchObject({ isEmpty: false, change: { settings: newer.settings } })
  })

  test('keeps both texts where they differ, and only the longer where one contains the other', () => {
    const phone = run(attempt, [3 * minute, { type: 'write', field: 'limits', text: 'Written on the phone' }])
    const laptop = run(attempt, [
      2 * minute,
      { type: 'write', field: 'limits', text: 'Written on the laptop' },
    ])
    expect(mergeAttempt(laptop, phone).texts['limits']).toEqual({
      value: 'Written on the phone',
      changedAt: t0 + 3 * minute,
      kept: ['Written on the laptop'],
    })
    expect(
      mergeAttempt(
        attempt,
        run(attempt, [
          2 * minute,
          { type: 'write', field: 'limits', text: `${attempt.texts['limits']?.value} more` },
        ]),
      ).texts['limits'],
    ).toEqual({
      value: `${attempt.texts['limits']?.value} more`,
      changedAt: t0 + 2 * minute,
      kept: [],
    })
  })

  test('never brings a reveal out of the world', () => {
    const peeked = run(attemptWith(), [1, { type: 'reveal' }])
    const later = run(
      attemptWith(),
      [5, { type: 'start' }],
      [6, { type: 'write', field: 'path', text: 'ASR' }],
    )
    expect(mergeAttempt(peeked, later)).toMatchObject({
      revealedAt: t0 + 1,
      revealedBeforeWriting: true,
      revision: 2,
    })
  })

  test('takes the card with the later review, and all reviews', () => {
    const here = reviewCard(library, {
      drillId: 'launch',
      criterion: null,
      rating: 3,
      at: t0 + 5 * day,
      attemptId: null,
    })
    const there = reviewCard(library, {
      drillId: 'launch',
      criterion: null,
      rating: 1,
      at: t0 + 6 * day,
      attemptId: null,
    })
    const { library: merged } = planImport(applyChange(library, here), applyChange(library, there))
    expect(merged.cards.find(({ id }) => id === 'launch')).toEqual(there.cards?.[0])
    expect(merged.reviews).toHaveLength(4)
  })
})

describe('merging', () => {
  const texts: fc.Arbitrary<Text> = fc.record({
    value: fc.stringMatching(/^[ab ]{0,4}$/),
    changedAt: fc.nat(3),
    kept: fc.array(fc.stringMatching(/^[abc]{1,3}$/), { maxLength: 3 }),
  })
  const base = (mode: Mode): Attempt =>
    createAttempt({
      id: 'attempt-0001',
      at: 0,
      packageVersion: '1',
      drill: entry('launch'),
      practiceLoop,
      mode,
      timer: { on: true, factor: 1 },
    })
  /** A state in a mode, with texts in some of its fields. */
  const written: fc.Arbitrary<Attempt> = fc.constantFrom('guided', 'interview').chain((mode) =>
    fc
      .dictionary(fc.constantFrom(...base(mode).fields.map(({ id }) => id)), texts, {
        noNullPrototype: true,
      })
      .map((given) => ({ ...base(mode), texts: given })),
  )
  const followUps: fc.Arbitrary<readonly FollowUpRun[]> = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('why', 'what'),
      spent: fc.nat(2),
      since: fc.option(fc.nat(2)),
      text: texts,
      revealedAt: fc.option(fc.nat(2)),
      grade: fc.option(fc.constantFrom('met' as const, 'not' as const)),
      changedAt: fc.nat(2),
    }),
    { selector: ({ id }) => id, maxLength: 2 },
  )
  const verdicts: fc.Arbitrary<readonly GivenVerdicts[]> = fc
    .uniqueArray(fc.record({ at: fc.nat(3), verdicts: fc.constant({}), redFlags: fc.constant([]) }), {
      selector: ({ at }) => at,
      maxLength: 2,
    })
    .map((given) => given.sort((a, b) => a.at - b.at))
  const attempts: fc.Arbitrary<Attempt> = fc
    .record({
      state: written,
      followUps,
      verdicts,
      readAt: fc.option(fc.nat(3)),
      hints: fc.dictionary(
        fc.constantFrom('limits', 'path'),
        fc.constantFrom('labels' as const, 'instructions' as const),
        { noNullPrototype: true },
      ),
      updatedAt: fc.nat(2),
      revision: fc.nat(2),
      note: texts,
      revealedAt: fc.option(fc.nat(3)),
      revealedBeforeWriting: fc.boolean(),
      score: fc.option(
        fc.constant({
          total: 50,
          criteria: 50,
          general: 0,
          redFlags: 0,
          most: { criteria: 70, general: 30 },
        }),
      ),
      grades: fc.dictionary(
        fc.constantFrom('gates', 'privacy'),
        fc.constantFrom('met' as const, 'not' as const),
        { noNullPrototype: true },
      ),
    })
    .map(({ state, ...some }) => ({ ...state, ...some }))
  const memory = {
    due: 0,
    stability: 1,
    difficulty: 1,
    elapsedDays: 0,
    scheduledDays: 1,
    learningSteps: 0,
    lapses: 0,
    state: 2,
  } as const
  const cards: fc.Arbitrary<Card> = fc
    .tuple(fc.option(fc.nat(2)), fc.nat(2), fc.nat(2))
    .map(([lastReview, reps, updatedAt]) => ({
      id: 'launch',
      drillId: 'launch',
      criterion: null,
      memory: { ...memory, lastReview, reps },
      updatedAt,
    }))

  function laws<Item>(items: fc.Arbitrary<Item>, merge: (a: Item, b: Item) => Item): void {
    fc.assert(
      fc.property(items, items, items, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a))
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
        expect(merge(a, a)).toEqual(merge(merge(a, a), a))
        expect(merge(merge(a, b), b)).toEqual(merge(a, b))
      }),
      { numRuns: 500 },
    )
  }

  test('texts, attempts and cards is the same in any order and any number of times', () => {
    laws(texts, mergeText)
    laws(attempts, mergeAttempt)
    laws(cards, mergeCard)
  })

  test('of states in both modes gives one that can be read again, with every field of a text', () => {
    fc.assert(
      fc.property(attempts, attempts, (a, b) => {
        const merged = { ...mergeAttempt(a, b), grades: {} }
        expect(parsed(parseAttempt, merged, 'attempt')).toEqual({ ok: true, value: merged })
      }),
    )
  })

  test('takes the newer follow-up, the verdicts of both and the last reading', () => {
    const run: FollowUpRun = {
      id: 'why',
      spent: 0,
      since: null,
      text: emptyText(0),
      revealedAt: 1,
      grade: null,
      changedAt: 1,
    }
    const newer = { ...run, grade: 'met', changedAt: 2 } as const
    const done = { ...base('guided'), followUps: [newer], readAt: 1 }
    const given = (at: number): GivenVerdicts => ({ at, verdicts: {}, redFlags: [] })
    const looked = { ...base('guided'), updatedAt: 9, followUps: [run], readAt: 9 }
    const merged = mergeAttempt({ ...done, verdicts: [given(2)] }, { ...looked, verdicts: [given(1)] })
    expect(merged.followUps.map(({ grade }) => grade)).toEqual(['met'])
    expect(merged.verdicts.map(({ at }) => at)).toEqual([1, 2])
    expect(merged.readAt).toBe(9)
  })

  test('keeps every hint that was shown, the stronger of two', () => {
    const [early, late] = [
      run(attemptWith(), [1, { type: 'hint', section: 'limits', hint: 'instructions' }]),
      run(
        attemptWith(),
        [2, { type: 'hint', section: 'limits', hint: 'labels' }],
        [3, { type: 'hint', section: 'path', hint: 'labels' }],
      ),
    ]
    expect(mergeAttempt(early, late).hints).toEqual({ limits: 'instructions', path: 'labels' })
  })

  test('of many follow-ups keeps as many as can be read again, in any order', () => {
    const one = (id: string): FollowUpRun => ({
      ...{ id, spent: 0, since: null, text: emptyText(0), revealedAt: null, grade: null, changedAt: 0 },
    })
    const many = (from: number): Attempt => ({
      ...base('guided'),
      updatedAt: from,
      followUps: Array.from({ length: 60 }, (_, index) => one(`f-${100 + from + index}`)),
    })
    const merged = mergeAttempt(mergeAttempt(many(0), many(60)), many(120))
    expect(merged).toEqual(mergeAttempt(many(0), mergeAttempt(many(120), many(60))))
    expect([merged.followUps.length, merged.followUps.at(-1)?.id]).toEqual([100, 'f-199'])
    expect(parsed(parseAttempt, merged, 'attempt').ok).toBe(true)
  })

  test('prefers what was changed to what was only looked at', () => {
    const finished = graded(attemptWith(), { gates: 'not' })
    const regraded = run(finished, [2 * minute, { type: 'grade', criterion: 'gates', grade: 'met' }])
    const looked = run(finished, [3 * minute, { type: 'read' }])
    expect(mergeAttempt(regraded, looked)).toMatchObject({
      grades: { gates: 'met' },
      readAt: t0 + 3 * minute,
    })
  })

  test('loses no words', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const merged = mergeText(a, b)
        const all = [merged.value, ...merged.kept]
        for (const text of [a.value, b.value, ...a.kept, ...b.kept]) {
          if (text.trim() !== '') expect(all.some((each) => each.includes(text))).toBe(true)
        }
      }),
    )
  })

  test('libraries unites their records', () => {
    const other = { ...emptyLibrary, attempts: [attemptWith({ id: 'attempt-0002' })] }
    expect(mergeLibraries(library, other).attempts.map(({ id }) => id)).toEqual([
      'attempt-0001',
      'attempt-0002',
    ])
  })
})
