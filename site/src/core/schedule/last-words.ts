import type { Found } from '../grading/found.ts'
import { ownWords } from '../grading/own-words.ts'
import { isBlank } from '../model/attempt.ts'
import { attemptsAt, hidesEarlierAttempts } from '../model/library.ts'
import type { Card, Library } from '../model/records.ts'
import type { Attempt, Instant } from '../model/types.ts'

export interface LastWords {
  readonly at: Instant
  /** Null when nothing of the answer speaks of it. */
  readonly words: string | null
}

/**
 * What the learner wrote for the criterion of a card in the newest attempt with an answer: the words that were picked for it,
 * or else those that are found. Null without such an attempt, and while a fresh one is open.
 * @param find looks for the criterion in an answer; it may throw
 */
export function lastWords(
  library: Library,
  { drillId, criterion }: Pick<Card, 'drillId' | 'criterion'>,
  find: (attempt: Attempt) => Omit<Found, 'id'> | undefined,
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
  return { at: last.startedAt ?? last.createdAt, words: ownWords(last, criterion, found()).text }
}
