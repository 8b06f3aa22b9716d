import { describe, expect, test } from 'vitest'
import { cardId, dueCards, moveDue, ratingOf, ratingsOf } from '../../src/core/cards.ts'
import { applyChange, emptyLibrary, type Library } from '../../src/core/records.ts'
import { finishAttempt, previewDue, reviewCard } from '../../src/core/schedule.ts'
import { scoreOf } from '../../src/core/score.ts'
import { suggestionsFor } from '../../src/core/suggestions.ts'
import { attemptWith, day, entry, graded, minute, question, run, t0 } from './support.ts'

const all = { gates: 'met', rollback: 'met', privacy: 'met' } as const

describe('the score', () => {
  test('adds weights, half of them for partly, out of what the kind asks for', () => {
    const attempt = graded(attemptWith(), { gates: 'met', rollback: 'partly', privacy: 'not' })
    expect(scoreOf(attempt)).toEqual({
      earned: 67.5,
      possible: 100,
      percent: 68,
      graded: 3,
      criteria: 3,
      revealedBeforeWriting: false,
      editedAfterReveal: false,
      redFlags: 0,
    })
    const incident = graded(attemptWith({ drill: entry('outage', { kind: 'incident' }) }), { gates: 'met' })
    expect(scoreOf(incident)).toMatchObject({ earned: 50, possible: 85, percent: 59, graded: 1, criteria: 2 })
  })

  test('of a question is that of its one criterion', () => {
    const attempt = graded(attemptWith({ drill: question('why') }), { answer: 'partly' })
    expect(scoreOf(attempt)).toMatchObject({ earned: 50, possible: 100, percent: 50 })
  })

  test('tells of a reveal before writing, and is not lowered by it', () => {
    const peeked = run(
      attemptWith(),
      [0, { type: 'reveal' }],
      [1, { type: 'grade', criterion: 'gates', grade: 'met' }],
    )
    expect(scoreOf(peeked)).toMatchObject({ earned: 50, revealedBeforeWriting: true })
  })
})

test('suggestions stand beside the grades and change none', () => {
  const attempt = graded(attemptWith(), { gates: 'not' })
  const suggestions = suggestionsFor(attempt, {
    criteria: [
      { id: 'gates', status: 'earned', sentence: 'Blocked above 2 %.' },
      { id: 'rollback', status: 'near', sentence: 'We roll back.', lacks: ['a trigger'] },
      { id: 'privacy', status: 'missing' },
      { id: 'elsewhere', status: 'earned' },
    ],
    sections: [],
    redFlags: [],
    weight: { earned: 50, possible: 100 },
  })
  expect([...suggestions.values()]).toEqual([
    { criterion: 'gates', grade: 'met', sentence: 'Blocked above 2 %.', lacks: [] },
    { criterion: 'rollback', grade: 'partly', sentence: 'We roll back.', lacks: ['a trigger'] },
    { criterion: 'privacy', grade: 'not', sentence: null, lacks: [] },
  ])
  expect(attempt.grades).toEqual({ gates: 'not' })
})

describe('ratings', () => {
  const score = {
    earned: 0,
    possible: 100,
    graded: 1,
    criteria: 3,
    revealedBeforeWriting: false,
    editedAfterReveal: false,
    redFlags: 0,
  }
  test.each([
    [0, 1],
    [39, 1],
    [40, 2],
    [64, 2],
    [65, 3],
    [89, 3],
    [90, 4],
    [100, 4],
  ])('%i percent rates %i', (percent, rating) => {
    expect(ratingOf({ ...score, percent })).toBe(rating)
    expect(ratingOf({ ...score, percent, redFlags: 1 })).toBe(Math.min(rating, 3))
    expect(ratingOf({ ...score, percent, revealedBeforeWriting: true })).toBe(Math.min(rating, 2))
    expect(ratingOf({ ...score, percent, graded: 0 })).toBe(undefined)
  })

  test('rate the drill, missed criteria, and met ones that were missed before', () => {
    const attempt = graded(attemptWith(), { gates: 'met', rollback: 'not', privacy: 'partly' })
    const ratings = (cards: Library['cards']) =>
      ratingsOf(attempt, cards).map(({ criterion, rating }) => [criterion, rating])
    expect(ratings([])).toEqual([
      [null, 2],
      ['rollback', 1],
      ['privacy', 2],
    ])
    const { cards = [] } = reviewCard(emptyLibrary, {
      drillId: 'launch',
      criterion: 'gates',
      rating: 1,
      at: t0,
      attemptId: null,
    })
    expect(ratings(cards)).toEqual([
      [null, 2],
      ['gates', 3],
      ['rollback', 1],
      ['privacy', 2],
    ])
  })
})

describe('scheduling', () => {
  const finish = (
    library: Library,
    attempt = graded(attemptWith(), { ...all, rollback: 'not' }),
    at = t0 + minute,
  ): Library => applyChange(library, finishAttempt(library, attempt, at))

  test('finishing makes a card for the drill and one for each missed criterion, with the log', () => {
    const { attempts, cards, reviews } = finish(emptyLibrary)
    expect(attempts[0]?.finishedAt).toBe(t0 + minute)
    expect(cards.map(({ id }) => id)).toEqual(['launch', 'launch/rollback'])
    expect(reviews.map(({ id, cardId: of, rating, at }) => [id, of, rating, at])).toEqual([
      ['attempt-0001/', 'launch', 3, t0 + minute],
      ['attempt-0001/rollback', 'launch/rollback', 1, t0 + minute],
    ])
    for (const { memory } of cards) {
      expect(memory).toMatchObject({ reps: 1, state: 2, lastReview: t0 + minute })
      expect((memory.due - t0 - minute) % day).toBe(0)
    }
    expect(cards[1]?.memory.due).toBe(t0 + minute + day)
  })

  test('what is not graded is not scheduled', () => {
    const change = finishAttempt(emptyLibrary, run(attemptWith(), [0, { type: 'start' }]), t0)
    expect([change.attempts?.length, change.cards, change.reviews]).toEqual([1, [], []])
    const [done] = change.attempts ?? []
    if (done) expect(finishAttempt(emptyLibrary, done, t0 + 1)).toEqual({})
  })

  test('grading anew replaces the review of that attempt', () => {
    const once = finish(emptyLibrary)
    const [attempt] = once.attempts
    if (!attempt) throw new Error('no attempt')
    const reopened = run(
      attempt,
      [2 * minute, { type: 'reopen' }],
      [3 * minute, { type: 'grade', criterion: 'rollback', grade: 'met' }],
    )
    const twice = finish(once, reopened, t0 + 4 * minute)
    expect(twice.reviews.map(({ id, rating }) => [id, rating])).toEqual([
      ['attempt-0001/', 4],
      ['attempt-0001/rollback', 3],
    ])
    expect(twice.cards.map(({ memory }) => memory.reps)).toEqual([1, 1])
    const fresh = finish(emptyLibrary, graded(attemptWith(), all), t0 + 4 * minute)
    expect(twice.cards[0]?.memory).toMatchObject({
      stability: fresh.cards[0]?.memory.stability,
      due: fresh.cards[0]?.memory.due,
    })
  })

  test('grading anew leaves a card alone that was reviewed since', () => {
    const once = finish(emptyLibrary)
    const later = applyChange(
      once,
      reviewCard(once, { drillId: 'launch', criterion: null, rating: 3, at: t0 + 9 * day, attemptId: null }),
    )
    expect(
      reviewCard(later, {
        drillId: 'launch',
        criterion: null,
        rating: 1,
        at: t0 + 10 * day,
        attemptId: 'attempt-0001',
      }),
    ).toEqual({})
  })

  test('intervals grow with success, stay within a year, and are the same every time', () => {
    let library = emptyLibrary
    let at = t0
    const intervals: number[] = []
    for (let index = 0; index < 12; index += 1) {
      library = applyChange(
        library,
        reviewCard(library, { drillId: 'launch', criterion: null, rating: 4, at, attemptId: null }),
      )
      const due = library.cards[0]?.memory.due ?? 0
      intervals.push((due - at) / day)
      at = due
    }
    expect(intervals.every(Number.isInteger)).toBe(true)
    expect(intervals).toEqual([...intervals].sort((a, b) => a - b))
    expect(intervals.at(-1)).toBe(365)
    expect(library.cards[0]?.memory.scheduledDays).toBe(365)
    expect(library.reviews).toHaveLength(12)
  })

  test('previews what each rating would do', () => {
    const card = finish(emptyLibrary).cards[0]
    if (!card) throw new Error('no card')
    const due = previewDue(card, card.memory.due)
    expect(due[1] < due[2] && due[2] < due[3] && due[3] < due[4]).toBe(true)
  })

  test('due dates can be changed, and the longest overdue comes first', () => {
    const { cards } = finish(emptyLibrary)
    const [drill, criterion] = cards
    if (!drill || !criterion) throw new Error('no cards')
    const moved = moveDue(drill, t0, t0 + 5 * minute)
    expect(moved).toEqual({ ...drill, memory: { ...drill.memory, due: t0 }, updatedAt: t0 + 5 * minute })
    expect(dueCards([criterion, moved], t0 - 1)).toEqual([])
    expect(dueCards([criterion, moved], t0 + 2 * day).map(({ id }) => id)).toEqual([
      'launch',
      cardId('launch', 'rollback'),
    ])
  })
})
