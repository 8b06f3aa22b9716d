import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange } from '../../src/core/model/change.ts'
import { dateAfter, dateOf } from '../../src/core/model/day.ts'
import { emptyLibrary, type Library, type Plan } from '../../src/core/model/records.ts'
import type { Attempt, Grade } from '../../src/core/model/types.ts'
import { isTaskDone, scheduleOf, toSample } from '../../src/core/plan/plan.ts'
import { readPlan } from '../../src/core/plan/plan-input.ts'
import {
  lengthOf,
  type PlanInput,
  type PlannedDay,
  type Schedule,
  type Task,
} from '../../src/core/plan/plan-types.ts'
import { aimWords, leftReason, missedWords, todayWords } from '../../src/core/plan/plan-words.ts'
import { cardsPlannedFor, plannedFor } from '../../src/core/plan/planned-for.ts'
import { reviewCard } from '../../src/core/schedule/schedule.ts'
import {
  at,
  cardDue,
  finishedAttempt,
  inputAt,
  menu,
  monday,
  nameOf,
  planWith,
  thursday,
  told,
  work,
} from './plan-support.ts'
import { attemptWith, day, entry, finishScored, graded, minute, run, t0 } from './support.ts'

describe('days up to a date', () => {
  test('hold a short mix each: a round or an incident by turns, questions, second rounds of days before', () => {
    expect(told(scheduleOf(inputAt(at(thursday)), planWith()))).toEqual({
      '03': ['drill round-1', 'drill question-1', 'drill question-2'],
      '04': ['drill incident-1', 'second-round round-1', 'drill question-3'],
      '05': ['drill round-2', 'second-round incident-1'],
      // The eve is light: no round, and a question that is known by then.
      '06': ['drill question-1', 'second-round round-2', 'drill question-2', 'drill question-3'],
    })
  })

  test('are those of the learner: at 3:00 on Friday it is still Thursday', () => {
    const night = at(thursday) + 15 * 60 * minute
    const { days } = scheduleOf(inputAt(night), planWith())
    expect([days[0]?.date, days.length]).toEqual([thursday, 4])
    const morning = scheduleOf(inputAt(night + 60 * minute), planWith())
    expect([morning.days[0]?.date, morning.days.length]).toEqual(['2026-12-04', 3])
  })

  test('are none on the day of the interview and after it', () => {
    for (const date of [monday, '2027-01-01'])
      expect(scheduleOf(inputAt(at(date)), planWith())).toMatchObject({ days: [], missed: null })
  })

  test('keep to the subjects of the interview, and say what has no place', () => {
    const { days, left } = scheduleOf(inputAt(at('2026-12-05')), planWith({ roles: ['speech'], minutes: 30 }))
    expect(told({ days, left, missed: null })).toEqual({
      '05': ['drill round-2'],
      '06': ['second-round round-2'],
    })
    expect(left).toEqual(['round-4'])
  })

  test('put advanced drills first when core ones are strong', () => {
    const strong = ['round-1', 'round-2'].reduce(
      (library, id) => work(library, id, at('2026-12-02')),
      emptyLibrary,
    )
    const first = (library: Library) =>
      scheduleOf(inputAt(at(thursday), library), planWith()).days[0]?.tasks.map(({ task }) => nameOf(task))
    expect(first(strong)).toContain('drill round-3')
    const questions = ['question-1', 'question-2'].reduce(
      (library, id) => work(library, id, at('2026-12-02')),
      emptyLibrary,
    )
    expect(first(questions)).not.toContain('drill round-3')
  })

  test('begin with what was weak, and with cells of the map that nobody has practised', () => {
    const options = [
      entry('strong', { minutes: 25, categories: ['serving'], modelPath: ['asr'] }),
      entry('weak', { minutes: 25, categories: ['speech'], modelPath: ['tts'] }),
    ]
    const known = [
      entry('known-1', { kind: 'question', minutes: 5, categories: ['serving'], modelPath: ['asr'] }),
      entry('known-2', { kind: 'question', minutes: 5, categories: ['speech'], modelPath: ['tts'] }),
    ]
    const first = (...work: readonly (readonly [string, Grade])[]) => {
      const library = work.reduce((before, [id, grade], index) => {
        const now = at('2026-12-01') + index * minute
        const attempt = graded(
          attemptWith({
            id: `attempt-${id}`,
            drill: known.find((each) => each.id === id) ?? entry(id),
            at: now,
          }),
          { bounded: grade, counted: grade },
          now - t0,
        )
        return applyChange(before, finishScored(before, attempt, now))
      }, emptyLibrary)
      const input = inputAt(at(thursday), library, { menu: [...options, ...known] })
      const tasks = scheduleOf(input, planWith({ minutes: 30 })).days[0]?.tasks ?? []
      return tasks.map(({ task }) => nameOf(task)).find((name) => /strong|weak/.test(name))
    }
    expect(first()).toBe('drill strong')
    expect(first(['known-1', 'met'])).toBe('drill weak')
    expect(first(['known-1', 'met'], ['known-2', 'not'])).toBe('drill weak')
    expect(first(['known-1', 'not'], ['known-2', 'met'])).toBe('drill strong')
    expect(first(['known-2', 'met'])).toBe('drill strong')
  })

  test('a drill longer than a day has a day for itself, every other day', () => {
    const { days } = scheduleOf(inputAt(at(thursday)), planWith({ minutes: 20, date: '2026-12-09' }))
    expect(days.map(({ isLong, minutes }) => [isLong, minutes])).toEqual([
      [true, 35],
      [false, 16],
      [true, 35],
      [false, 16],
      [true, 35],
      [false, 16],
    ])
  })

  test('tick what was done today, and bring a bad answer back on a later day', () => {
    const done = work(emptyLibrary, 'round-1', at(thursday) + minute, 'not')
    const input = inputAt(at(thursday) + 2 * minute, done)
    expect(told(scheduleOf(input, planWith()))).toEqual({
      '03': ['drill round-1 ✓', 'drill question-1', 'drill question-2'],
      '04': ['5 cards', 'drill incident-1', 'second-round round-1'],
      '05': ['drill round-1', 'second-round incident-1', 'drill question-3'],
      '06': ['5 cards', 'drill question-1', 'drill question-2', 'drill question-3'],
    })
  })

  test('tell when a drill comes next, which is not what its card says', () => {
    const done = work(emptyLibrary, 'round-1', at(thursday) + minute, 'not')
    const again = work(done, 'question-1', at(thursday) + 2 * minute)
    const schedule = scheduleOf(inputAt(at(thursday) + 3 * minute, again), planWith({ minutes: 43 }))
    const days = ['round-1', 'question-1', 'incident-1', 'round-4'].map((id) => plannedFor(schedule, id))
    expect(days).toEqual(['2026-12-05', '2026-12-06', '2026-12-04', null])
    // The cards of what it lacked come on another day; a drill whose id begins the same has none.
    expect(['round-1', 'round', 'question-1'].map((id) => cardsPlannedFor(schedule, id))).toEqual([
      '2026-12-04',
      null,
      null,
    ])
  })

  test('tick a drill once its result moves a schedule', () => {
    const [first] = scheduleOf(inputAt(at(thursday)), planWith()).days
    const done = work(emptyLibrary, 'round-1', at(thursday) + minute)
    const isDone = (library: Library): unknown => {
      const [today] = scheduleOf(inputAt(at(thursday) + 2 * minute, library), planWith()).days
      expect(today?.tasks.map(({ task }) => task)).toEqual(first?.tasks.map(({ task }) => task))
      return today?.tasks.find(({ task }) => nameOf(task) === 'drill round-1')?.isDone
    }
    const attempts = done.attempts.map((attempt) => ({ ...attempt, mark: 'empty-met' as const }))
    expect([isDone(done), isDone({ ...done, attempts })]).toEqual([true, false])
  })

  test('tick cards, second rounds and samples', () => {
    const first = work(emptyLibrary, 'round-1', at('2026-12-01'))
    const second = work(first, 'round-2', at('2026-12-02'), 'not')
    const before = work(second, 'question-3', at('2026-12-02') + minute)
    const now = at(thursday) + minute
    const input = (library: Library) => inputAt(now + minute, library, { sampled: toSample(library, now) })
    expect(toSample(before, now)).toEqual(['question-3', 'round-2', 'round-1'])
    const plan = planWith({ minutes: 64 })
    const morning = scheduleOf(input(before), plan).days[0]
    expect(morning?.tasks.map(({ task, isDone }) => [nameOf(task), isDone])).toEqual([
      ['5 cards', false],
      ['drill incident-1', false],
      ['second-round round-1', false],
      ['drill question-1', false],
      ['sample question-3', false],
    ])
    const [one] = before.attempts
    if (!one) throw new Error('no attempt')
    const answered = run(
      one,
      [now - t0, { type: 'followUpReveal', followUp: 'why' }],
      [now - t0, { type: 'followUpGrade', followUp: 'why', grade: 'met', of: ['how', 'why'] }],
    )
    // One of two is not the second round.
    const begun = scheduleOf(input(applyChange(before, { attempts: [answered] })), plan).days[0]
    expect(begun?.tasks.every(({ isDone }) => !isDone)).toBe(true)
    const whole = run(
      answered,
      [now - t0, { type: 'followUpReveal', followUp: 'how' }],
      [now - t0, { type: 'followUpGrade', followUp: 'how', grade: 'not', of: ['how', 'why'] }],
    )
    let after = applyChange(before, {
      attempts: [whole],
      samples: [
        {
          id: `question-3/weak@${now}`,
          drillId: 'question-3',
          sample: 'weak',
          at: now,
          grades: {},
          given: {},
        },
      ],
    })
    for (const card of before.cards.filter(({ criterion }) => criterion !== null))
      after = applyChange(after, reviewCard(after, { ...card, rating: 3, at: now, attemptId: null }))
    const ticked = scheduleOf(input(after), plan).days[0]
    expect(ticked?.tasks.filter(({ isDone }) => isDone).map(({ task }) => nameOf(task))).toEqual([
      '5 cards',
      'second-round round-1',
      'sample question-3',
    ])
    expect(ticked?.tasks.map(({ task }) => task)).toEqual(morning?.tasks.map(({ task }) => task))
  })

  test('what was begun yesterday is planned until the rest of it is done', () => {
    const done = work(emptyLibrary, 'round-1', at('2026-12-01'))
    const [one] = done.attempts
    if (!one) throw new Error('no attempt')
    const of = ['how', 'why']
    const graded = (attempt: typeof one, followUp: string, now: number) =>
      run(
        attempt,
        [now - t0, { type: 'followUpReveal', followUp }],
        [now - t0, { type: 'followUpGrade', followUp, grade: 'met', of }],
      )
    const ofRound = (attempt: typeof one) =>
      scheduleOf(inputAt(at(thursday) + minute, applyChange(done, { attempts: [attempt] })), planWith())
        .days.flatMap(({ tasks }) => tasks)
        .filter(({ task }) => nameOf(task) === 'second-round round-1')
        .map(({ isDone }) => isDone)
    const half = graded(one, 'why', at('2026-12-02'))
    // Two minutes for each of its four follow-ups, and then for the one that is left.
    const minutes = (attempt: typeof one) =>
      scheduleOf(inputAt(at(thursday) + minute, applyChange(done, { attempts: [attempt] })), planWith())
        .days.flatMap(({ tasks }) => tasks.map(({ task }) => task))
        .find((task) => nameOf(task) === 'second-round round-1')?.minutes
    expect([minutes(one), minutes(half)]).toEqual([8, 2])
    expect(half.followUps.map(({ id, grade }) => [id, grade])).toEqual([
      ['how', null],
      ['why', 'met'],
    ])
    expect(ofRound(half)).toEqual([false])
    expect(ofRound(graded(half, 'how', at(thursday)))).toEqual([true])
  })

  test('a round comes on every other day at least, whatever else is weak', () => {
    const incidents = ['a', 'b', 'c', 'd'].map((id) => entry(id, { kind: 'incident', minutes: 25 }))
    const rounds = ['y', 'z'].map((id) => entry(id, { minutes: 25, difficulty: 'expert' }))
    const { days } = scheduleOf(
      inputAt(at(thursday), emptyLibrary, { menu: [...incidents, ...rounds] }),
      planWith({ minutes: 40, date: '2026-12-08' }),
    )
    const kinds = days.map(({ tasks }) =>
      tasks.flatMap(({ task }) => (task.type === 'drill' ? task.drillId : [])),
    )
    expect(kinds.slice(0, 4)).toEqual([['y'], ['a'], ['z'], ['b']])
  })

  test('a weak answer is not put off every morning', () => {
    let library = work(emptyLibrary, 'round-1', at(thursday), 'not')
    const seen: string[] = []
    for (const date of ['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07']) {
      const { days } = scheduleOf(inputAt(at(date), library), planWith({ minutes: 40, date: '2026-12-20' }))
      const task = days[0]?.tasks.map((each) => each.task).find(({ type }) => type === 'drill')
      if (task?.type !== 'drill') continue
      seen.push(task.drillId)
      library = work(library, task.drillId, at(date) + minute)
    }
    expect(seen).toContain('round-1')
  })
})

describe('a task is done', () => {
  const since = at(thursday)
  const library = (more: Partial<Library>): Library => ({ ...emptyLibrary, ...more })
  const round = entry('round-1')

  test('from the first moment of the day on, and for its own drill', () => {
    const drill: Task = { type: 'drill', drillId: 'round-1', again: false, minutes: 1 }
    const at = (finishedAt: number | null, of = round) =>
      isTaskDone(library({ attempts: [finishedAttempt(of, thursday, 50, { finishedAt })] }), drill, since)
    expect([at(null), at(since - 1), at(since), at(since, entry('other'))]).toEqual([
      false,
      false,
      true,
      false,
    ])
    const sample: Task = { type: 'sample', drillId: 'round-1', minutes: 8 }
    const graded = (gradedAt: number, drillId = 'round-1') =>
      isTaskDone(
        library({ samples: [{ id: 'x', drillId, sample: 'weak', at: gradedAt, grades: {}, given: {} }] }),
        sample,
        since,
      )
    expect([graded(since - 1), graded(since), graded(since, 'other')]).toEqual([false, true, false])
  })

  test('for a second round once all of it is graded, and something of it was revealed since', () => {
    const task: Task = { type: 'second-round', drillId: 'round-1', minutes: 8 }
    const answered = (...revealed: readonly (number | null)[]) => {
      const followUps = revealed.map((revealedAt, index) => ({
        id: `${index}`,
        spent: 0,
        since: null,
        text: { value: '', changedAt: 0, kept: [] },
        revealedAt,
        grade: revealedAt === null ? null : ('met' as const),
        changedAt: 0,
      }))
      return isTaskDone(
        library({ attempts: [finishedAttempt(round, thursday, 50, { followUps })] }),
        task,
        since,
      )
    }
    expect([answered(), answered(since, null), answered(since - 1)]).toEqual([false, false, false])
    expect([answered(since), answered(since - 1, since)]).toEqual([true, true])
  })

  test('for cards once each was reviewed and none comes back in this visit', () => {
    const task: Task = { type: 'cards', cards: ['round-1/a', 'round-1/b'], minutes: 2 }
    const card = (criterion: string, scheduledDays = 1) =>
      cardDue('round-1', criterion, since, { scheduledDays })
    const review = (criterion: string, reviewedAt = since) => ({
      id: criterion,
      cardId: `round-1/${criterion}`,
      attemptId: null,
      at: reviewedAt,
      rating: 3 as const,
      before: card(criterion).memory,
    })
    const done = (cards: Library['cards'], reviews: Library['reviews']) =>
      isTaskDone(library({ cards, reviews }), task, since)
    const [a, b] = [card('a'), card('b')]
    expect(done([a, b], [review('a')])).toBe(false)
    expect(done([a, b], [review('a'), review('b', since - 1)])).toBe(false)
    expect(done([a, b], [review('a'), review('b')])).toBe(true)
    // It was forgotten, and comes once more.
    expect(done([a, card('b', 0)], [review('a'), review('b')])).toBe(false)
    // Its attempt was deleted, and the card with it.
    expect(done([a], [review('a')])).toBe(true)
  })
})

test('what was done before the plan was made, on the same day, is not part of it', () => {
  const made = at(thursday) + 60 * minute
  const library = work(emptyLibrary, 'round-1', at(thursday))
  const [first] = scheduleOf(inputAt(made + minute, library), planWith({ since: made })).days
  expect(first?.tasks.filter(({ task, isDone }) => isDone || nameOf(task) === 'drill round-1')).toEqual([])
})

describe('what was done beside today’s part', () => {
  const now = at(thursday)
  const today = (library: Library, minutes = 51): PlannedDay => {
    const [day] = scheduleOf(inputAt(now + 9 * minute, library), planWith({ minutes })).days
    if (!day) throw new Error('no day')
    return day
  }
  const names = ({ tasks, beside }: PlannedDay): unknown => [
    tasks.map(({ task, isDone }) => `${nameOf(task)}${isDone ? ' ✓' : ''}`),
    beside.map((task) => `${nameOf(task)}, ${task.minutes} min`),
  ]

  test('counts: tasks that take no longer give way to it, the longest first', () => {
    expect(names(today(emptyLibrary))).toEqual([
      ['drill round-1', 'drill question-1', 'drill question-2'],
      [],
    ])
    const short = work(emptyLibrary, 'question-3', now + minute)
    expect(names(today(short))).toEqual([['drill round-1', 'drill question-1'], ['drill question-3, 8 min']])
    expect(todayWords(today(short))).toBe('43 min to go, 8 min done')
    const long = work(emptyLibrary, 'round-2', now + minute)
    expect(names(today(long))).toEqual([['drill question-1', 'drill question-2'], ['drill round-2, 35 min']])
    expect(names(today(long, 40))).toEqual([[], ['drill round-2, 35 min']])
    expect(todayWords(today(long, 40))).toBe('All done for today.')
  })

  test('moves what gives way to a later day', () => {
    const library = work(emptyLibrary, 'round-2', now + minute)
    const { days } = scheduleOf(inputAt(now + 9 * minute, library), planWith({ minutes: 40 }))
    expect(days.slice(1).flatMap(({ tasks }) => tasks.map(({ task }) => nameOf(task)))).toContain(
      'drill round-1',
    )
    expect(days.slice(1).flatMap(({ beside }) => beside)).toEqual([])
  })

  test('leaves cards, what is done and what was begun', () => {
    const cards = { ...emptyLibrary, cards: [cardDue('round-3', 'bounded', now)] }
    const done = work(work(cards, 'round-1', now + minute), 'round-2', now + 2 * minute)
    expect(names(today(done))).toEqual([['1 cards', 'drill round-1 ✓'], ['drill round-2, 35 min']])
    const begun = run(
      attemptWith({ id: 'attempt-begun', drill: menu[0] ?? entry('none'), at: now + minute }),
      [now + minute - t0, { type: 'start' }],
    )
    const open = applyChange(work(emptyLibrary, 'round-2', now + minute), { attempts: [begun] })
    expect(names(today(open))).toEqual([['drill round-1'], ['drill round-2, 35 min']])
  })

  test('keeps the order of a track', () => {
    const tracks = [{ id: 'way', title: 'Way', drills: ['round-1', 'question-1', 'question-2'] }]
    const library = work(emptyLibrary, 'round-2', now + minute)
    const [day] = scheduleOf(inputAt(now + 9 * minute, library, { tracks }), planWith({ track: 'way' })).days
    expect(day && names(day)).toEqual([['drill round-1'], ['drill round-2, 35 min']])
  })

  test('is none of what was done before, or only begun', () => {
    const yesterday = work(emptyLibrary, 'question-3', at('2026-12-02'))
    expect([today(yesterday).beside, todayWords(today(yesterday))]).toEqual([[], '51 min to go'])
  })

  test('says of a drill that is run once more that it is, and holds second rounds and samples', () => {
    const before = work(emptyLibrary, 'question-3', at('2026-12-01'))
    const again = work(before, 'question-3', now + minute)
    const sample = { id: 'x', drillId: 'question-2', sample: 'weak', at: now + minute, grades: {}, given: {} }
    const graded = { ...again, samples: [sample] }
    expect(today(graded).beside).toEqual([
      { type: 'sample', drillId: 'question-2', minutes: 8 },
      { type: 'drill', drillId: 'question-3', again: true, minutes: 8 },
    ])
  })
})

test('a plan reaches as far as a year', () => {
  const days = (count: number) =>
    scheduleOf(
      inputAt(at(thursday), emptyLibrary, { menu: menu.slice(0, 1) }),
      planWith({ date: dateAfter(thursday, count) }),
    ).days.length
  expect([days(365), days(5000)]).toEqual([365, 366])
})

test('nothing is left of what was finished once, and all of what was only begun', () => {
  const finished = work(emptyLibrary, 'round-1', at('2026-12-01'))
  const begun = run(attemptWith({ id: 'attempt-begun', drill: menu[1] ?? entry('none') }), [
    0,
    { type: 'start' },
  ])
  const library = applyChange(finished, { attempts: [begun] })
  // On the eve no round has a place.
  expect(scheduleOf(inputAt(at('2026-12-06'), library), planWith()).left).toEqual([
    'round-2',
    'round-3',
    'round-4',
    'incident-1',
  ])
})

test('samples are those of the three drills that were finished last before today, with their answer read', () => {
  const on = (id: string, date: string, more: Partial<Attempt> = {}) =>
    finishedAttempt(entry(id), date, 50, more)
  const attempts = [
    on('oldest', '2026-11-27'),
    on('old', '2026-11-28'),
    on('middle', '2026-11-29'),
    on('new', '2026-11-30'),
    on('unread', '2026-12-01', { revealedAt: null }),
    on('open', '2026-12-01', { finishedAt: null }),
    on('graded', '2026-12-01'),
    on('today', thursday),
  ]
  const grading = { id: 'x', drillId: 'graded', sample: 'weak', at: at('2026-12-02'), grades: {}, given: {} }
  const library = { ...emptyLibrary, attempts, samples: [grading] }
  expect(toSample(library, at(thursday) + minute)).toEqual(['new', 'middle', 'old'])
  expect(toSample({ ...library, attempts: attempts.slice(0, 1) }, at(thursday))).toEqual(['oldest'])
})

describe('a missed day', () => {
  const names = (date: string) => ({ '2026-12-05': 'Saturday', '2026-12-06': 'Sunday' })[date] ?? date
  const title = (id: string) => `Title of ${id}`

  test('is said, with what was planned for it, and what has no place any more', () => {
    const plan = planWith({ minutes: 40 })
    const thursdayDone = work(emptyLibrary, 'round-1', at(thursday) + minute)
    const fridayDone = work(thursdayDone, 'incident-1', at('2026-12-04'))
    const before = scheduleOf(inputAt(at('2026-12-05'), fridayDone), plan)
    expect(before.missed).toBe(null)
    expect(told(before)['05']).toEqual(['drill round-2'])
    const { days, missed, left } = scheduleOf(inputAt(at('2026-12-06'), fridayDone), plan)
    const round: Task = { type: 'drill', drillId: 'round-2', again: false, minutes: 35 }
    expect(missed).toEqual({ dates: ['2026-12-05'], minutes: 35, gone: [round] })
    expect(missed && missedWords(missed, names, title)).toBe(
      'Saturday had 35 minutes planned; nothing was done. What is left has no place for “Title of round-2”.',
    )
    const goneOf = (...ids: string[]) => ids.map((drillId) => ({ ...round, drillId, minutes: 1 }))
    const many = { dates: ['2026-12-05'], minutes: 9, gone: goneOf('a', 'b', 'c', 'd', 'e') }
    expect(missedWords(many, names, title)).toContain(
      'for “Title of a”, “Title of b”, “Title of c” and 2 more;',
    )
    const parts = [
      ...goneOf('a').map((task) => ({ ...task, again: true })),
      { type: 'second-round' as const, drillId: 'b', minutes: 1 },
    ]
    expect(missedWords({ ...many, gone: parts }, names, title)).toContain(
      'for the repetition of “Title of a” and the second round of “Title of b”; the rest has been fitted in.',
    )
    expect([leftReason(days), leftReason(before.days)]).toEqual([
      'only the eve is left, and it stays light',
      'the days before the eve take no more, and the eve stays light',
    ])
    expect(days).toHaveLength(1)
    expect(left).toContain('round-2')
  })

  test('names only what it held itself, and what of a drill has no place', () => {
    const plan = planWith({ minutes: 40 })
    const done = work(emptyLibrary, 'round-1', at(thursday) + minute)
    const [friday, saturday] = [at('2026-12-04'), at('2026-12-05')]
    const rounds = { menu: menu.slice(0, 4) }
    const held = told(scheduleOf(inputAt(friday, done, rounds), plan))
    expect([held['04'], held['05']]).toEqual([['drill round-2'], ['drill round-3']])
    // Saturday takes what Friday held. What Saturday held has no place now, but was not missed.
    const after = scheduleOf(inputAt(saturday, done, rounds), plan)
    expect([told(after)['05'], after.left.includes('round-3')]).toEqual([['drill round-2'], true])
    expect(after.missed).toEqual({ dates: ['2026-12-04'], minutes: 35, gone: [] })
    // The eve keeps the second round of a drill, and not the drill that comes again.
    const bad = work(emptyLibrary, 'round-1', at('2026-12-01'), 'not')
    const eve = scheduleOf(inputAt(saturday, bad), { ...plan, date: '2026-12-06' })
    expect(told(eve)['05']).toContain('second-round round-1')
    expect(eve.missed?.gone).toEqual([{ type: 'drill', drillId: 'round-1', again: true, minutes: 35 }])
  })

  test('is any in a row up to yesterday, and none before the plan was made', () => {
    const plan = planWith({ date: '2026-12-20' })
    const { missed } = scheduleOf(inputAt(at('2026-12-07')), plan)
    expect(missed).toMatchObject({ dates: ['2026-12-04', '2026-12-05', '2026-12-06'], gone: [] })
    expect(missed && missedWords(missed, names, title)).toMatch(
      /^2026-12-04, Saturday and Sunday had \d+ minutes planned; nothing was done\. All of it has been fitted/,
    )
    const worked = work(emptyLibrary, 'question-1', at('2026-12-05'))
    expect(scheduleOf(inputAt(at('2026-12-07'), worked), plan).missed?.dates).toEqual(['2026-12-06'])
    expect(scheduleOf(inputAt(at('2026-12-04')), plan).missed).toBe(null)
    // Nothing was planned where there is nothing to do.
    expect(scheduleOf(inputAt(at('2026-12-07'), emptyLibrary, { menu: [] }), plan).missed).toBe(null)
  })

  test('is none on which anything was finished, reviewed or graded', () => {
    const plan = planWith({ date: '2026-12-20' })
    const on = at('2026-12-05')
    const { memory } = cardDue('round-1', 'a', on)
    const missed = (more: Partial<Library>) =>
      scheduleOf(inputAt(at('2026-12-07'), { ...emptyLibrary, ...more }), plan).missed?.dates
    const sunday = ['2026-12-06']
    expect(missed({ attempts: [finishedAttempt(entry('round-1'), '2026-12-05', 50)] })).toEqual(sunday)
    const review = {
      id: 'x',
      cardId: 'round-1/a',
      attemptId: null,
      at: on,
      rating: 3 as const,
      before: memory,
    }
    expect(missed({ reviews: [review] })).toEqual(sunday)
    const graded = { id: 'x', drillId: 'round-1', sample: 'weak', at: on, grades: {}, given: {} }
    expect(missed({ samples: [graded] })).toEqual(sunday)
  })

  test('stays what it was while today’s tasks are done, but for what is no longer gone', () => {
    const plan = planWith({ minutes: 40 })
    const before = work(work(emptyLibrary, 'round-1', at(thursday) + minute), 'incident-1', at('2026-12-04'))
    const now = at('2026-12-06')
    const missed = (library: Library) => scheduleOf(inputAt(now + minute, library), plan).missed
    const gone = [{ type: 'drill', drillId: 'round-2', again: false, minutes: 35 }]
    expect(missed(before)).toEqual({ dates: ['2026-12-05'], minutes: 35, gone })
    expect(missed(work(before, 'round-3', now))).toEqual(missed(before))
    expect(missed(work(before, 'round-2', now))).toEqual({ ...missed(before), gone: [] })
    // Also where what is done now was all that the missed day had.
    const only = (library: Library) =>
      scheduleOf(inputAt(at('2026-12-05') + minute, library, { menu: menu.slice(0, 1) }), planWith()).missed
    expect(only(emptyLibrary)).toEqual({ dates: ['2026-12-04'], minutes: 35, gone: [] })
    expect(only(work(emptyLibrary, 'round-1', at('2026-12-05')))).toEqual(only(emptyLibrary))
  })
})

describe('the form of a plan', () => {
  const read = (date: string, minutes: string, now = at(thursday), track = '') =>
    readPlan({ date, minutes, roles: ['speech'], track }, { now, dayStart: 4, since: 7 })
  test.each([
    ['', '60', 'date'],
    ['2026-02-30', '60', 'date'],
    ['2026-12-02', '60', 'date'],
    [thursday, '60', 'date'],
    ['2027-12-04', '60', 'date'],
    [monday, '', 'minutes'],
    [monday, '0', 'minutes'],
    [monday, '-30', 'minutes'],
    [monday, '7.5', 'minutes'],
    [monday, '1e9', 'minutes'],
    [monday, 'an hour', 'minutes'],
  ])('refuses %s with %s minutes in plain words', (date, minutes, field) => {
    expect(read(date, minutes)).toEqual([{ field, words: expect.stringMatching(/^[A-Z].+\.$/) }])
  })

  test('says of each field what is wrong with it', () => {
    expect(read('2026-12-02', '0')).toEqual([
      { field: 'date', words: expect.stringContaining('This day is over') },
      { field: 'minutes', words: expect.stringContaining('between 5 and 720') },
    ])
  })

  test('takes a day from tomorrow on, in the days of the learner', () => {
    const plan = { date: monday, minutes: 60, roles: ['speech'], track: null, since: 7 }
    expect(read(monday, '60')).toEqual(plan)
    expect(read(monday, '60', at(thursday), 'first')).toEqual({ ...plan, track: 'first' })
    const night = at(thursday) + 15 * 60 * minute
    expect(read('2026-12-04', '60', night)).toEqual({ ...plan, date: '2026-12-04' })
    expect(read('2026-12-04', '60', night + 60 * minute)).toMatchObject([{ field: 'date' }])
  })
})

/** A menu, work on some of its drills, and a plan. */
const situation = fc
  .record({
    menu: fc.array(
      fc.record({
        kind: fc.constantFrom('round' as const, 'incident' as const, 'question' as const),
        minutes: fc.integer({ min: 1, max: 60 }),
        difficulty: fc.constantFrom('core' as const, 'advanced' as const, 'expert' as const),
        categories: fc.subarray(['serving', 'speech', 'mlops'] as const, { minLength: 1 }),
        modelPath: fc.subarray(['asr', 'llm', 'tts'] as const),
        status: fc.constantFrom('stable' as const, 'deprecated' as const),
      }),
      { maxLength: 25 },
    ),
    work: fc.array(
      fc.record({
        drill: fc.nat(30),
        days: fc.integer({ min: -6, max: 6 }),
        grade: fc.constantFrom('met' as const, 'partly' as const, 'not' as const),
      }),
      { maxLength: 12 },
    ),
    minutes: fc.integer({ min: 5, max: 240 }),
    days: fc.integer({ min: -1, max: 14 }),
    ahead: fc.integer({ min: 0, max: 6 }),
    roles: fc.subarray(['serving', 'speech', 'gone']),
    order: fc.option(fc.shuffledSubarray(Array.from({ length: 26 }, (_, index) => index))),
  })
  .map(({ menu: drills, work: done, minutes, days, ahead, roles, order }) => {
    const all = drills.map((drill, index) => entry(`drill-${index}`, drill))
    const library = [...done]
      .sort((a, b) => a.days - b.days)
      .filter(({ days: on }) => on <= ahead)
      .reduce((before, { drill, days: on, grade }, index) => {
        const now = at(dateAfter(thursday, on)) + index * minute
        const known = all[drill] ?? entry('unpublished')
        const attempt = graded(
          attemptWith({ id: `attempt-000${index}`, drill: known, at: now }),
          { bounded: grade, counted: 'met' },
          now - t0,
        )
        return applyChange(before, finishScored(before, attempt, now))
      }, emptyLibrary)
    const track = { id: 'track', title: 'Track', drills: (order ?? []).map((index) => `drill-${index}`) }
    const plan: Plan = {
      date: dateAfter(thursday, days + ahead),
      minutes,
      roles,
      track: order && track.id,
      since: at(thursday),
    }
    const input = inputAt(at(thursday) + ahead * day + 60 * minute, library, {
      menu: all,
      tracks: [track],
      sampled: toSample(library, at(thursday) + ahead * day),
    })
    return { input, plan }
  })

const trackOf = ({ tracks }: PlanInput, { track }: Plan): readonly string[] =>
  tracks.find(({ id }) => id === track)?.drills ?? []

test('whatever was done: no day is too long, nothing is unknown, twice in a day, or after the eve', () => {
  fc.assert(
    fc.property(situation, ({ input, plan }) => {
      const schedule = scheduleOf(input, plan)
      expect(scheduleOf(input, plan)).toEqual(schedule)
      const { days, left } = schedule
      const drills = new Map(input.menu.map((each) => [each.id, each]))
      const cards = new Set(input.library.cards.map(({ id }) => id))
      const dates = days.map(({ date }) => date)
      expect(dates).toEqual([...new Set(dates)].sort())
      for (const date of dates) expect(date >= dateOf(input.now, 4) && date < plan.date).toBe(true)
      expect(days.length).toBe(plan.date > dateOf(input.now, 4) ? days.length : 0)
      expect(days.filter(({ isEve }) => isEve)).toHaveLength(days.length > 0 ? 1 : 0)
      for (const { tasks, minutes, isLong, isEve } of days) {
        const ids = tasks.flatMap(({ task }) => (task.type === 'cards' ? [] : task.drillId))
        const planned = tasks.flatMap(({ task }) => (task.type === 'drill' ? task : []))
        expect(new Set(ids).size).toBe(ids.length)
        expect(minutes).toBe(tasks.reduce((sum, { task }) => sum + task.minutes, 0))
        if (isLong) expect([tasks.length, minutes > plan.minutes]).toEqual([1, true])
        else expect(minutes).toBeLessThanOrEqual(plan.minutes)
        for (const { drillId, minutes: length } of planned) {
          const drill = drills.get(drillId)
          expect(drill && lengthOf(drill)).toBe(length)
          expect(drill?.status).not.toBe('deprecated')
          if (plan.roles.length > 0 && !trackOf(input, plan).includes(drillId))
            expect(drill?.categories.some((each) => plan.roles.includes(each))).toBe(true)
          if (isEve) expect([drill?.kind, drill?.difficulty]).toEqual(['question', 'core'])
        }
        for (const id of ids) expect(drills.has(id)).toBe(true)
        for (const { task } of tasks)
          if (task.type === 'cards') for (const id of task.cards) expect(cards.has(id)).toBe(true)
      }
      const placed = days.flatMap(({ tasks }) => tasks.map(({ task }) => nameOf(task)))
      for (const id of left) expect(placed).not.toContain(`drill ${id}`)
    }),
    { numRuns: 300 },
  )
})

/** Does every task of a day well. */
function followed(input: PlanInput, plan: Plan): Library {
  const [today] = scheduleOf(input, plan).days
  return (today?.tasks ?? []).reduce((library, { task }, index) => {
    const now = input.now + index * minute
    if (task.type === 'drill') {
      const drill = input.menu.find(({ id }) => id === task.drillId) ?? entry('none')
      const attempt = graded(
        attemptWith({ id: `attempt-${task.drillId}-${now}`, drill: entry(drill.id, drill), at: now }),
        { bounded: 'met', counted: 'met', gates: 'met', rollback: 'met', privacy: 'met' },
        now - t0,
      )
      return applyChange(library, finishScored(library, attempt, now))
    }
    const attempts = library.attempts.filter(
      (each) => task.type === 'second-round' && each.drillId === task.drillId,
    )
    return applyChange(library, {
      attempts: attempts.map((attempt) =>
        run(
          attempt,
          [now - t0, { type: 'followUpReveal', followUp: 'why' }],
          [now - t0, { type: 'followUpGrade', followUp: 'why', grade: 'met', of: ['why'] }],
        ),
      ),
    })
  }, input.library)
}

const fresh = ({ days }: Schedule): string[][] =>
  days.map(({ tasks }) =>
    tasks.flatMap(({ task }) => (task.type === 'drill' && !task.again ? task.drillId : [])),
  )

test('a subject of the interview that nothing was done for comes first, and a day that went well moves no other', () => {
  const rounds = ['serving', 'speech', 'mlops'].flatMap((category) => [
    entry(`${category}-1`, { minutes: 25, categories: [category as 'serving'] }),
    entry(`${category}-2`, { minutes: 25, categories: [category as 'serving'], difficulty: 'advanced' }),
  ])
  const evaluation = entry('evaluation', { minutes: 25, difficulty: 'expert', categories: ['evaluation'] })
  const input = inputAt(at(thursday), emptyLibrary, { menu: [...rounds, evaluation] })
  const plan = planWith({ minutes: 40, roles: ['serving', 'evaluation'] })
  const first = scheduleOf(input, plan)
  expect(fresh(first)).toEqual([['serving-1'], ['evaluation'], ['serving-2'], []])
  const wide = planWith({ minutes: 40 })
  const days = fresh(scheduleOf(input, wide))
  expect(
    fresh(scheduleOf({ ...input, now: at('2026-12-04'), library: followed(input, wide) }, wide)),
  ).toEqual(days.slice(1))
})

test('who does well what each day says sees the days to come stay as they were shown', () => {
  fc.assert(
    fc.property(situation, ({ input, plan }) => {
      const made = { ...plan, since: input.now }
      // What was bad before comes back by its own rules.
      let library: Library = {
        ...input.library,
        cards: [],
        attempts: input.library.attempts.filter(({ score }) => (score?.total ?? 0) >= 80),
      }
      let shown = fresh(scheduleOf({ ...input, library, sampled: [] }, made))
      for (let now = input.now; shown.length > 1; now += day) {
        const today = { ...input, library, sampled: [], now }
        library = followed(today, made)
        const later = fresh(scheduleOf({ ...today, library, now: now + 60 * minute }, made)).slice(1)
        expect(later).toEqual(shown.slice(1))
        shown = fresh(scheduleOf({ ...today, library, now: now + day }, made))
        expect(shown).toEqual(later)
      }
    }),
    { numRuns: 50 },
  )
})

test('every subject of the interview gets a drill where there are as many days before the eve', () => {
  fc.assert(
    fc.property(situation, ({ input, plan }) => {
      const made = { ...plan, track: null, since: input.now }
      const { days } = scheduleOf({ ...input, library: emptyLibrary, sampled: [] }, made)
      const fitting = input.menu.filter((each) => each.status === 'stable' && lengthOf(each) <= plan.minutes)
      const roles = plan.roles.filter((role) =>
        fitting.some(({ categories }) => categories.some((each) => each === role)),
      )
      fc.pre(days.length - 1 >= plan.roles.length)
      const placed = new Set(fresh({ days, left: [], missed: null }).flat())
      const touched = input.menu.filter(({ id }) => placed.has(id)).flatMap(({ categories }) => categories)
      for (const role of roles) expect(touched).toContain(role)
    }),
    { numRuns: 300 },
  )
})

/** Drills that a schedule has for the first time, as far as they are of its track. */
const newOfTrack = (input: PlanInput, plan: Plan, schedule: Schedule): readonly string[] =>
  fresh(schedule)
    .flat()
    .filter((id) => trackOf(input, plan).includes(id))

describe('a track', () => {
  const tracks = [
    { id: 'way', title: 'Way', drills: ['question-2', 'round-4', 'question-1', 'incident-1', 'round-3'] },
    { id: 'other', title: 'Other', drills: ['round-2', 'round-1'] },
  ]
  const planned = (more: Partial<Plan>, library = emptyLibrary, now = at(thursday)) =>
    told(scheduleOf(inputAt(now, library, { tracks }), planWith({ track: 'way', ...more })))

  test('has its new drills taken in its order, and then the subjects', () => {
    expect(planned({ date: '2026-12-10' })).toEqual({
      '03': ['drill question-2', 'drill round-4', 'drill question-1'],
      '04': ['drill incident-1', 'second-round round-4', 'drill question-3'],
      '05': ['drill round-3', 'second-round incident-1'],
      '06': ['drill round-2', 'second-round round-3'],
      '07': ['drill round-1', 'second-round round-2'],
      '08': ['second-round round-1'],
      '09': ['drill question-1', 'drill question-2', 'drill question-3'],
    })
  })

  test('goes on where one is, whatever subjects are ticked; after it they are all that is new', () => {
    const library = work(work(emptyLibrary, 'question-2', at('2026-12-01')), 'round-3', at('2026-12-02'))
    const days = planned({ roles: ['speech'], date: '2026-12-09' }, library)
    const taken = Object.values(days)
      .flat()
      .filter((name) => name.startsWith('drill '))
    expect(taken.slice(0, 4)).toEqual([
      'drill round-4',
      'drill question-1',
      'drill incident-1',
      'drill round-2',
    ])
    expect(taken).not.toContain('drill round-1')
    // What of it has no place is said.
    const eve = inputAt(at('2026-12-06'), library, { tracks })
    expect(scheduleOf(eve, planWith({ track: 'way', roles: ['speech'] })).left).toEqual([
      'round-2',
      'round-4',
      'incident-1',
      'question-1',
    ])
  })

  test('leaves what is weak, due or open its place', () => {
    const weak = work(emptyLibrary, 'round-1', at('2026-12-01'), 'not')
    expect(planned({ minutes: 40 }, weak)).toEqual({
      '03': ['5 cards', 'drill round-1'],
      '04': ['drill question-2', 'second-round round-1', 'drill question-3'],
      '05': ['drill round-4'],
      '06': ['5 cards', 'drill question-1', 'second-round round-4', 'drill question-2', 'drill question-3'],
    })
    // By turns, also where its next drill is a question and the day has room for one of the two.
    const both = work(weak, 'round-2', at('2026-12-01') + minute, 'not')
    const days = planned({ minutes: 36, date: '2026-12-09' }, { ...both, cards: [] })
    expect([days['03'], days['04'], days['05']]).toEqual([
      ['drill round-1'],
      ['drill question-2', 'second-round round-1', 'second-round round-2', 'drill question-3'],
      ['drill round-4'],
    ])
    const begun = run(attemptWith({ id: 'attempt-begun', drill: menu[1] ?? entry('none') }), [
      0,
      { type: 'start' },
    ])
    const open = applyChange(emptyLibrary, { attempts: [begun] })
    expect(planned({ minutes: 43 }, open)['03']).toEqual(['drill round-2', 'drill question-2'])
  })

  test('that a day is too short for waits for no more than one day', () => {
    const days = planned({ minutes: 20, date: '2026-12-09' })
    expect([days['03'], days['04'], days['05']]).toEqual([
      ['drill question-2', 'drill question-3'],
      ['drill round-4'],
      ['second-round round-4', 'drill question-1'],
    ])
  })

  test('that is not there is none', () => {
    expect(planned({ track: 'gone' })).toEqual(planned({ track: null }))
  })

  test('is done in its order over the days, each drill of it once, whatever else is planned', () => {
    fc.assert(
      fc.property(situation, ({ input, plan }) => {
        const taken = newOfTrack(input, plan, scheduleOf(input, plan))
        const order = trackOf(input, plan).filter((id) => taken.includes(id))
        const open = new Set(input.library.attempts.map(({ drillId }) => drillId))
        expect(taken.filter((id) => !open.has(id))).toEqual(order.filter((id) => !open.has(id)))
        expect(new Set(taken).size).toBe(taken.length)
      }),
      { numRuns: 300 },
    )
  })

  test('has a place for all that is left of it where there are days enough', () => {
    fc.assert(
      fc.property(situation, ({ input, plan }) => {
        const made = { ...plan, date: dateAfter(thursday, 150), since: input.now }
        const left = input.menu.filter(
          ({ id, status }) =>
            trackOf(input, plan).includes(id) &&
            status === 'stable' &&
            !input.library.attempts.some(({ drillId }) => drillId === id),
        )
        const schedule = scheduleOf({ ...input, sampled: [] }, made)
        expect([...newOfTrack(input, made, schedule)].sort()).toEqual(left.map(({ id }) => id).sort())
      }),
      { numRuns: 50 },
    )
  })

  test('changes nothing of a plan that has none', () => {
    fc.assert(
      fc.property(situation, ({ input, plan }) => {
        const without = { ...plan, track: null }
        expect(scheduleOf(input, without)).toEqual(scheduleOf({ ...input, tracks: [] }, without))
      }),
      { numRuns: 50 },
    )
  })
})

test('a plan says what it is about', () => {
  expect(aimWords(undefined, [])).toBe('for all subjects')
  expect(aimWords(undefined, ['Speech', 'Serving'])).toBe('for Speech and Serving')
  expect(aimWords('First week', [])).toBe('for all subjects, new drills from “First week” where they fit')
  expect(aimWords('First week', ['Speech'])).toBe('for Speech, new drills from “First week” where they fit')
})
