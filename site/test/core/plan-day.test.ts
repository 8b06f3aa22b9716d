import { describe, expect, test } from 'vitest'
import { candidates } from '../../src/core/plan/plan-candidates.ts'
import type { Course } from '../../src/core/plan/plan-course.ts'
import { planDay } from '../../src/core/plan/plan-day.ts'
import { planEve } from '../../src/core/plan/plan-eve.ts'
import type { Standing } from '../../src/core/plan/plan-standing.ts'
import type { Task } from '../../src/core/plan/plan-types.ts'
import { nameOf, planWith, standing } from './plan-support.ts'

/** The day that is planned, and those before it. */
const today = '2026-12-05'
const yesterday = '2026-12-04'
const before = '2026-12-03'

const course = (standings: readonly Standing[], more: Partial<Course> = {}, minutes = 60): Course => ({
  plan: planWith({ minutes }),
  track: [],
  standings,
  gain: () => () => 0,
  levels: ['core', 'advanced', 'expert'],
  covered: [],
  placed: [],
  secondRounds: [],
  cards: [],
  placedCards: [],
  sampled: [],
  last: { kind: '', again: true, isLong: false, hasRound: false },
  ...more,
})

const last = { kind: '', again: true, isLong: false, hasRound: false }
const many = <Value>(count: number, of: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => of(index + 1))
const rounds = (count: number) => many(count, (index) => standing(`round-${index}`))
const incident = (id: string, more: Partial<Standing> = {}) => standing(id, more, { kind: 'incident' })
const asked = (id: string, more: Partial<Standing> = {}) =>
  standing(id, more, { kind: 'question', minutes: 5 })
const due = (count: number) => many(count, (index) => ({ id: `card-${index}`, due: today }))
const names = (tasks: readonly Task[]): string[] => tasks.map(nameOf)

describe('the drills that may have a place on a day', () => {
  const standings = [
    standing('done-today', { doneOn: today, score: 10 }),
    standing('strong', { doneOn: before, score: 80 }),
    standing('good-yesterday', { doneOn: yesterday, score: 79 }),
    standing('good', { doneOn: before, score: 79 }),
    standing('fair', { doneOn: before, score: 65 }),
    standing('due', { doneOn: yesterday, score: 95, dueOn: today }),
    standing('due-later', { doneOn: before, score: 95, dueOn: '2026-12-06' }),
    standing('weak-yesterday', { doneOn: yesterday, score: 20 }),
    standing('weak', { doneOn: before, score: 64 }),
    standing('unscored', { doneOn: before }),
    standing('new'),
    standing('open', { isOpen: true }, { difficulty: 'expert' }),
    standing('deprecated', {}, { status: 'deprecated' }),
    standing('placed'),
    standing('other', {}, { categories: ['debugging'] }),
  ]
  const order = (again: boolean) =>
    candidates(
      course(standings, {
        plan: planWith({ roles: ['serving'] }),
        placed: ['placed'],
        last: { ...last, again },
      }),
      today,
    ).map(({ entry }) => entry.id)

  test('are what is open, weak or new by turns, then weak ones of yesterday, what is due, what was good', () => {
    const rest = ['weak-yesterday', 'due', 'fair', 'good']
    expect(order(true)).toEqual(['open', 'new', 'unscored', 'weak', ...rest])
    expect(order(false)).toEqual(['open', 'unscored', 'weak', 'new', ...rest])
  })

  test('of new ones the levels by their order, then another kind than the last, then what they add', () => {
    const fresh = [
      standing('expert', {}, { difficulty: 'expert' }),
      standing('advanced', {}, { difficulty: 'advanced' }),
      standing('core'),
      standing('core-more'),
      incident('core-incident'),
    ]
    const gain: Course['gain'] =
      (done) =>
      ({ id }) =>
        id === 'core-more' ? 1 : id === 'core' ? done.length * 2 : 0
    const of = (more: Partial<Course>) =>
      candidates(course(fresh, { gain, ...more }), today).map(({ entry }) => entry.id)
    const later = ['advanced', 'expert']
    expect(of({})).toEqual(['core-more', 'core', 'core-incident', ...later])
    // What it adds depends on what has a place by now.
    const covered = fresh.slice(0, 1).map(({ entry }) => entry)
    expect(of({ covered })).toEqual(['core', 'core-more', 'core-incident', ...later])
    expect(of({ last: { ...last, kind: 'round' } })).toEqual(['core-incident', 'core-more', 'core', ...later])
    expect(of({ levels: ['expert', 'core', 'advanced'] })[0]).toBe('expert')
  })
})

test('what was practised is counted once for a choice, and not at all for a day that is full', () => {
  let counted = 0
  const gain: Course['gain'] = () => {
    counted += 1
    return () => 0
  }
  const standings = rounds(200)
  candidates(course(standings, { gain }), today)
  expect(counted).toBe(1)
  planDay(course(standings, { gain }, 35), today)
  expect(counted).toBe(2)
})

describe('an ordinary day', () => {
  const plan = (standings: readonly Standing[], more: Partial<Course> = {}, minutes = 60) =>
    planDay(course(standings, more, minutes), today)

  test('that is long stays a mix: of each sort at most so many, and cards in what is left', () => {
    const standings = [
      ...rounds(5),
      incident('incident-1'),
      ...many(5, (index) => asked(`question-${index}`)),
    ]
    const { tasks, isLong, hasRound } = plan(
      standings,
      {
        secondRounds: ['a', 'b', 'c'],
        sampled: ['d', 'e'],
        cards: due(400),
      },
      480,
    )
    expect(names(tasks)).toEqual([
      '292 cards',
      'drill round-1',
      'second-round a',
      // After a round an incident, although more rounds come before it in the menu.
      'drill incident-1',
      'drill question-1',
      'sample d',
      'second-round b',
      'drill round-2',
      'drill question-2',
      'drill round-3',
      'drill question-3',
    ])
    expect([isLong, hasRound]).toEqual([false, true])
  })

  test('leaves a third to cards before anything but its first drill, and all that is left after', () => {
    expect(names(plan([...rounds(1), asked('question-1')], { cards: due(99) }, 69).tasks)).toEqual([
      '26 cards',
      'drill round-1',
      'drill question-1',
    ])
    expect(names(plan([], { cards: due(3) }).tasks)).toEqual(['3 cards'])
  })

  test('takes no card that is due later or has a place', () => {
    const cards = [
      { id: 'placed', due: before },
      { id: 'today', due: today },
      { id: 'tomorrow', due: '2026-12-06' },
    ]
    expect(plan([], { cards, placedCards: ['placed'] }).tasks).toEqual([
      { type: 'cards', cards: ['today'], minutes: 1 },
    ])
  })

  test('is filled to the minute', () => {
    expect(names(plan(rounds(1), {}, 35).tasks)).toEqual(['drill round-1'])
    expect(names(plan(rounds(1), { secondRounds: ['a'] }, 43).tasks)).toEqual([
      'drill round-1',
      'second-round a',
    ])
    expect(names(plan(rounds(1), { secondRounds: ['a'] }, 42).tasks)).toEqual(['drill round-1'])
    expect(names(plan(rounds(1), { sampled: ['a'] }, 43).tasks)).toEqual(['drill round-1', 'sample a'])
    expect(names(plan([...rounds(1), asked('question-1')], {}, 43).tasks)).toHaveLength(2)
  })

  test('does nothing twice with one drill', () => {
    const [round] = rounds(1)
    const weak = { ...round, doneOn: before, score: 20 } as Standing
    const more = { secondRounds: ['round-1', 'b'], sampled: ['round-1', 'c'] }
    expect(names(plan([weak], more, 200).tasks)).toEqual(['drill round-1', 'second-round b', 'sample c'])
    expect(plan([weak]).tasks).toMatchObject([{ again: true }])
    expect(plan(rounds(1)).tasks).toMatchObject([{ again: false }])
  })

  test('begins with what is open, and else with a round after a day without one', () => {
    const [round] = rounds(1)
    if (!round) throw new Error('no round')
    const first = (standings: readonly Standing[], hasRound: boolean) =>
      names(plan(standings, { last: { ...last, hasRound } }, 40).tasks)[0]
    expect(first([round, incident('open', { isOpen: true })], false)).toBe('drill open')
    const easy = incident('easy')
    const hard = { ...round, entry: { ...round.entry, difficulty: 'expert' as const } }
    expect(first([easy, hard], false)).toBe('drill round-1')
    expect(first([easy, hard], true)).toBe('drill easy')
    expect(plan([easy], {}, 40).hasRound).toBe(false)
  })

  test('that is shorter than every round is one round, unless the day before was', () => {
    expect(plan(rounds(2), {}, 34)).toMatchObject({
      tasks: [{ drillId: 'round-1' }],
      isLong: true,
      hasRound: true,
    })
    expect(plan([incident('a')], {}, 34)).toMatchObject({ isLong: true, hasRound: false })
    expect(plan(rounds(2), { last: { ...last, isLong: true } }, 34)).toMatchObject({
      tasks: [],
      isLong: false,
    })
    // One that fits comes before one that is too long.
    const short = standing('short', { doneOn: before, score: 20 }, { minutes: 20 })
    expect(plan([...rounds(1), short], {}, 34)).toMatchObject({
      tasks: [{ drillId: 'short' }],
      isLong: false,
    })
  })

  test('that is shorter than every question is one question', () => {
    expect(plan([asked('a')], {}, 7)).toMatchObject({
      tasks: [{ drillId: 'a' }],
      isLong: true,
      hasRound: false,
    })
    const short = standing('short', {}, { kind: 'question', minutes: 2 })
    expect(plan([asked('a'), short], {}, 7)).toMatchObject({ tasks: [{ drillId: 'short' }], isLong: false })
  })
})

describe('the eve', () => {
  const plan = (standings: readonly Standing[], more: Partial<Course> = {}, minutes = 90) =>
    planEve(course(standings, more, minutes), today)

  test('is 40 minutes at most: cards for half of them, second rounds, and no round', () => {
    const light = plan([...rounds(2), asked('a')], { cards: due(99), secondRounds: ['b', 'c'] })
    expect(names(light.tasks)).toEqual(['20 cards', 'drill a', 'second-round b'])
    expect([light.isLong, light.hasRound]).toEqual([false, false])
    expect(names(plan([asked('a')], { cards: due(99) }, 20).tasks)).toEqual(['10 cards', 'drill a'])
    expect(names(plan([asked('a')], { secondRounds: ['b', 'c', 'd'] }).tasks)).toEqual([
      'drill a',
      'second-round b',
      'second-round c',
    ])
    expect(names(plan(many(5, (index) => asked(`${index}`))).tasks)).toEqual([
      'drill 1',
      'drill 2',
      'drill 3',
    ])
    expect(names(plan([asked('a')], { secondRounds: ['b'] }, 15).tasks)).toEqual(['drill a'])
  })

  test('asks easy questions: new ones, then what is known best', () => {
    const questions = [
      asked('fair', { doneOn: before, score: 85 }),
      asked('best', { doneOn: before, score: 95 }),
      asked('done-today', { doneOn: today, score: 100 }),
      asked('new'),
      standing('hard', {}, { kind: 'question', minutes: 5, difficulty: 'advanced' }),
      standing('long', {}, { kind: 'question', minutes: 60 }),
      standing(
        'other',
        { doneOn: before, score: 99 },
        { kind: 'question', minutes: 5, categories: ['speech'] },
      ),
    ]
    const { tasks } = plan(questions, { plan: planWith({ roles: ['serving'], minutes: 90 }) })
    expect(tasks.map((task) => [nameOf(task), task.type === 'drill' && task.again])).toEqual([
      ['drill new', false],
      ['drill best', true],
      ['drill fair', true],
    ])
    // One that an earlier day of the plan has is known by then.
    expect(plan([asked('a')], { placed: ['a'] }).tasks).toMatchObject([{ drillId: 'a', again: true }])
  })

  test('repeats cards of the days before, after those that have no place yet', () => {
    const cards = due(3)
    expect(plan([], { cards, placedCards: ['card-1'] }, 6).tasks).toEqual([
      { type: 'cards', cards: ['card-2', 'card-3', 'card-1'], minutes: 3 },
    ])
    expect(plan([], { cards, placedCards: ['card-1'] }, 5).tasks).toMatchObject([
      { cards: ['card-2', 'card-3'] },
    ])
  })
})

describe('a day of a plan with a track', () => {
  const day = (standings: readonly Standing[], more: Partial<Course>, minutes = 60) =>
    names(planDay(course(standings, more, minutes), today).tasks)

  test('takes as many of its questions as fit, and four of its rounds', () => {
    const questions = many(6, (index) => asked(`question-${index}`))
    expect(day(questions, { track: questions.map(({ entry }) => entry.id) })).toEqual(
      questions.map(({ entry }) => `drill ${entry.id}`),
    )
    const all = rounds(6)
    expect(day(all, { track: all.map(({ entry }) => entry.id) }, 360)).toEqual([
      'drill round-1',
      'drill round-2',
      'drill round-3',
      'drill round-4',
    ])
  })

  test('keeps to its minutes where something is open', () => {
    const open = [standing('round-1', { isOpen: true }), asked('question-1')]
    expect([36, 43].map((minutes) => day(open, { track: ['question-1'] }, minutes))).toEqual([
      ['drill round-1'],
      ['drill round-1', 'drill question-1'],
    ])
  })

  test('is the next drill alone where that is too long, by turns with what is weak', () => {
    const weak = standing('weak', { doneOn: before, score: 10 }, { kind: 'incident', minutes: 10 })
    const track = { track: ['round-1'] }
    const all = [weak, standing('round-1')]
    expect(planDay(course(all, track, 30), today)).toMatchObject({
      tasks: [{ type: 'drill', drillId: 'round-1' }],
      isLong: true,
    })
    expect(day(all, { ...track, last: { ...last, again: false } }, 30)).toEqual(['drill weak'])
    expect(day(all, { ...track, last: { ...last, isLong: true } }, 30)).toEqual(['drill weak'])
  })

  test('before the interview has its next question first, and others where the next is none', () => {
    const speech = standing('question-3', {}, { kind: 'question', minutes: 5, categories: ['speech'] })
    const all = [asked('question-1'), asked('question-2'), speech, standing('round-1')]
    const eve = (track: readonly string[], roles: readonly string[] = []) =>
      names(planEve(course(all, { track, plan: planWith({ roles }) }), today).tasks)
    expect(eve(['question-3', 'question-2'])).toEqual(['drill question-3', 'drill question-1'])
    // Also before a subject of the interview that nothing was done for.
    expect(eve(['question-3', 'question-2'], ['serving'])).toEqual(['drill question-3', 'drill question-1'])
    expect(eve(['round-1', 'question-2'])).toEqual(['drill question-1', 'drill question-3'])
  })
})
