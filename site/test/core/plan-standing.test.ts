import { describe, expect, test } from 'vitest'
import { emptyLibrary, type Library } from '../../src/core/model/records.ts'
import type { Attempt, FollowUpRun } from '../../src/core/model/types.ts'
import { gainOf, levelsOf, type Standing, standingOf } from '../../src/core/plan/plan-standing.ts'
import { cardId } from '../../src/core/schedule/cards.ts'
import { at, cardDue, finishedAttempt, standing } from './plan-support.ts'
import { attemptWith, entry, minute, question } from './support.ts'

const launch = entry('launch')

const standingIn = (attempts: readonly Attempt[], cards: Library['cards'] = [], drill = launch): Standing =>
  standingOf({ ...emptyLibrary, attempts, cards }, drill)

const finished = (on: string, total: number | null, more: Partial<Attempt> = {}): Attempt =>
  finishedAttempt(launch, on, total, more)

describe('what is known of a drill', () => {
  test('is nothing before it was tried', () => {
    expect(standingIn([])).toEqual({
      entry: launch,
      score: null,
      doneOn: null,
      dueOn: null,
      isOpen: false,
      hasSecondRound: false,
    })
  })

  test('is the last score that says something', () => {
    const old = finished('2026-12-01', 30)
    expect(standingIn([old, finished('2026-12-02', 90)]).score).toBe(90)
    expect(standingIn([old, finished('2026-12-02', null)]).score).toBe(30)
    expect(standingIn([old, finished('2026-12-02', 100, { mark: 'just-read' })]).score).toBe(30)
  })

  test('is a weak score where the answer was read before writing', () => {
    expect(standingIn([finished('2026-12-01', 90, { revealedBeforeWriting: true })]).score).toBe(64)
    expect(standingIn([finished('2026-12-01', 30, { revealedBeforeWriting: true })]).score).toBe(30)
  })

  test('is the day on which it was finished last, whichever attempt was begun first', () => {
    const long = finished('2026-12-01', 50, { finishedAt: at('2026-12-04') })
    expect(standingIn([long, finished('2026-12-02', 60)])).toMatchObject({ doneOn: '2026-12-04', score: 60 })
    const night = finished('2026-12-01', 50, { finishedAt: at('2026-12-01') + 15 * 60 * minute })
    expect(standingIn([night]).doneOn).toBe('2026-12-01')
  })

  test('is when its own card is due, not one of its criteria', () => {
    const criterion = cardDue('launch', 'bounded', at('2026-12-03'))
    expect(standingIn([], [criterion]).dueOn).toBe(null)
    const own = cardDue('launch', null, at('2026-12-05') + 15 * 60 * minute)
    expect(standingIn([], [criterion, own]).dueOn).toBe('2026-12-05')
    expect([own.id, criterion.id]).toEqual(['launch', cardId('launch', 'bounded')])
  })

  test('is whether something of it was begun', () => {
    const open = attemptWith({ drill: launch })
    expect(standingIn([open]).isOpen).toBe(false)
    expect(standingIn([{ ...open, revision: 1 }]).isOpen).toBe(true)
    expect(standingIn([finished('2026-12-01', 50)]).isOpen).toBe(false)
  })

  test('is whether the newest finished attempt lacks its second round', () => {
    const run = (id: string, grade: FollowUpRun['grade']): FollowUpRun => ({
      id,
      spent: 0,
      since: null,
      text: { value: '', changedAt: 0, kept: [] },
      revealedAt: 0,
      grade,
      changedAt: 0,
    })
    const asked = (...runs: readonly FollowUpRun[]) => finished('2026-12-01', 50, { followUps: runs })
    const lacks = (...attempts: readonly Attempt[]): boolean => standingIn(attempts).hasSecondRound
    expect(lacks(asked())).toBe(true)
    expect(lacks(asked(run('a', 'met'), run('b', null)))).toBe(true)
    expect(lacks(asked(run('a', 'met'), run('b', 'not')))).toBe(false)
    expect(lacks(asked(run('a', 'met')), finished('2026-12-02', 50))).toBe(true)
    expect(lacks(finished('2026-12-01', 50, { revealedAt: null }))).toBe(false)
    expect(lacks({ ...asked(), finishedAt: null })).toBe(false)
    const why = question('why')
    expect(standingIn([finishedAttempt(why, '2026-12-01', 50)], [], why).hasSecondRound).toBe(false)
  })
})

test('a level comes last once two rounds or incidents of it average 80', () => {
  const order = (...scores: readonly (readonly [Standing['entry']['difficulty'], number, boolean?])[]) =>
    levelsOf(
      scores.map(([difficulty, score, isQuestion = false], index) =>
        standing(`drill-${index}`, { score }, { difficulty, kind: isQuestion ? 'question' : 'incident' }),
      ),
    ).join(' ')
  expect(order()).toBe('core advanced expert')
  expect(order(['core', 100])).toBe('core advanced expert')
  expect(order(['core', 100], ['core', 100, true])).toBe('core advanced expert')
  expect(order(['core', 79], ['core', 80])).toBe('core advanced expert')
  expect(order(['core', 70], ['core', 90])).toBe('advanced expert core')
  expect(order(['core', 80], ['core', 80], ['advanced', 80], ['advanced', 80])).toBe('expert core advanced')
})

test('a drill teaches more where one is weak and has practised little, and on the subjects of the interview', () => {
  const serving = entry('serving')
  const gain = (
    drill = serving,
    done: readonly Standing['entry'][] = [],
    scores: readonly Standing[] = [],
    roles: readonly string[] = [],
  ): number => Math.round(gainOf(scores, roles)(done)(drill) * 1000) / 1000
  // What was never tried counts as 40 of 100 in its category and in its component.
  expect(gain()).toBe(0.36)
  expect([gain(serving, [serving]), gain(serving, [serving, serving])]).toEqual([0.18, 0.12])
  expect(gain(serving, [entry('other', { categories: ['speech'] })])).toBe(0.36)
  // A category, and a component, by the mean of the scores in it.
  const inCategory = [90, 70].map((score) => standing(`${score}`, { score }, { modelPath: ['llm'] }))
  expect(gain(serving, [], inCategory)).toBe(0.12)
  expect(gain(serving, [], [standing('a', { score: 0 }, { categories: ['speech'] })])).toBe(0.6)
  expect(gain(serving, [], [standing('a', { score: null })])).toBe(0.36)
  expect([gain(serving, [], [], ['speech']), gain(serving, [], [], ['serving'])]).toEqual([0.09, 0.36])
  // The mean of all its cells; without a component there is one for each category.
  const wide = entry('wide', { categories: ['serving', 'speech'], modelPath: ['asr', 'tts'] })
  expect(gain(wide, [serving])).toBe(0.315)
  const bare = entry('bare', { modelPath: [] })
  expect([gain(bare), gain(bare, [bare]), gain(bare, [serving])]).toEqual([0.36, 0.18, 0.36])
})
