import { createEmptyCard, type Card as FsrsCard, fsrs } from 'ts-fsrs'
import { cardId, ratingsOf } from './cards.ts'
import { markOf } from './mark.ts'
import type { Card, Change, Library, Memory, Rating, Review } from './records.ts'
import { reduce } from './reduce.ts'
import type { Attempt, Instant, Score } from './types.ts'

/** Due when the chance of recall falls to 90 %, within a year. Whole days and no fuzz make schedules reproducible. */
const parameters = {
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: false,
  enable_short_term: false,
}

const toMemory = (card: FsrsCard): Memory => ({
  due: card.due.getTime(),
  stability: card.stability,
  difficulty: card.difficulty,
  elapsedDays: card.elapsed_days,
  scheduledDays: card.scheduled_days,
  learningSteps: card.learning_steps,
  reps: card.reps,
  lapses: card.lapses,
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

const day = 86_400_000

/** The memory state after a review. A review dated before the last one counts as simultaneous. */
export function nextMemory(before: Memory, rating: Rating, at: Instant): Memory {
  const now = Math.max(at, before.lastReview ?? at)
  const after = toMemory(fsrs(parameters).next(toFsrs(before), new Date(now), rating).card)
  // FSRS spaces the ratings a day apart, even beyond its own maximum.
  const scheduledDays = Math.min(after.scheduledDays, parameters.maximum_interval)
  return { ...after, scheduledDays, due: Math.min(after.due, now + scheduledDays * day) }
}

/** The due date that each rating would give, to show on the buttons. */
export const previewDue = (card: Card, at: Instant): Readonly<Record<Rating, Instant>> => ({
  1: nextMemory(card.memory, 1, at).due,
  2: nextMemory(card.memory, 2, at).due,
  3: nextMemory(card.memory, 3, at).due,
  4: nextMemory(card.memory, 4, at).due,
})

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
  const memory = nextMemory(before, input.rating, at)
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
