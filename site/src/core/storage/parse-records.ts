import { noonOf } from '../model/day.ts'
import { mostCounted } from '../model/limits.ts'
import {
  type Card,
  defaultSettings,
  type Review,
  type SampleGrading,
  type Settings,
  sampleGradingId,
} from '../model/records.ts'
import { cardId } from '../schedule/cards.ts'
import {
  boolean,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  type Parser,
  reject,
  string,
  whole,
} from './parse.ts'
import { attemptId, grades, id, instant, timer } from './stored-values.ts'

const count = whole(0, mostCounted)

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

/** Parses a card and checks that its id matches drill and criterion. */
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

const sampleShape = object({
  id: string(200),
  drillId: string(64, id),
  sample: string(64, id),
  at: instant,
  grades,
  given: grades,
})

/** Parses the grading of a sample and checks that its id matches. */
export const parseSample: Parser<SampleGrading> = (value, place) => {
  const graded = sampleShape(value, place)
  return graded.id === sampleGradingId(graded)
    ? graded
    : reject(`${place}.id`, 'the ids of the drill and the sample, and the time')
}

const date: Parser<string> = (value, place) => {
  const text = string(10)(value, place)
  return noonOf(text) === null ? reject(place, 'a date such as 2026-12-07') : text
}

const track = optional(nullable(string(64, id)), null)

const plan = object({
  date,
  minutes: whole(5, 720),
  roles: list(string(64, id), 100),
  track,
  since: instant,
})

export const parseSettings: Parser<Settings> = object({
  timer,
  timerHidden: boolean,
  announcements: boolean,
  sound: optional(boolean, defaultSettings.sound),
  shortcuts: boolean,
  dayStart: optional(whole(0, 12), defaultSettings.dayStart),
  plan: optional(nullable(plan), null),
  track,
  recordingSpace: optional(whole(10, 10_000), defaultSettings.recordingSpace),
  theme: oneOf('auto', 'light', 'dark'),
  seenVersion: nullable(string(100)),
  updatedAt: instant,
})
