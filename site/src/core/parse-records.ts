import { cardId } from './cards.ts'
import { maxImportBytes } from './export.ts'
import {
  boolean,
  list,
  nullable,
  number,
  object,
  oneOf,
  type Parser,
  recordOf,
  reject,
  string,
  whole,
} from './parse.ts'
import type { Card, Review, Settings } from './records.ts'
import type { Attempt, Clock } from './types.ts'

/** The latest time a `Date` can represent. */
const latest = 8_640_000_000_000_000
export const instant = whole(0, latest)
const id = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const attemptId = /^[A-Za-z0-9][A-Za-z0-9-]{7,63}$/
const line = string(500)
/** As long as a whole export: any text that was saved must be readable again. */
const words = string(maxImportBytes)
const millis = whole(0, latest)

const timer = object({ on: boolean, factor: number(0.5, 10) })

const text = object({ value: words, changedAt: instant, kept: list(words, 1000) })

const clock: Parser<Clock> = (value, place) => {
  const running = object({ running: oneOfTrue, since: instant })
  const stopped = object({ running: oneOfFalse })
  return typeof value === 'object' && value !== null && 'since' in value
    ? running(value, place)
    : stopped(value, place)
}
const oneOfTrue: Parser<true> = (value, place) => (value === true ? value : reject(place, 'true'))
const oneOfFalse: Parser<false> = (value, place) => (value === false ? value : reject(place, 'false'))

const points = number(0, 100)

const score = object({
  total: whole(0, 100),
  criteria: points,
  general: points,
  redFlags: number(-100_000, 0),
  most: object({ criteria: points, general: points }),
})

const shape = object({
  id: string(64, attemptId),
  drillId: string(64, id),
  kind: oneOf('round', 'incident', 'question'),
  title: line,
  digests: object({ prompt: line, text: line, substance: line }),
  packageVersion: line,
  createdAt: instant,
  startedAt: nullable(instant),
  updatedAt: instant,
  revision: whole(0, Number.MAX_SAFE_INTEGER),
  phases: list(
    object({ id: string(64, id), title: line, planned: millis, extra: millis, spent: millis }),
    100,
  ),
  phase: string(64, id),
  fields: list(object({ id: string(64, id), title: line, phase: string(64, id) }), 100),
  texts: recordOf(id, text, 100),
  clock,
  timer,
  revealedAt: nullable(instant),
  revealedBeforeWriting: boolean,
  editedAfterReveal: boolean,
  criteria: list(
    object({
      id: string(64, id),
      title: line,
      scope: oneOf('drill', 'general'),
      weight: number(0, 1000),
      revision: whole(0, 1_000_000),
      digest: line,
    }),
    100,
  ),
  grades: recordOf(id, oneOf('met', 'partly', 'not'), 100),
  redFlags: list(object({ source: oneOf('rubric', 'drill'), id: line, text: string(20_000) }), 1000),
  note: text,
  score: nullable(score),
  finishedAt: nullable(instant),
})

const isUnique = (items: readonly { readonly id: string }[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length

/** Parses an attempt and checks its consistency: unique ids, and a current phase and keys that exist. */
export const parseAttempt: Parser<Attempt> = (value, place) => {
  const attempt = shape(value, place)
  const { phases, fields, criteria, texts, grades } = attempt
  if (!isUnique(phases) || !isUnique(fields) || !isUnique(criteria)) reject(place, 'unique ids')
  if (!phases.some(({ id }) => id === attempt.phase)) reject(`${place}.phase`, 'one of the phases')
  const among = (keys: readonly string[], items: readonly { readonly id: string }[]): boolean =>
    keys.every((key) => items.some(({ id }) => id === key))
  if (!among(Object.keys(texts), fields)) reject(`${place}.texts`, 'texts of the fields')
  if (!among(Object.keys(grades), criteria)) reject(`${place}.grades`, 'grades of the criteria')
  return attempt
}

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

export const parseSettings: Parser<Settings> = object({
  timer,
  timerHidden: boolean,
  announcements: boolean,
  shortcuts: boolean,
  theme: oneOf('auto', 'light', 'dark'),
  seenVersion: nullable(string(100)),
  updatedAt: instant,
})
