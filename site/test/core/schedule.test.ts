import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointsOf, scoreOf, scoreParts } from '../../src/core/grading/score.ts'
import { applyChange } from '../../src/core/model/change.ts'
import { dateOf, noonOf } from '../../src/core/model/day.ts'
import { latest } from '../../src/core/model/limits.ts'
import { emptyLibrary, type Library, type Plan, type Rating } from '../../src/core/model/records.ts'
import {
  broughtForward,
  cardId,
  dueCards,
  moveDue,
  ratingOf,
  ratingsOf,
} from '../../src/core/schedule/cards.ts'
import { nextMemory, previewDue, reviewCard } from '../../src/core/schedule/schedule.ts'
import { parsed } from '../../src/core/storage/parse.ts'
import { parseCard } from '../../src/core/storage/parse-records.ts'
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
    // However far the interview is away.
    const memory = library.cards[0]?.memory
    const plan = { date: '2099-01-01', minutes: 60, roles: [], track: null, since: t0 }
    expect(memory && nextMemory(memory, 4, at, { dayStart: 4, plan }).scheduledDays).toBe(365)
    expect(library.reviews).toHaveLength(12)
  })

  test('on the last days that can be stored gives cards that can be read again', () => {
    const at = Date.UTC(2199, 11, 31, 12)
    const input = { drillId: 'launch', criterion: null, rating: 4, at, attemptId: null } as const
    const { cards = [] } = reviewCard(emptyLibrary, input)
    expect(cards.map(({ memory }) => memory.due)).toEqual([latest])
    const moved = cards.map((card) => moveDue(card, at + 9 * day, at))
    expect([...cards, ...moved].map((card) => parsed(parseCard, card, 'card').ok)).toEqual([true, true])
  })

  test('previews what each rating would do', () => {
    const card = finish(emptyLibrary).cards[0]
    if (!card) throw new Error('no card')
    const due = previewDue(card, card.memory.due, { dayStart: 4, plan: null })
    expect(due[1] < due[2] && due[2] < due[3] && due[3] < due[4]).toBe(true)
    expect(due[1]).toBe(card.memory.due)
  })

  test('takes a review before the last one, by a clock that was set back, for one at the same time', () => {
    const { cards } = finish(emptyLibrary)
    const [card] = cards
    if (!card?.memory.lastReview) throw new Error('no card')
    const calendar = { dayStart: 4, plan: null }
    const { lastReview } = card.memory
    expect(nextMemory(card.memory, 3, lastReview - 3 * day, calendar)).toEqual(
      nextMemory(card.memory, 3, lastReview, calendar),
    )
    const early = {
      drillId: 'launch',
      criterion: null,
      rating: 3,
      at: lastReview - day,
      attemptId: null,
    } as const
    const { reviews = [], cards: after = [] } = reviewCard({ ...emptyLibrary, cards }, early)
    expect([...reviews, ...after].map((each) => ('at' in each ? each.at : each.updatedAt))).toEqual([
      lastReview,
      lastReview,
    ])
    const { reviews: ofAttempt = [] } = finishScored(emptyLibrary, graded(attemptWith(), all, 5 * minute), t0)
    expect(ofAttempt.map(({ at }) => at)).toEqual([t0 + 5 * minute])
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

/** The noon of t0's day, a Monday, whatever the time zone. */
const noon = noonOf(dateOf(t0, 4)) ?? 0

const withPlan = (date: string, library = emptyLibrary): Library => {
  const plan: Plan = { date, minutes: 60, roles: [], track: null, since: noon }
  return { ...library, settings: { ...library.settings, plan } }
}

interface Rated {
  readonly criterion?: string | null
  readonly attemptId?: string | null
}

const rate = (
  library: Library,
  rating: Rating,
  at: number,
  { criterion = null, attemptId = null }: Rated = {},
): Library =>
  applyChange(library, reviewCard(library, { drillId: 'launch', criterion, rating, at, attemptId }))

const dueDates = ({ cards }: Library): string[] => cards.map(({ memory }) => dateOf(memory.due, 4))

describe('a card that was forgotten on its own', () => {
  test('comes back in the same visit, after all others, as often as it takes, and each time is logged', () => {
    let library = emptyLibrary
    for (const criterion of ['a', 'b', 'c']) library = rate(library, 3, noon - 30 * day, { criterion })
    const next = (at: number) => dueCards(library.cards, at + day / 2).map(({ criterion }) => criterion)
    expect(next(noon)).toEqual(['a', 'b', 'c'])
    library = rate(library, 1, noon, { criterion: 'a' })
    expect(next(noon)).toEqual(['b', 'c', 'a'])
    library = rate(library, 1, noon + minute, { criterion: 'b' })
    expect(next(noon)).toEqual(['c', 'a', 'b'])
    library = rate(library, 3, noon + 2 * minute, { criterion: 'c' })
    library = rate(library, 1, noon + 3 * minute, { criterion: 'a' })
    expect(next(noon)).toEqual(['b', 'a'])
    library = rate(library, 3, noon + 4 * minute, { criterion: 'b' })
    library = rate(library, 3, noon + 5 * minute, { criterion: 'a' })
    expect(next(noon)).toEqual([])
    expect(library.reviews.filter(({ cardId: id }) => id === 'launch/a').map(({ rating }) => rating)).toEqual(
      [3, 1, 1, 3],
    )
  })

  test('is due on the next day when an attempt says so', () => {
    const library = rate(emptyLibrary, 1, noon, { attemptId: 'attempt-0001' })
    expect(dueDates(library)).toEqual(['2026-11-03'])
  })
})

describe('a schedule towards a date', () => {
  const eve = '2026-11-11'

  test('has nothing after the eve, and what was hard twice before it', () => {
    const dates = ([1, 2, 3, 4] as const).map((rating) => {
      // Easy cards come in weeks or months without a plan.
      const known = rate(rate(emptyLibrary, 4, noon - 60 * day), 4, noon - 40 * day)
      const library = rate(withPlan('2026-11-12', known), rating, noon, { attemptId: 'attempt-0001' })
      return dueDates(library)[0]
    })
    expect(dates).toEqual(['2026-11-03', '2026-11-06', eve, eve])
    const hard = rate(rate(emptyLibrary, 4, noon - 60 * day), 4, noon - 40 * day)
    const again = rate(rate(withPlan('2026-11-12', hard), 2, noon), 2, noon + 4 * day)
    expect(dueDates(again)).toEqual(['2026-11-08'])
  })

  test('has nothing after the eve, whatever was rated, how often and when', () => {
    const rating = fc.constantFrom<Rating>(1, 2, 3, 4)
    const step = fc.record({ rating, wait: fc.integer({ min: 0, max: 9 }), isAttempt: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let library = withPlan('2026-11-12')
        let now = noon
        for (const [index, { rating: given, wait, isAttempt }] of steps.entries()) {
          now += wait * day
          library = rate(library, given, now, { attemptId: isAttempt ? `attempt-000${index}` : null })
          const [due = ''] = dueDates(library)
          expect(due >= dateOf(now, 4)).toBe(true)
          if (dateOf(now, 4) < eve) expect(due <= eve).toBe(true)
        }
        expect(library.reviews).toHaveLength(new Set(library.reviews.map(({ id }) => id)).size)
      }),
    )
  })

  test('is that of FSRS from the eve on, and after the end of the plan', () => {
    const plain = rate(emptyLibrary, 4, noon)
    for (const date of ['2026-11-03', '2026-11-02', '2026-10-01'])
      expect(dueDates(rate(withPlan(date), 4, noon))).toEqual(dueDates(plain))
    expect(dueDates(plain)[0]).not.toBe('2026-11-03')
  })

  test('brings later cards forward, the least stable first, spread over the days', () => {
    let library = emptyLibrary
    for (const [index, rating] of ([4, 3, 2, 4, 3] as const).entries())
      library = rate(library, rating, noon - index * minute, { criterion: `c-${index}` })
    const late = library.cards.map((card) => moveDue(card, noon + 90 * day, noon))
    const soon = moveDue({ ...late[0], id: 'launch/soon' } as (typeof late)[0], noon + day, noon)
    const moved = broughtForward([...late, soon], noonOf('2026-11-05') ?? 0, noon, 4)
    expect(moved.map(({ criterion, memory }) => [criterion, dateOf(memory.due, 4)])).toEqual([
      ['c-2', '2026-11-03'],
      ['c-1', '2026-11-03'],
      ['c-4', '2026-11-04'],
      ['c-0', '2026-11-04'],
      ['c-3', '2026-11-05'],
    ])
  })
})

test('the first intervals are those for a recall of 90 %', () => {
  const days = ([2, 3, 4] as const).map((rating) => {
    const [card] = rate(emptyLibrary, rating, noon).cards
    return card?.memory.scheduledDays
  })
  expect(days).toEqual([2, 3, 8])
})

test('days are those of the learner: until 4:00 it is the evening before', () => {
  const night = noonOf('2026-11-03') ?? 0
  const late = rate(rate(emptyLibrary, 3, noon), 3, night - 10 * 60 * minute)
  const evening = rate(rate(emptyLibrary, 3, noon), 3, noon + 8 * 60 * minute)
  expect(late.cards[0]?.memory.stability).toBe(evening.cards[0]?.memory.stability)
  expect(dueDates(late)).toEqual(dueDates(evening))
  const first = (at: number) => rate(rate(emptyLibrary, 3, at), 3, noon + 3 * day).cards[0]?.memory.stability
  expect(first(night - 10 * 60 * minute)).toBe(first(noon + 8 * 60 * minute))
  expect(first(night - 10 * 60 * minute)).not.toBe(first(night))
})
