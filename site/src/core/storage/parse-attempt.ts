import { mostCounted, mostKept, mostParts } from '../model/limits.ts'
import type { Attempt, Clock, FollowUpRun, GivenVerdicts, Spoken } from '../model/types.ts'
import {
  boolean,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  type Parser,
  recordOf,
  reject,
  string,
  whole,
} from './parse.ts'
import { attemptId, grade, grades, id, instant, line, millis, timer, words } from './stored-values.ts'

const text = object({ value: words, changedAt: instant, kept: list(words, mostKept) })

const clock: Parser<Clock> = (value, place) => {
  const running = object({ running: oneOfTrue, since: instant })
  const stopped = object({ running: oneOfFalse })
  return typeof value === 'object' && value !== null && 'since' in value
    ? running(value, place)
    : stopped(value, place)
}
const oneOfTrue: Parser<true> = (value, place) => (value === true ? value : reject(place, 'true'))
const oneOfFalse: Parser<false> = (value, place) => (value === false ? value : reject(place, 'false'))

/** Without a transcript there is no key: one that is undefined would be stored as such. */
const spoken: Parser<Spoken> = (value, place) => {
  const measured = { length: millis, speaking: millis, pauses: whole(0, mostCounted) }
  return typeof value === 'object' && value !== null && 'words' in value
    ? object({ ...measured, words: whole(0, mostCounted) })(value, place)
    : object(measured)(value, place)
}

const points = number(0, 100)

const score = object({
  total: whole(0, 100),
  criteria: points,
  general: points,
  redFlags: number(-100_000, 0),
  most: object({ criteria: points, general: points }),
})

const givenVerdicts: Parser<GivenVerdicts> = object({
  at: instant,
  verdicts: recordOf(id, object({ verdict: grade, quote: words }), 100),
  redFlags: list(object({ id: line, quote: words }), 1000),
})

const followUp: Parser<FollowUpRun> = object({
  id: string(64, id),
  spent: millis,
  since: nullable(instant),
  text,
  revealedAt: nullable(instant),
  grade: nullable(grade),
  changedAt: instant,
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
  revision: whole(0, mostCounted),
  phases: list(
    object({ id: string(64, id), title: line, planned: millis, extra: millis, spent: millis }),
    100,
  ),
  phase: string(64, id),
  mode: optional(oneOf('interview', 'guided'), 'guided'),
  hints: optional(recordOf(id, oneOf('labels', 'instructions'), mostParts), {}),
  fields: list(object({ id: string(64, id), title: line, phase: string(64, id) }), mostParts),
  texts: recordOf(id, text, mostParts),
  spoken: optional(recordOf(id, spoken, 200), {}),
  clock,
  timer,
  revealedAt: nullable(instant),
  readAt: optional(nullable(instant), null),
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
  grades,
  quotes: optional(recordOf(id, words, 100), {}),
  redFlags: list(object({ source: oneOf('rubric', 'drill'), id: line, text: string(20_000) }), 1000),
  verdicts: optional(list(givenVerdicts, mostKept), []),
  followUps: optional(list(followUp, mostParts), []),
  note: text,
  score: nullable(score),
  mark: optional(nullable(oneOf('just-read', 'empty-met', 'few-words-met')), null),
  finishedAt: nullable(instant),
})

const isUnique = (items: readonly { readonly id: string }[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length

/** Parses an attempt and checks its consistency: unique ids, and a current phase and keys that exist. */
export const parseAttempt: Parser<Attempt> = (value, place) => {
  const attempt = shape(value, place)
  const { phases, fields, criteria, followUps, texts } = attempt
  if (![phases, fields, criteria, followUps].every(isUnique)) reject(place, 'unique ids')
  if (!phases.some(({ id }) => id === attempt.phase)) reject(`${place}.phase`, 'one of the phases')
  const among = (keys: readonly string[], items: readonly { readonly id: string }[]): boolean =>
    keys.every((key) => items.some(({ id }) => id === key))
  if (!among(Object.keys(texts), fields)) reject(`${place}.texts`, 'texts of the fields')
  if (!among(Object.keys(attempt.grades), criteria)) reject(`${place}.grades`, 'grades of the criteria')
  if (!among(Object.keys(attempt.quotes), criteria)) reject(`${place}.quotes`, 'quotes for the criteria')
  return attempt
}
