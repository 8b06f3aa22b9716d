import { fieldsInOrder } from '../grading/answer-pairs.ts'
import type { Found } from '../grading/found.ts'
import { ownWords } from '../grading/own-words.ts'
import { isBlank, textOf } from '../model/attempt.ts'
import { attemptsAt, hidesEarlierAttempts } from '../model/library.ts'
import type { Card, Library } from '../model/records.ts'
import type { Attempt, Field } from '../model/types.ts'

export interface LastWords {
  readonly attempt: Attempt
  /** Null when nothing of the answer was picked, or found. */
  readonly words: string | null
}

/**
 * What the learner wrote for the criterion of a card in the newest attempt with an answer: the words that were picked for it,
 * or else those that are found. Null without such an attempt, and while a fresh one is open.
 * @param find looks for the criterion in an answer; it may throw
 * @param phrases what the model answer says of it
 */
export function lastWords(
  library: Library,
  { drillId, criterion }: Pick<Card, 'drillId' | 'criterion'>,
  find: (attempt: Attempt) => Omit<Found, 'id'> | undefined,
  phrases: readonly string[] = [],
): LastWords | null {
  const last = attemptsAt(library, drillId).find(
    (attempt) => attempt.revealedAt !== null && !isBlank(attempt),
  )
  if (last === undefined || criterion === null || hidesEarlierAttempts(library, drillId)) return null
  const found = (): ReturnType<typeof find> => {
    try {
      return find(last)
    } catch {
      // An answer can be too long to search.
      return undefined
    }
  }
  return { attempt: last, words: ownWords(last, criterion, found(), phrases).text }
}

/**
 * The fields in which a criterion may have been answered: those of some phases, or all of them when nothing was written there.
 * @param phases where the model answer speaks of it
 */
export function fieldsToRead(attempt: Attempt, phases: readonly string[]): readonly Field[] {
  const written = fieldsInOrder(attempt).filter(({ id }) => textOf(attempt, id).trim() !== '')
  const near = written.filter(({ phase }) => phases.includes(phase))
  return near.length > 0 ? near : written
}
