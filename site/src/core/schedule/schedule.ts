import { createEmptyCard, type Card as FsrsCard, fsrs } from 'ts-fsrs'
import { markOf } from '../grading/mark.ts'
import type { Change } from '../model/change.ts'
import { addDays, dateOf, daysBetween } from '../model/day.ts'
import { latest, mostCounted, within } from '../model/limits.ts'
import type { Card, Library, Memory, Plan, Rating, Review, Settings } from '../model/records.ts'
import { reduce } from '../model/reduce.ts'
import type { Attempt, Instant, Score } from '../model/types.ts'
import { cardId, ratingsOf } from './cards.ts'

/** Due when the chance of recall falls to 90 %, within a year. Whole days and no fuzz make schedules reproducible. */
const parameters = {
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: false,
  enable_short_term: false,
}

const toMemory = (card: FsrsCard): Memory => ({
  due: within(card.due.getTime(), latest),
  stability: card.stability,
  difficulty: card.difficulty,
  elapsedDays: card.elapsed_days,
  scheduledDays: card.scheduled_days,
  learningSteps: within(card.learning_steps, mostCounted),
  reps: within(card.reps, mostCounted),
  lapses: within(card.lapses, mostCounted),
  state: card.state,
  lastReview: card.last_review?.getTime() ?? null,
})

const toFsrs = (memory: Memory): FsrsCard => ({
  due: new Date(memory.due),
  stability: memory.stability,
  difficulty: memory.difficulty,
  elapsed_days: memory.elapsedDays,
  scheduled_days: memory.scheduledDays,
  learning_steps: memory.learningSteps,
  reps: memory.reps,
  lapses: memory.lapses,
  state: memory.state,
  ...(memory.lastReview === null ? {} : { last_review: new Date(memory.lastReview) }),
})

/** The settings that a schedule depends on. */
export type Calendar = Pick<Settings, 'dayStart' | 'plan'>

/** FSRS counts days in UTC: noon of the learner's day, as if it were there. */
const asUtc = (at: Instant, dayStart: number): Date => new Date(`${dateOf(at, dayStart)}T12:00:00Z`)

/** Days from a review to the eve of the interview; null without a plan, and from the eve on. */
function daysLeft(plan: Plan | null, at: Instant, dayStart: number): number | null {
  const left = plan === null ? 0 : daysBetween(dateOf(at, dayStart), plan.date) - 1
  return left > 0 ? left : null
}

/** The share of the days up to the eve that an interval may take. */
const mostOfRest = { 1: 0, 2: 1 / 2, 3: 1, 4: 1 } as const satisfies Record<Rating, number>

/**
 * The memory state after a review. A review dated before the last one counts as simultaneous.
 *
 * A plan shortens the intervals of FSRS, and changes nothing else of its memory: no card is due after the eve of the
 * interview. What was hard is due when half of the days are over at the latest, what was forgotten on the next day, so that
 * both come again before the eve, where every card comes once more. From the eve on the intervals are those of FSRS.
 *
 * @param again forgotten in a visit to cards: due at once, not on the next day
 */
export function nextMemory(
  before: Memory,
  rating: Rating,
  at: Instant,
  { dayStart, plan }: Calendar,
  again = false,
): Memory {
  const now = Math.max(at, before.lastReview ?? at)
  const lastReview = before.lastReview === null ? null : asUtc(before.lastReview, dayStart).getTime()
  const input = toFsrs({ ...before, lastReview })
  const after = toMemory(fsrs(parameters).next(input, asUtc(now, dayStart), rating).card)
  const left = daysLeft(plan, now, dayStart)
  const most =
    left === null ? parameters.maximum_interval : Math.max(1, Math.floor(left * mostOfRest[rating]))
  // FSRS spaces the ratings a day apart, even beyond its own maximum.
  const scheduledDays = again ? 0 : Math.min(after.scheduledDays, parameters.maximum_interval, most)
  return { ...after, scheduledDays, due: within(addDays(now, scheduledDays), latest), lastReview: now }
}

/** Whether a review brings its card back in the same visit: one on its own that was forgotten. */
const isAgain = (rating: Rating, attemptId: string | null): boolean => rating === 1 && attemptId === null

/** The due date that each rating of a card on its own would give, to show on the buttons. */
export function previewDue(card: Card, at: Instant, calendar: Calendar): Readonly<Record<Rating, Instant>> {
  const due = (rating: Rating): Instant =>
    nextMemory(card.memory, rating, at, calendar, isAgain(rating, null)).due
  return { 1: due(1), 2: due(2), 3: due(3), 4: due(4) }
}

export interface ReviewInput {
  readonly drillId: string
  readonly criterion: string | null
  readonly rating: Rating
  readonly at: Instant
  readonly attemptId: string | null
}

/** Regrading an attempt keeps the id of its review, so that logs can be merged. */
const reviewId = ({ drillId, criterion, at, attemptId }: ReviewInput): string =>
  attemptId === null ? `${cardId(drillId, criterion)}@${at}` : `${attemptId}/${criterion ?? ''}`

/**
 * Reviews a card, creating it when needed. An attempt reviews a card only once: regrading replaces that review if it
 * is still the card's last one, and has no effect otherwise.
 */
export function reviewCard(library: Library, input: ReviewInput): Change {
  const id = cardId(input.drillId, input.criterion)
  const card = library.cards.find((each) => each.id === id)
  const earlier = library.reviews.find((each) => each.id === reviewId(input))
  if (earlier && card?.memory.lastReview !== earlier.at) return {}
  const before = earlier?.before ?? card?.memory ?? toMemory(createEmptyCard(new Date(input.at)))
  const at = Math.max(input.at, before.lastReview ?? input.at)
  const review: Review = {
    id: reviewId(input),
    cardId: id,
    attemptId: input.attemptId,
    at,
    rating: input.rating,
    before,
  }
  const { drillId, criterion } = input
  const again = isAgain(input.rating, input.attemptId)
  const memory = nextMemory(before, input.rating, at, library.settings, again)
  return { cards: [{ id, drillId, criterion, memory, updatedAt: at }], reviews: [review] }
}

/** Finishes an attempt with its score and, unless its score says little, reviews its cards in one change. */
export function finishAttempt(library: Library, attempt: Attempt, score: Score | null, at: Instant): Change {
  const mark = score === null ? null : markOf(library, attempt)
  const finished = reduce(attempt, { type: 'finish', score, mark, at })
  if (finished === attempt || finished.finishedAt === null) return {}
  if (mark !== null) return { attempts: [finished] }
  const changes = ratingsOf(finished, library.cards).map((rating) =>
    reviewCard(library, { ...rating, at: finished.updatedAt, attemptId: finished.id }),
  )
  return {
    attempts: [finished],
    cards: changes.flatMap(({ cards = [] }) => cards),
    reviews: changes.flatMap(({ reviews = [] }) => reviews),
  }
}
