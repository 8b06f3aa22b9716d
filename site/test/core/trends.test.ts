import { describe, expect, test } from 'vitest'
import { applyChange } from '../../src/core/model/change.ts'
import { emptyLibrary, type Library } from '../../src/core/model/records.ts'
import type { Attempt, Grade } from '../../src/core/model/types.ts'
import { morningOf } from '../../src/core/progress/morning.ts'
import { differenceText, phaseTimes } from '../../src/core/progress/phase-times.ts'
import { paces } from '../../src/core/progress/spoken-paces.ts'
import {
  apartAttempts,
  categoryTrends,
  countedAttempts,
  criterionTrends,
  standing,
} from '../../src/core/progress/trends.ts'
import { attemptWith, day, entry, finishScored, graded, minute, question, run, t0 } from './support.ts'

/** A graded attempt that is finished so many days after the start. */
function done(
  id: string,
  days: number,
  grades: Readonly<Record<string, Grade>>,
  more: Partial<Attempt> = {},
): Attempt {
  const attempt = graded(attemptWith({ id, drill: entry(`drill-${id.at(-1)}`) }), grades, days * day)
  const finished = finishScored(emptyLibrary, attempt, t0 + days * day + minute).attempts?.[0] ?? attempt
  return { ...finished, ...more }
}

const libraryOf = (...attempts: readonly Attempt[]): Library => ({ ...emptyLibrary, attempts })

describe('general criteria over time', () => {
  const [a, b, c, d] = [
    done('attempt-000a', 1, { gates: 'not', rollback: 'met', bounded: 'not' }),
    done('attempt-000b', 2, { gates: 'partly', rollback: 'met' }),
    done('attempt-000c', 3, { gates: 'met' }),
    done('attempt-000d', 4, { gates: 'met', rollback: 'not' }),
  ]

  test('are those of each attempt and the mean of the last three, weakest first', () => {
    const trends = criterionTrends(libraryOf(d, b, a, c))
    expect(
      trends.map(({ id, title, points }) => [id, title, points.map(({ share, mean }) => [share, mean])]),
    ).toEqual([
      [
        'rollback',
        'Rollback',
        [
          [1, 1],
          [1, 1],
          [0, 2 / 3],
        ],
      ],
      [
        'gates',
        'Gates',
        [
          [0, 0],
          [0.5, 0.25],
          [1, 0.5],
          [1, 2.5 / 3],
        ],
      ],
    ])
    expect(trends.map(standing)).toEqual([2 / 3, 2.5 / 3])
    expect(trends[0]?.points[0]).toMatchObject({
      attemptId: 'attempt-000a',
      at: t0 + day + minute,
      title: 'Title of drill-a',
    })
  })

  test('leave out what says little, and what is not graded or not finished', () => {
    const marked = { ...b, mark: 'just-read' } as const
    const first = { ...c, revealedBeforeWriting: true }
    const open = { ...d, finishedAt: null }
    const ungraded = { ...a, id: 'attempt-000e', score: null }
    const library = libraryOf(a, marked, first, open, ungraded)
    expect(countedAttempts(library).map(({ id }) => id)).toEqual(['attempt-000a'])
    expect(apartAttempts(library).map(({ attempt, reason }) => [attempt.id, reason])).toEqual([
      ['attempt-000c', 'revealed-first'],
      ['attempt-000b', 'just-read'],
    ])
    expect(criterionTrends(library).map(({ points }) => points.length)).toEqual([1, 1])
  })

  test('are none before the first attempt', () => {
    expect([criterionTrends(emptyLibrary), apartAttempts(emptyLibrary), phaseTimes(emptyLibrary)]).toEqual([
      [],
      [],
      [],
    ])
  })
})

test('a drill counts for each of its categories, and one that is gone for none', () => {
  const categories: Readonly<Record<string, readonly string[]>> = {
    'drill-a': ['speech', 'serving'],
    'drill-b': ['serving'],
  }
  const library = libraryOf(
    done('attempt-000a', 1, {
      bounded: 'met',
      counted: 'met',
      gates: 'met',
      rollback: 'met',
      privacy: 'met',
    }),
    done('attempt-000b', 2, { bounded: 'not' }),
    done('attempt-000c', 3, { bounded: 'met' }),
  )
  const trends = categoryTrends(library, (drillId) => categories[drillId] ?? [])
  expect(trends.map(({ id, points }) => [id, points.map(({ share }) => share)])).toEqual([
    ['serving', [1, 0]],
    ['speech', [1]],
  ])
  expect(trends.map(standing)).toEqual([0.5, 1])
})

describe('the time of a phase', () => {
  /** A finished attempt that spends so many minutes in each phase. */
  function timed(id: string, minutes: readonly [number, number, number], factor = 1): Attempt {
    const attempt = attemptWith({ id, timer: { on: true, factor } })
    const [plan, build, check] = minutes
    return run(
      attempt,
      [0, { type: 'start' }],
      [plan * minute, { type: 'extend', minutes: 5 }],
      [plan * minute, { type: 'skip' }],
      [(plan + build) * minute, { type: 'skip' }],
      [(plan + build + check) * minute, { type: 'finish', score: null, mark: null }],
    )
  }

  test('is the mean of the attempts, beside the plan as the timer scaled it', () => {
    const times = phaseTimes(
      libraryOf(timed('attempt-000a', [3, 8, 1]), timed('attempt-000b', [7, 12, 2], 2)),
    )
    expect(times).toEqual([
      { id: 'plan', title: 'Plan', spent: 5 * minute, planned: 7.5 * minute, attempts: 2 },
      { id: 'build', title: 'Build', spent: 10 * minute, planned: 15 * minute, attempts: 2 },
      { id: 'check', title: 'Check', spent: 1.5 * minute, planned: 1.5 * minute, attempts: 2 },
    ])
  })

  test('is that of the last five attempts which had it', () => {
    const old = timed('attempt-0000', [100, 100, 100])
    const rest = [1, 2, 3, 4, 5].map((count) => ({
      ...timed(`attempt-000${count}`, [count, 1, 1]),
      finishedAt: t0 + count * day,
    }))
    const [plan] = phaseTimes(libraryOf(...rest, old))
    expect(plan).toMatchObject({ spent: 3 * minute, attempts: 5 })
  })

  test('is none where one wrote for a phase while the clock stood in another', () => {
    const skipped = run(
      attemptWith(),
      [0, { type: 'start' }],
      [minute, { type: 'write', field: 'limits', text: 'Seconds count.' }],
      [2 * minute, { type: 'write', field: 'path', text: 'p95.' }],
      [3 * minute, { type: 'finish', score: null, mark: null }],
    )
    const told = (times: ReturnType<typeof phaseTimes>) =>
      times.map(({ spent, attempts }) => [spent, attempts])
    expect(told(phaseTimes(libraryOf(skipped)))).toEqual([
      [3 * minute, 1],
      [null, 0],
      // Nobody was in the last phase.
      [null, 0],
    ])
    expect(told(phaseTimes(libraryOf(skipped, timed('attempt-000b', [1, 4, 2]))))).toEqual([
      [2 * minute, 2],
      [4 * minute, 1],
      [2 * minute, 1],
    ])
  })

  test('is not told by attempts that are set apart, nor by a phase in which nothing was done', () => {
    const good = timed('attempt-000a', [4, 8, 1])
    const passed = run(
      attemptWith({ id: 'attempt-000b' }),
      [0, { type: 'start' }],
      [2 * minute, { type: 'write', field: 'limits', text: 'Seconds count.' }],
      [2 * minute, { type: 'skip' }],
      [2 * minute + 5000, { type: 'skip' }],
      [3 * minute + 5000, { type: 'finish', score: null, mark: null }],
    )
    const apart = [
      { ...timed('attempt-000c', [9, 9, 9]), mark: 'just-read' as const },
      { ...timed('attempt-000d', [9, 9, 9]), revealedBeforeWriting: true },
    ]
    expect(
      phaseTimes(libraryOf(good, passed, ...apart)).map(({ spent, attempts }) => [spent, attempts]),
    ).toEqual([
      [3 * minute, 2],
      [8 * minute, 1],
      [minute, 2],
    ])
  })

  test('differs from its plan by what the two times show', () => {
    expect(differenceText(10_200, 5 * minute)).toBe('4:49 under')
    expect(differenceText(25_500, 10 * minute)).toBe('9:34 under')
    expect(differenceText(6 * minute + 200, 5 * minute)).toBe('1:01 over')
    expect(differenceText(5.4 * minute, 5 * minute)).toBe('about the plan')
  })

  test('leaves out what was never started', () => {
    const never = run(attemptWith(), [minute, { type: 'finish', score: null, mark: null }])
    expect(phaseTimes(libraryOf(never))).toEqual([])
  })
})

describe('the pace', () => {
  const spoken = { length: 2 * minute, speaking: 1.5 * minute, pauses: 3 }

  test('is that of all phases that were spoken; words count only where there is a transcript', () => {
    const attempt = run(
      attemptWith(),
      [0, { type: 'start' }],
      [1, { type: 'spoken', part: 'plan', spoken: { ...spoken, words: 180 } }],
      [2, { type: 'spoken', part: 'build', spoken: { length: minute, speaking: minute, pauses: 0 } }],
    )
    expect(paces(libraryOf(attempt, attemptWith({ id: 'attempt-000b' })))).toEqual([
      {
        attemptId: 'attempt-0001',
        at: t0,
        title: 'Title of launch',
        length: 3 * minute,
        speaking: 2.5 / 3,
        pauses: 1,
        words: 120,
      },
    ])
  })

  test('has no words without a transcript, whatever was written beside it', () => {
    const attempt = run(
      spokenQuestion(),
      [1, { type: 'spoken', part: 'answer', spoken }],
      [2, { type: 'write', field: 'answer', text: 'word '.repeat(180) }],
    )
    expect(paces(libraryOf(attempt))).toMatchObject([{ speaking: 0.75, pauses: 1.5, words: null }])
  })

  test('is none where the text is longer than what was recorded', () => {
    const attempt = run(spokenQuestion(), [
      1,
      { type: 'spoken', part: 'answer', spoken: { length: 12_000, speaking: 11_000, pauses: 0, words: 58 } },
    ])
    expect(paces(libraryOf(attempt))).toMatchObject([{ pauses: 0, words: null }])
  })

  const spokenQuestion = (): Attempt => attemptWith({ drill: question('why') })
})

test('the morning has the weakest of each drill before a second one of any', () => {
  const library = libraryOf(
    done('attempt-000a', 1, {
      bounded: 'not',
      counted: 'not',
      gates: 'not',
      rollback: 'not',
      privacy: 'not',
    }),
    done('attempt-000b', 2, { bounded: 'partly', counted: 'met' }),
    done('attempt-000c', 3, { counted: 'not' }),
  )
  expect(morningOf(library, t0).weak.map(({ attempt, id }) => `${attempt.drillId} ${id}`)).toEqual([
    'drill-a gates',
    'drill-c counted',
    'drill-b bounded',
    'drill-a rollback',
    'drill-a privacy',
  ])
})

test('an attempt that is finished again takes its new place', () => {
  const first = done('attempt-000a', 1, { gates: 'met' })
  const again = applyChange(libraryOf(first), { attempts: [{ ...first, finishedAt: t0 + 9 * day }] })
  expect(criterionTrends(again)[0]?.points.map(({ at }) => at)).toEqual([t0 + 9 * day])
})
