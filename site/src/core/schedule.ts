import { createEmptyCard, type Card as FsrsCard, fsrs } from 'ts-fsrs'
import { cardId, ratingsOf } from './cards.ts'
import type { Card, Change, Library, Memory, Rating, Review } from './records.ts'
import { reduce } from './reduce.ts'
import type { Attempt, Instant } from './types.ts'

/**
 * A review is due when recall is 90 % likely, within a year at most, on a whole day and always on the same.
 */
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

/** The memory after a review; a review before the last one counts as at the same time. */
export function nextMemory(before: Memory, rating: Rating, at: Instant): Memory {
  const now = Math.max(at, before.lastReview ?? at)
  const after = toMemory(fsrs(parameters).next(toFsrs(before), new Date(now), rating).card)
  // FSRS keeps the ratings apart by a day each even where that leads past its own maximum.
  const scheduledDays = Math.min(after.scheduledDays, parameters.maximum_interval)
  return { ...after, scheduledDays, due: Math.min(after.due, now + scheduledDays * day) }
}

/**
 * What each rating would make of a card, to show beside the buttons: due instants of again, hard, good and
 * easy.
 */
export const previewDue = (card: Card, at: Instant): Readonly<Record<Rating, Instant>> => ({
  1: nextMemory(card.memory, 1, at).due,
  2: nextMemory(card.memory, 2, at).due,
  3: nextMemory(card.memory, 3, at).due,
  4: nextMemory(card.memory, 4, at).due,
})

/** What is reviewed, how, when, and in which attempt. */
export interface ReviewInput {
  readonly drillId: string
  readonly criterion: string | null
  readonly rating: Rating
  readonly at: Instant
  readonly attemptId: string | null
}

/** A review of an attempt keeps its id when the attempt is graded anew, so that logs can be united. */
const reviewId = ({ drillId, criterion, at, attemptId }: ReviewInput): string =>
  attemptId === null ? `${cardId(drillId, criterion)}@${at}` : `${attemptId}/${criterion ?? ''}`

/**
 * Reviews a card, made new when there is none. An attempt reviews a card once: grading it anew replaces its
 * review as long as it is the card's last one, and leaves the card alone when others came after it.
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

/** Closes an attempt and reviews the cards that it rates: all that there is to save. */
export function finishAttempt(library: Library, attempt: Attempt, at: Instant): Change {
  const finished = reduce(attempt, { type: 'finish', at })
  if (finished === attempt || finished.finishedAt === null) return {}
  const changes = ratingsOf(finished, library.cards).map((rating) =>
    reviewCard(library, { ...rating, at: finished.updatedAt, attemptId: finished.id }),
  )
  return {
    attempts: [finished],
    cards: changes.flatMap(({ cards = [] }) => cards),
    reviews: changes.flatMap(({ reviews = [] }) => reviews),
  }
}
