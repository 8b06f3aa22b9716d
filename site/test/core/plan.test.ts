import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateAfter, dateOf, noonOf } from '../../src/core/model/day.ts'
import { applyChange, emptyLibrary, type Library, type Plan } from '../../src/core/model/records.ts'
import type { Grade } from '../../src/core/model/types.ts'
import { scheduleOf, toSample } from '../../src/core/plan/plan.ts'
import { readPlan } from '../../src/core/plan/plan-input.ts'
import { lengthOf, type PlanInput, type Schedule, type Task } from '../../src/core/plan/plan-types.ts'
import { missedWords } from '../../src/core/plan/plan-words.ts'
import { reviewCard } from '../../src/core/schedule/schedule.ts'
import { attemptWith, day, entry, finishScored, graded, minute, question, run, t0 } from './support.ts'

/** A Thursday, at noon; the interview is on the Monday after it. */
const thursday = '2026-12-03'
const monday = '2026-12-07'
const at = (date: string): number => noonOf(date) ?? 0

const menu = [
  entry('round-1', { minutes: 25 }),
  entry('round-2', { minutes: 25, categories: ['speech'], modelPath: ['tts'] }),
  entry('round-3', { minutes: 25, difficulty: 'advanced', modelPath: ['llm'] }),
  entry('round-4', { minutes: 25, difficulty: 'expert', categories: ['speech'] }),
  entry('incident-1', { minutes: 25, kind: 'incident', categories: ['debugging'] }),
  question('question-1'),
  question('question-2'),
  question('question-3'),
]

const planWith = (more: Partial<Plan> = {}): Plan => ({
  date: monday,
  minutes: 51,
  roles: [],
  since: at(thursday),
  ...more,
})

const inputAt = (now: number, library: Library = emptyLibrary, more: Partial<PlanInput> = {}): PlanInput => ({
  library,
  menu,
  sampled: [],
  now,
  ...more,
})

const nameOf = (task: Task): string =>
  task.type === 'cards' ? `${task.cards.length} cards` : `${task.type} ${task.drillId}`

const told = ({ days }: Schedule): Record<string, string[]> =>
  Object.fromEntries(
    days.map(({ date, tasks }) => [
      date.slice(-2),
      tasks.map(({ task, isDone }) => `${nameOf(task)}${isDone ? ' ✓' : ''}`),
    ]),
  )

/** Finishes a drill on a day, with the same grade for every criterion of it. */
function work(library: Library, id: string, now: number, grade: Grade = 'met'): Library {
  const drill = menu.find((each) => each.id === id) ?? entry(id)
  const after = now - t0
  const attempt = graded(
    attemptWith({ id: `attempt-${id}-${after}`, drill, at: now }),
    { bounded: grade, counted: grade, gates: grade, rollback: grade, privacy: grade },
    after,
  )
  return applyChange(library, finishScored(library, attempt, now))
}

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

describe('a missed day', () => {
  const names = (date: string) => ({ '2026-12-05': 'Saturday', '2026-12-06': 'Sunday' })[date] ?? date
  const title = (id: string) => `Title of ${id}`

  test('is said, with what was planned for it, and what has no place any more', () => {
    const plan = planWith({ minutes: 40 })
    const thursdayDone = work(emptyLibrary, 'round-1', at(thursday) + minute)
    const fridayDone = work(thursdayDone, 'incident-1', at('2026-12-04'))
    const before = scheduleOf(inputAt(at('2026-12-05'), fridayDone), plan)
    expect(before.missed).toBe(null)
    expect(told(before)['05']).toEqual(['drill round-3'])
    const { days, missed, left } = scheduleOf(inputAt(at('2026-12-06'), fridayDone), plan)
    expect(missed).toEqual({ dates: ['2026-12-05'], minutes: 35, gone: ['round-3'] })
    expect(missed && missedWords(missed, names, title)).toBe(
      'Saturday had 35 minutes planned; nothing was done. What is left has no place for “Title of round-3”; the rest has been fitted in.',
    )
    const many = { dates: ['2026-12-05'], minutes: 9, gone: ['a', 'b', 'c', 'd', 'e'] }
    expect(missedWords(many, names, title)).toContain(
      'for “Title of a”, “Title of b”, “Title of c” and 2 more;',
    )
    expect(days).toHaveLength(1)
    expect(left).toContain('round-3')
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
  })
})

describe('the form of a plan', () => {
  const read = (date: string, minutes: string, now = at(thursday)) =>
    readPlan({ date, minutes, roles: ['speech'] }, { now, dayStart: 4, since: 7 })
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
    const plan = { date: monday, minutes: 60, roles: ['speech'], since: 7 }
    expect(read(monday, '60')).toEqual(plan)
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
  })
  .map(({ menu: drills, work: done, minutes, days, ahead, roles }) => {
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
    const plan: Plan = { date: dateAfter(thursday, days + ahead), minutes, roles, since: at(thursday) }
    const input = inputAt(at(thursday) + ahead * day + 60 * minute, library, {
      menu: all,
      sampled: toSample(library, at(thursday) + ahead * day),
    })
    return { input, plan }
  })

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
          if (plan.roles.length > 0)
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
