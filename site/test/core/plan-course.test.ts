import { describe, expect, test } from 'vitest'
import { emptyLibrary, type Library } from '../../src/core/model/records.ts'
import { after, type Course, courseOf, isWanted, nextOfTrack } from '../../src/core/plan/plan-course.ts'
import type { Task } from '../../src/core/plan/plan-types.ts'
import { at, cardDue, finishedAttempt, inputAt, menu, planWith, standing } from './plan-support.ts'
import { entry, minute } from './support.ts'

/** The days before the one on which the plan is made. */
const today = '2026-12-05'
const yesterday = '2026-12-04'
const before = '2026-12-03'

const drill = (id: string) => menu.find((each) => each.id === id) ?? entry(id)
const done = (id: string, on: string, hours = 0) =>
  finishedAttempt(drill(id), on, 70, { finishedAt: at(on) + hours * 60 * minute })

const course = (library: Partial<Library>, plan = planWith(), sampled: readonly string[] = []) =>
  courseOf(inputAt(at(today), { ...emptyLibrary, ...library }, { sampled }), plan)

describe('before a day is planned, it is known', () => {
  test('what the last round or incident was, and what yesterday was like', () => {
    const last = (...attempts: readonly ReturnType<typeof done>[]) =>
      course({ attempts }, planWith({ minutes: 34 })).last
    expect(last()).toEqual({ kind: '', again: true, isLong: false, hasRound: false })
    expect(last(done('round-1', yesterday))).toEqual({
      kind: 'round',
      again: false,
      isLong: true,
      hasRound: true,
    })
    expect(last(done('round-1', before))).toEqual({
      kind: 'round',
      again: false,
      isLong: false,
      hasRound: false,
    })
    expect(last(done('incident-1', yesterday))).toMatchObject({
      kind: 'incident',
      isLong: true,
      hasRound: false,
    })
    expect(last(done('incident-1', yesterday, 1), done('round-1', yesterday))).toMatchObject({
      kind: 'incident',
      hasRound: true,
    })
    expect(last(done('round-1', before), done('question-1', yesterday))).toMatchObject({
      kind: 'round',
      isLong: false,
    })
    expect(last(done('round-1', '2026-12-01'), done('round-1', yesterday)).again).toBe(true)
    expect(last({ ...done('round-1', yesterday), finishedAt: null }).kind).toBe('')
    expect(course({ attempts: [done('round-1', yesterday)] }, planWith({ minutes: 35 })).last.isLong).toBe(
      false,
    )
    expect(last(done('unpublished', yesterday)).isLong).toBe(false)
  })

  test('which second rounds wait, the longest first, and what is covered', () => {
    const attempts = [done('round-2', yesterday), done('round-1', before), done('question-1', before)]
    const { secondRounds, covered } = course({ attempts })
    expect(secondRounds).toEqual(['round-1', 'round-2'])
    expect(covered.map(({ id }) => id)).toEqual(['round-1', 'round-2', 'question-1'])
  })

  test('which cards of published drills are due, in the days of the learner', () => {
    const night = at(today) + 15 * 60 * minute
    const cards = [
      cardDue('round-1', 'z', night),
      cardDue('round-1', 'b', at(before)),
      cardDue('round-1', 'a', at(before)),
      cardDue('round-1', null, at(before)),
      cardDue('unpublished', 'a', at(before)),
    ]
    expect(course({ cards }).cards).toEqual([
      { id: 'round-1/a', due: before },
      { id: 'round-1/b', due: before },
      { id: 'round-1/z', due: today },
    ])
  })

  test('which drills have samples that were not graded', () => {
    const graded = { id: 'x', drillId: 'round-2', sample: 'weak', at: 0, grades: {}, given: {} }
    const sampled = ['round-1', 'round-2', 'unpublished']
    expect(course({ samples: [graded] }, planWith(), sampled).sampled).toEqual(['round-1'])
  })

  test('what a drill adds for the subjects of the interview', () => {
    const gain = (roles: readonly string[]) => course({}, planWith({ roles })).gain([])(drill('round-1'))
    expect(gain(['speech'])).toBe(gain([]) / 4)
  })
})

test('an interview is about drills with one of its subjects that are not deprecated', () => {
  const wide = entry('wide', { categories: ['serving', 'speech'] })
  const wanted = (roles: readonly string[], of = wide, track: readonly string[] = []) =>
    isWanted({ plan: planWith({ roles }), track }, of)
  expect([wanted([]), wanted(['speech', 'mlops']), wanted(['mlops'])]).toEqual([true, true, false])
  expect(wanted([], { ...wide, status: 'deprecated' })).toBe(false)
  // Those of the track are taken as well.
  expect([wanted(['mlops'], wide, ['wide']), wanted(['mlops'], wide, ['other'])]).toEqual([true, false])
  expect(wanted([], { ...wide, status: 'deprecated' }, ['wide'])).toBe(false)
})

test('the next of a track is the first that was never finished, has no place and is published', () => {
  const tracks = [
    { id: 'a', title: 'A', drills: ['unpublished', 'round-2', 'question-1', 'round-1'] },
    { id: 'b', title: 'B', drills: ['round-3', 'round-4'] },
  ]
  const next = (track: string | null, more: Partial<Course> = {}) => {
    const input = inputAt(at(today), { ...emptyLibrary, attempts: [done('question-1', before)] }, { tracks })
    return nextOfTrack({ ...courseOf(input, planWith({ track })), ...more })?.entry.id
  }
  expect([next('a'), next('b'), next('gone'), next(null)]).toEqual([
    'round-2',
    'round-3',
    undefined,
    undefined,
  ])
  expect(next('a', { placed: ['round-2'] })).toBe('round-1')
  expect(next('a', { placed: ['round-1', 'round-2'] })).toBe(undefined)
  const standings = [standing('round-3', {}, { status: 'deprecated' }), standing('round-4')]
  expect(next('b', { standings })).toBe('round-4')
})

test('after a task the days that follow know of it', () => {
  const start = course(
    { attempts: [done('round-2', before)], cards: [cardDue('round-2', 'a', at(today))] },
    planWith(),
    ['round-2', 'question-1'],
  )
  const drillTask = (drillId: string, again = false): Task => ({ type: 'drill', drillId, again, minutes: 1 })
  const then = (task: Task) => after(start, [task])
  const placed = then(drillTask('incident-1'))
  expect(placed).toEqual({
    ...start,
    covered: [...start.covered, drill('incident-1')],
    placed: ['incident-1'],
    secondRounds: ['round-2', 'incident-1'],
    last: { ...start.last, kind: 'incident', again: false },
  })
  const again = then(drillTask('round-2', true))
  expect([again.secondRounds, again.last.again]).toEqual([['round-2'], true])
  const asked = then(drillTask('question-1'))
  expect([asked.placed, asked.secondRounds, asked.last]).toEqual([['question-1'], ['round-2'], start.last])
  expect(then({ type: 'second-round', drillId: 'round-2', minutes: 8 })).toEqual({
    ...start,
    secondRounds: [],
  })
  expect(then({ type: 'cards', cards: ['round-2/a'], minutes: 1 })).toEqual({
    ...start,
    placedCards: ['round-2/a'],
  })
  expect(then({ type: 'sample', drillId: 'round-2', minutes: 8 })).toEqual({
    ...start,
    sampled: ['question-1'],
  })
  expect(then(drillTask('unpublished'))).toEqual(start)
  expect(after(start, [], { isLong: true, hasRound: true }).last).toEqual({
    ...start.last,
    isLong: true,
    hasRound: true,
  })
})
