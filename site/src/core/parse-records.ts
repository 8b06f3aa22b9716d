import { cardId } from './cards.ts'
import { boolean, nullable, number, object, oneOf, type Parser, reject, string, whole } from './parse.ts'
import { attemptId, id, instant, timer } from './parse-attempt.ts'
import type { Card, Review, Settings } from './records.ts'

const count = whole(0, 1_000_000)

const memory = object({
  due: instant,
  stability: number(0, 1_000_000),
  difficulty: number(0, 10),
  elapsedDays: number(0, 10_000_000),
  scheduledDays: number(0, 1_000_000),
  learningSteps: count,
  reps: count,
  lapses: count,
  state: oneOf(0, 1, 2, 3),
  lastReview: nullable(instant),
})

const cardShape = object({
  id: string(130),
  drillId: string(64, id),
  criterion: nullable(string(64, id)),
  memory,
  updatedAt: instant,
})

/** A card whose id is that of its drill and criterion. */
export const parseCard: Parser<Card> = (value, place) => {
  const card = cardShape(value, place)
  return card.id === cardId(card.drillId, card.criterion)
    ? card
    : reject(`${place}.id`, 'the ids of the drill and the criterion')
}

const name = '[a-z0-9-]+(?:/[a-z0-9-]+)?'

export const parseReview: Parser<Review> = object({
  id: string(200, new RegExp(`^(?:${name}@\\d+|[A-Za-z0-9-]+/[a-z0-9-]*)$`)),
  cardId: string(130, new RegExp(`^${name}$`)),
  attemptId: nullable(string(64, attemptId)),
  at: instant,
  rating: oneOf(1, 2, 3, 4),
  before: memory,
})

export const parseSettings: Parser<Settings> = object({
  timer,
  timerHidden: boolean,
  announcements: boolean,
  shortcuts: boolean,
  theme: oneOf('auto', 'light', 'dark'),
  seenVersion: nullable(string(100)),
  updatedAt: instant,
})
