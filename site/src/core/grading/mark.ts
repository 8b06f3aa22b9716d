import { textOf } from '../model/attempt.ts'
import { countWords } from '../model/count-words.ts'
import { attemptsAt } from '../model/library.ts'
import { ownValue } from '../model/objects.ts'
import { plural } from '../model/plural.ts'
import type { Library } from '../model/records.ts'
import type { Attempt, Field, Instant, Mark, Millis } from '../model/types.ts'
import { gradeOf } from './score.ts'

/** What is said of a marked attempt wherever its score stands. */
export const markWords = {
  'just-read': 'begun soon after the answer was read, so it moved no schedule',
  'empty-met': 'everything met although parts are empty, so it moved no schedule',
  'few-words-met': 'everything met with very few words, so it moved no schedule',
} as const satisfies Record<Mark, string>

/** How long an answer stays in mind word by word: an attempt that begins earlier shows reading, not recall. */
export const freshReading: Millis = 30 * 60_000

/** Fewer words than this for each criterion can't say what all of them ask for. */
const wordsForOne = 5

/** Words in a minute of speech. */
const wordsSpoken = 130

/** Words that a recording of a phase may have besides those of its transcript, which are in the text. */
function wordsHeard(attempt: Attempt, phase: string): number {
  const { speaking, words = 0 } = ownValue(attempt.spoken, phase) ?? { speaking: 0 }
  return Math.max(0, Math.round((speaking * wordsSpoken) / 60_000) - words)
}

const wordsIn = (attempt: Attempt): number =>
  attempt.fields.reduce((sum, { id }) => sum + countWords(textOf(attempt, id)), 0) +
  attempt.phases.reduce((sum, { id }) => sum + wordsHeard(attempt, id), 0)

const isSpoken = ({ phases, spoken }: Attempt): boolean => phases.some(({ id }) => Object.hasOwn(spoken, id))

/** Whether a recording of a phase is not measured yet, so that nobody knows how much it says. */
const isUnheard = (attempt: Attempt, phase: string): boolean => ownValue(attempt.spoken, phase)?.length === 0

/** Whether a field has no text, and its phase no recording in which anything can have been said. */
const saysNothing = (attempt: Attempt, field: Field): boolean =>
  textOf(attempt, field.id).trim() === '' &&
  !isUnheard(attempt, field.phase) &&
  (ownValue(attempt.spoken, field.phase)?.speaking ?? 0) * wordsSpoken < wordsForOne * 60_000

/** Scripts that put no blanks between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Whether an answer is too short for all that it met; false where words can't be counted. */
function isTooShort(attempt: Attempt): boolean {
  const { criteria, fields, phases } = attempt
  if (fields.some(({ id }) => unspaced.test(textOf(attempt, id)))) return false
  if (phases.some(({ id }) => isUnheard(attempt, id))) return false
  return wordsIn(attempt) < wordsForOne * criteria.length
}

/** When the answer of a drill was last on the screen before an attempt began; null when it never was. */
export function lastReading(
  library: Library,
  { id, drillId, startedAt, createdAt }: Attempt,
): Instant | null {
  const begun = startedAt ?? createdAt
  const readings = attemptsAt(library, drillId).flatMap((other) =>
    other.id === id ? [] : [other.revealedAt, other.readAt].filter((at) => at !== null && at <= begun),
  )
  return readings.reduce<Instant | null>((last, at) => (last === null || (at ?? 0) > last ? at : last), null)
}

/** Why the grades of an attempt say little; null when they may well be true. */
export function markOf(library: Library, attempt: Attempt): Mark | null {
  const read = lastReading(library, attempt)
  if (read !== null && (attempt.startedAt ?? attempt.createdAt) - read < freshReading) return 'just-read'
  const { criteria, fields } = attempt
  const allMet = criteria.length > 0 && criteria.every(({ id }) => gradeOf(attempt, id) === 'met')
  if (!allMet) return null
  if (fields.some((field) => saysNothing(attempt, field))) return 'empty-met'
  return isTooShort(attempt) ? 'few-words-met' : null
}

/** Why an attempt will be marked when it is finished now, in words for the learner; null when it won't be. */
export function markReason(library: Library, attempt: Attempt): string | null {
  const mark = markOf(library, attempt)
  if (mark === null) return null
  if (mark === 'empty-met') {
    const empty = attempt.fields.filter((field) => saysNothing(attempt, field)).length
    const parts = empty === 1 ? 'One part of your answer is' : `${empty} parts of your answer are`
    return `${parts} empty, and every criterion is met. This attempt is kept but moves no schedule.`
  }
  if (mark === 'few-words-met') {
    const words = wordsIn(attempt)
    const criteria = attempt.criteria.length
    const heard = isSpoken(attempt) ? ', with what can be said in its recordings' : ''
    return `Your answer has ${plural(words, 'word')}${heard}, and ${criteria === 1 ? 'its criterion is' : `all ${criteria} criteria are`} met. This attempt is kept but moves no schedule.`
  }
  const begun = attempt.startedAt ?? attempt.createdAt
  const minutes = Math.round((begun - (lastReading(library, attempt) ?? begun)) / 60_000)
  const gap = minutes < 1 ? 'just' : plural(minutes, 'minute')
  return `You read this answer ${gap} before you began, so this attempt is kept but moves no schedule.`
}
