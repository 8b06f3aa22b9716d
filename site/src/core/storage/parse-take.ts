import type { Take } from '../speaking/takes.ts'
import { list, nullable, object, type Parser, reject, string, whole } from './parse.ts'
import { attemptId, id, instant } from './stored-values.ts'

/** As long as a file of recordings may be. */
const bytes = whole(0, 10_000 * 1024 * 1024)
const millis = whole(0, 7 * 24 * 60 * 60_000)
const takeId = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/

/** Only types that browsers record: the sound is played with the type that stands here. */
const mime = /^audio\/(?:webm|mp4|ogg)(?:; ?codecs=[\w.]{1,30})?$/

export const takeShape = {
  id: string(64, takeId),
  attemptId: string(64, attemptId),
  part: string(64, id),
  at: instant,
  mime: string(60, mime),
  bytes,
  length: millis,
  speaking: nullable(millis),
  pauses: list(object({ at: millis, length: millis }), 10_000),
  words: whole(0, 1_000_000),
  endedAt: nullable(instant),
} as const

/** Whether a take is what a recorder can have made: nobody speaks longer than it lasts. */
export const isSound = ({ speaking, length, at, endedAt }: Take): boolean =>
  (speaking ?? 0) <= length && (endedAt ?? at) >= at

const shape = object(takeShape)

export const parseTake: Parser<Take> = (value, place) => {
  const take = shape(value, place)
  return isSound(take) ? take : reject(place, 'times that fit together')
}
