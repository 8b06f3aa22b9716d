import { describe, expect, test } from 'vitest'
import { cardId, dueCards, moveDue, ratingOf, ratingsOf } from '../../src/core/cards.ts'
import { applyChange, emptyLibrary, type Library } from '../../src/core/records.ts'
import { previewDue, reviewCard } from '../../src/core/schedule.ts'
import { pointsOf, scoreOf, scoreParts } from '../../src/core/score.ts'
import {
  attemptWith,
  day,
  entry,
  finishScored,
  graded,
  minute,
  ownCriteria,
  question,
  run,
  scored,
  scoring,
  t0,
} from './support.ts'

const all = { bounded: 'met', counted: 'met', gates: 'met', rollback: 'met', privacy: 'met' } as const

describe('the score', () => {
  const flag = { source: 'drill', id: 'no-owner', text: 'Nobody owns it' } as const

  test('is that of the package, with the most that each part could have given', () => {
    const attempt = run(
      graded(attemptWith(), { bounded: 'met', counted: 'not', gates: 'met', rollback: 'partly' }),
      [minute, { type: 'flag', flag, on: true }],
    )
    const verdicts = { bounded: 'met', counted: 'not', gates: 'met', rollback: 'partly' } as const
    const given = scoring.score(
      { kind: 'round', criteria: ownCriteria },
      { verdicts, redFlags: ['no-owner'] },
    )
    expect(scored(attempt)).toEqual({ ...given, most: { criteria: 70, general: 30 } })
    expect(given).toEqual({ total: 71, criteria: 56, general: 20.3, redFlags: -5 })
    const parts = ['criteria of the drill 56 of 70', 'general 20.3 of 30', 'red flags −5']
    expect(scoreParts({ ...given, most: { criteria: 70, general: 30 } })).toEqual(parts)
  })

  test('asks of an incident what its kind asks for', () => {
    const incident = graded(attemptWith({ drill: entry('outage', { kind: 'incident' }) }), { gates: 'met' })
    expect(scored(incident)).toMatchObject({ total: 18, criteria: 0, general: 17.6 })
  })

  test('of a question is that of its own criteria', () => {
    const score = scored(
      graded(attemptWith({ drill: question('why') }), { bounded: 'partly', counted: 'met' }),
    )
    expect(score).toEqual({
      total: 60,
      criteria: 60,
      general: 0,
      redFlags: 0,
      most: { criteria: 100, general: 0 },
    })
    expect(score && scoreParts(score)).toEqual(['criteria of the drill 60 of 100'])
  })

  test('is none where nothing is graded', () => {
    expect(scored(graded(attemptWith(), {}))).toBe(null)
    expect(scored(attemptWith())).toBe(null)
  })

  test('leaves out a general criterion that the rubric has no more', () => {
    const attempt = graded(attemptWith(), { bounded: 'met', privacy: 'met' })
    const rubric = { criteria: scoring.rubric.criteria.filter(({ id }) => id !== 'privacy') }
    const score = scoreOf({ score: scoring.score, rubric }, attempt)
    expect(score).toMatchObject({ criteria: 56, general: 0 })
  })

  test('says what each criterion is worth', () => {
    const attempt = graded(attemptWith(), {})
    expect(attempt.criteria.map(({ id }) => pointsOf(scoring, attempt, id))).toEqual([56, 14, 15, 10.5, 4.5])
  })
})

describe('ratings', () => {
  const score = { criteria: 0, general: 0, redFlags: 0, most: { criteria: 70, general: 30 } }
  const flag = { source: 'drill', id: 'x', text: 'X' } as const
  const plain = { revealedBeforeWriting: false, redFlags: [] }
  test.each([
    [0, 1],
    [39, 1],
    [40, 2],
    [64, 2],
    [65, 3],
    [89, 3],
    [90, 4],
    [100, 4],
  ])('%i points rate %i', (total, rating) => {
    const given = { ...plain, score: { ...score, total } }
    expect(ratingOf(given)).toBe(rating)
    expect(ratingOf({ ...given, redFlags: [flag] })).toBe(Math.min(rating, 3))
    expect(ratingOf({ ...given, revealedBeforeWriting: true })).toBe(Math.min(rating, 2))
    expect(ratingOf({ ...given, score: null })).toBe(undefined)
  })

  test('rate the drill, missed criteria, and met ones that were missed before', () => {
    const open = graded(attemptWith(), {
      bounded: 'partly',
      gates: 'met',
      rollback: 'not',
      privacy: 'partly',
    })
    const attempt = { ...open, score: scored(open) }
    const ratings = (cards: Library['cards']) =>
      ratingsOf(attempt, cards).map(({ criterion, rating }) => [criterion, rating])
    expect(ratings([])).toEqual([
      [null, 2],
      ['bounded', 2],
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
      ['bounded', 2],
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
  ): Library => applyChange(library, finishScored(library, attempt, at))

  test('finishing makes a card for the drill and one for each missed criterion, with the log', () => {
    const { attempts, cards, reviews } = finish(emptyLibrary)
    expect(attempts[0]?.finishedAt).toBe(t0 + minute)
    expect(cards.map(({ id }) => id)).toEqual(['launch', 'launch/rollback'])
    expect(reviews.map(({ id, cardId: of, rating, at }) => [id, of, rating, at])).toEqual([
      ['attempt-0001/', 'launch', 4, t0 + minute],
      ['attempt-0001/rollback', 'launch/rollback', 1, t0 + minute],
    ])
    for (const { memory } of cards) {
      expect(memory).toMatchObject({ reps: 1, state: 2, lastReview: t0 + minute })
      expect((memory.due - t0 - minute) % day).toBe(0)
    }
    expect(cards[1]?.memory.due).toBe(t0 + minute + day)
  })

  test('what is not graded is not scheduled', () => {
    const change = finishScored(emptyLibrary, run(attemptWith(), [0, { type: 'start' }]), t0)
    expect([change.attempts?.length, change.cards, change.reviews]).toEqual([1, [], []])
    const [done] = change.attempts ?? []
    if (done) expect(finishScored(emptyLibrary, done, t0 + 1)).toEqual({})
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
