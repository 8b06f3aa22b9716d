import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActionBody } from '../../src/core/model/actions.ts'
import {
  announce,
  announcementsBetween,
  isPassed,
  milestones,
  nextMilestone,
} from '../../src/core/model/announcements.ts'
import { clockText, durationText } from '../../src/core/model/duration.ts'
import { reduce } from '../../src/core/model/reduce.ts'
import { timeText } from '../../src/core/model/time-text.ts'
import {
  clampFactor,
  deadlineOf,
  remaining,
  restarted,
  spentIn,
  totalSpent,
} from '../../src/core/model/timer.ts'
import type { Attempt } from '../../src/core/model/types.ts'
import { attemptWith, graded, minute, question, run, t0 } from './support.ts'

const started = run(attemptWith(), [0, { type: 'start' }])
const left = (attempt: Attempt, after: number): number | null => remaining(attempt, t0 + after)

test('time spent elsewhere is taken out of its phase, whatever was done since, and never more than was spent', () => {
  const later = run(
    started,
    [8 * 60 * minute, { type: 'write', field: 'limits', text: 'Back again' }],
    [481 * minute, { type: 'skip' }],
    [482 * minute, { type: 'leaveOut', phase: 'plan', length: 478 * minute }],
  )
  expect([spentIn(later, 'plan', t0 + 482 * minute), spentIn(later, 'build', t0 + 482 * minute)]).toEqual([
    3 * minute,
    minute,
  ])
  expect(later.clock).toEqual({ running: true, since: t0 + 482 * minute })
  const gone = run(later, [482 * minute, { type: 'leaveOut', phase: 'plan', length: 10 * minute }])
  expect(spentIn(gone, 'plan', t0 + 482 * minute)).toBe(0)
})

describe('what is left', () => {
  test('counts from an absolute deadline, into overtime', () => {
    expect(deadlineOf(started)).toBe(t0 + 5 * minute)
    expect([left(started, 0), left(started, 5 * minute), left(started, 8 * 60 * minute)]).toEqual([
      5 * minute,
      0,
      -475 * minute,
    ])
  })

  test('is said in words', () => {
    const paused = run(started, [110_000, { type: 'pause' }])
    const spent = run(paused, [0, { type: 'timer', on: false }])
    expect([timeText(paused, t0), timeText(started, t0 + 6 * minute), timeText(spent, t0)]).toEqual([
      '3 minutes 10 seconds left.',
      '1 minute over.',
      '1 minute 50 seconds spent.',
    ])
  })

  test('is the same after the state went through a file', () => {
    const reloaded: Attempt = JSON.parse(JSON.stringify(started))
    expect(left(reloaded, 90_000)).toBe(210_000)
  })

  test('leaves pauses out', () => {
    const paused = run(started, [2 * minute, { type: 'pause' }])
    expect([deadlineOf(paused), left(paused, 60 * minute)]).toEqual([null, 3 * minute])
    const resumed = run(paused, [60 * minute, { type: 'resume' }])
    expect([deadlineOf(resumed), left(resumed, 61 * minute)]).toEqual([t0 + 63 * minute, 2 * minute])
    expect(spentIn(resumed, 'plan', t0 + 61 * minute)).toBe(3 * minute)
  })

  test('grows by whole minutes whatever the factor, in overtime too', () => {
    const late = run(
      started,
      [6 * minute, { type: 'extend', minutes: 5 }],
      [6 * minute, { type: 'extend', minutes: 1 }],
    )
    expect(left(late, 6 * minute)).toBe(5 * minute)
    expect(left(run(late, [6 * minute, { type: 'factor', factor: 2 }]), 6 * minute)).toBe(10 * minute)
  })

  test('stretches with the factor, and comes back with it', () => {
    const twice = run(started, [minute, { type: 'factor', factor: 2 }])
    expect(left(twice, minute)).toBe(9 * minute)
    expect(left(run(twice, [minute, { type: 'factor', factor: 0.5 }]), minute)).toBe(1.5 * minute)
    expect(left(run(twice, [minute, { type: 'factor', factor: 1 }]), minute)).toBe(4 * minute)
    expect([clampFactor(0.1), clampFactor(99), clampFactor(Number.NaN)]).toEqual([0.5, 10, 1])
  })

  test('has no end while the timer is off, and time is counted all the same', () => {
    const off = run(started, [minute, { type: 'timer', on: false }])
    expect([left(off, 2 * minute), deadlineOf(off), spentIn(off, 'plan', t0 + 2 * minute)]).toEqual([
      null,
      null,
      2 * minute,
    ])
    expect(left(run(off, [3 * minute, { type: 'timer', on: true }]), 3 * minute)).toBe(2 * minute)
  })

  test('counts down the minutes of a question', () => {
    const open = run(attemptWith({ drill: question('why') }), [0, { type: 'start' }])
    expect([left(open, minute), totalSpent(open, t0 + minute)]).toEqual([4 * minute, minute])
  })

  test('does not jump when the system clock is set back', () => {
    expect(left(started, -30 * minute)).toBe(5 * minute)
    const paused = run(started, [2 * minute, { type: 'pause' }], [-30 * minute, { type: 'resume' }])
    expect(paused.clock).toEqual({ running: true, since: t0 + 2 * minute })
  })
})

test('a system clock that is set right by more than two days stops no clock', () => {
  const year = 365 * 24 * 60 * minute
  const before = run(
    attemptWith(),
    [year, { type: 'start' }],
    [year + minute, { type: 'write', field: 'limits', text: 'Words' }],
  )
  // It is opened again with the right time.
  const opened = restarted(before, t0)
  expect([opened.clock, totalSpent(opened, t0 + 2 * minute)]).toEqual([
    { running: true, since: t0 },
    2 * minute,
  ])
  expect(restarted(opened, t0 - 60 * minute)).toBe(opened)
  for (const state of [before, opened]) {
    const written = run(state, [0, { type: 'write', field: 'limits', text: 'More words' }])
    // It is the later state for every merge.
    expect([written.updatedAt, written.revision]).toEqual([before.updatedAt, before.revision + 1])
    const paused = run(written, [3 * minute, { type: 'pause' }])
    expect([totalSpent(paused, t0 + year), paused.clock]).toEqual([3 * minute, { running: false }])
    const resumed = run(paused, [9 * minute, { type: 'resume' }], [10 * minute, { type: 'skip' }])
    expect(resumed.clock).toEqual({ running: true, since: t0 + 10 * minute })
    expect([resumed.phases[0]?.spent, totalSpent(resumed, t0 + 12 * minute)]).toEqual([
      4 * minute,
      6 * minute,
    ])
    expect(run(resumed, [11 * minute, { type: 'resume' }])).toBe(resumed)
  }
  const second = run(
    graded(attemptWith(), {}, year),
    [0, { type: 'followUpStart', followUp: 'a' }],
    [minute, { type: 'followUpReveal', followUp: 'a' }],
  )
  expect(second.followUps).toMatchObject([{ spent: minute, since: null, revealedAt: t0 + year }])
})

describe('a milestone', () => {
  test.each([
    ['half', 2.5],
    ['minute', 4],
    ['end', 5],
  ] as const)('is passed from its moment on: %s', (milestone, after) => {
    expect(isPassed(started, milestone, t0 + after * minute - 1)).toBe(false)
    expect(isPassed(started, milestone, t0 + after * minute)).toBe(true)
    expect(isPassed(started, milestone, t0 + 60 * minute)).toBe(true)
  })

  test('is taken back by more time, and there is none without a limit', () => {
    const late = run(started, [6 * minute, { type: 'extend', minutes: 5 }])
    expect(isPassed(late, 'end', t0 + 6 * minute)).toBe(false)
    const off = run(started, [6 * minute, { type: 'timer', on: false }])
    expect(isPassed(off, 'end', t0 + 6 * minute)).toBe(false)
  })
})

describe('phases', () => {
  test('each keeps its own time when skipped and gone back to', () => {
    const moved = run(
      started,
      [minute, { type: 'skip' }],
      [4 * minute, { type: 'back' }],
      [6 * minute, { type: 'skip' }],
    )
    expect(moved.phases.map(({ spent }) => spent)).toEqual([3 * minute, 3 * minute, 0])
    expect([moved.phase, left(moved, 7 * minute)]).toEqual(['build', 6 * minute])
  })

  test('a standing clock stands in the next phase as well', () => {
    const moved = run(started, [minute, { type: 'pause' }], [2 * minute, { type: 'skip' }])
    expect([moved.clock.running, left(moved, 9 * minute)]).toEqual([false, 10 * minute])
  })

  test('a pause dated back to the last change leaves an absence out', () => {
    const typed = run(started, [minute, { type: 'write', field: 'limits', text: 'a' }])
    const back = reduce(typed, { type: 'pause', at: typed.updatedAt })
    expect([spentIn(back, 'plan', t0 + 900 * minute), left(back, 900 * minute)]).toEqual([minute, 4 * minute])
  })
})

describe('announcements', () => {
  test('are due at half, one minute and end, each once', () => {
    expect(milestones(started)).toEqual([
      { milestone: 'half', at: t0 + 2.5 * minute },
      { milestone: 'minute', at: t0 + 4 * minute },
      { milestone: 'end', at: t0 + 5 * minute },
    ])
    const between = (from: number, to: number) =>
      announcementsBetween(started, t0 + from, t0 + to).map(({ milestone }) => milestone)
    expect(between(0, 150_000 - 1)).toEqual([])
    expect(between(149_999, 150_000)).toEqual(['half'])
    expect(between(150_000, 239_999)).toEqual([])
    expect(between(0, 999 * minute)).toEqual(['half', 'minute', 'end'])
    expect(nextMilestone(started, t0 + 150_000)).toBe(t0 + 4 * minute)
    expect(nextMilestone(started, t0 + 5 * minute)).toBe(null)
  })

  test('are not told again after a pause, and move with the deadline', () => {
    const resumed = run(started, [150_000, { type: 'pause' }], [10 * minute, { type: 'resume' }])
    expect(announcementsBetween(resumed, t0, t0 + 10 * minute)).toEqual([])
    expect(announcementsBetween(resumed, t0, t0 + 11.5 * minute)).toEqual([
      { milestone: 'minute', at: t0 + 11.5 * minute },
    ])
  })

  test('leave out what coincides in short phases', () => {
    const last = run(started, [1, { type: 'skip' }], [2, { type: 'skip' }])
    expect(milestones(last)).toEqual([{ milestone: 'end', at: t0 + 2 + minute }])
    const two = run(last, [2, { type: 'extend', minutes: 1 }])
    expect(milestones(two).map(({ milestone }) => milestone)).toEqual(['minute', 'end'])
  })

  test('fall silent with the clock and with the timer', () => {
    expect(milestones(run(started, [1, { type: 'pause' }]))).toEqual([])
    expect(milestones(run(started, [1, { type: 'timer', on: false }]))).toEqual([])
  })

  test('have words', () => {
    expect(announce('minute', 'Plan')).toBe('One minute left for Plan.')
    expect(announce('end', 'Plan')).toBe('Time for Plan is over. You can keep writing.')
  })
})

test.each([
  [300_000, '5:00'],
  [299_001, '5:00'],
  [299_000, '4:59'],
  [1, '0:01'],
  [0, '0:00'],
  [-999, '0:00'],
  [-1000, '+0:01'],
  [-3_723_000, '+1:02:03'],
])('%i ms shows as %s', (length, text) => {
  expect(clockText(length)).toBe(text)
})

test('lengths in words', () => {
  expect([0, 1000, 245_000, 7_260_000].map(durationText)).toEqual([
    '0 seconds',
    '1 second',
    '4 minutes 5 seconds',
    '2 hours 1 minute',
  ])
})

const bodies: fc.Arbitrary<ActionBody> = fc.constantFrom<ActionBody>(
  { type: 'start' },
  { type: 'pause' },
  { type: 'resume' },
  { type: 'skip' },
  { type: 'back' },
  { type: 'extend', minutes: 1 },
  { type: 'timer', on: false },
  { type: 'timer', on: true },
  { type: 'factor', factor: 3 },
  { type: 'reveal' },
)

test('whatever is done, the time spent is the time during which the clock ran', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bodies, fc.nat(1_000_000)), { maxLength: 40 }), (steps) => {
      let [attempt, now, ran] = [attemptWith(), t0, 0]
      for (const [body, wait] of steps) {
        attempt = reduce(attempt, { ...body, at: now })
        const before = totalSpent(attempt, now)
        expect(before).toBe(ran)
        const rest = remaining(attempt, now)
        now += wait
        if (attempt.clock.running) ran += wait
        const after = remaining(attempt, now)
        if (rest !== null && after !== null) expect(rest - after).toBe(attempt.clock.running ? wait : 0)
        const deadline = deadlineOf(attempt)
        if (deadline !== null) expect(after).toBe(deadline - now)
      }
      expect(totalSpent(attempt, now)).toBe(ran)
    }),
  )
})

test('looking often or seldom tells the same announcements', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 20 }), (waits) => {
      let now = t0
      const often = waits.flatMap((wait) => {
        const from = now
        now += wait
        return announcementsBetween(started, from, now)
      })
      expect(often).toEqual(announcementsBetween(started, t0, now))
    }),
  )
})
