import { textOf } from '../model/attempt.ts'
import { ownValue } from '../model/objects.ts'
import type { Span } from '../model/sentences.ts'
import type { Attempt } from '../model/types.ts'
import { fieldsInOrder } from './answer-pairs.ts'
import { type Found, sentenceOf } from './found.ts'
import { sentenceWithFigures } from './same-figures.ts'

/** The words of the learner that are held against a criterion, and who chose them. */
export type OwnWords =
  | { readonly by: 'learner' | 'search' | 'denial' | 'figures'; readonly text: string }
  /** The learner has said that nothing speaks of it, or nothing was found. */
  | { readonly by: 'learner' | 'search'; readonly text: null }

/**
 * What the learner picked for a criterion; an empty pick says that there is nothing. Otherwise what was found, or else a
 * sentence with the same quantities as one of the phrases.
 * @param phrases what the model answer says of it
 */
export function ownWords(
  attempt: Attempt,
  criterion: string,
  found: Omit<Found, 'id'> | undefined,
  phrases: readonly string[] = [],
): OwnWords {
  const picked = ownValue(attempt.quotes, criterion)
  if (picked !== undefined) return { by: 'learner', text: picked === '' ? null : picked }
  const sentence = found && sentenceOf(found)
  if (sentence === undefined) {
    const near = found?.status === 'unread' ? undefined : sentenceWithFigures(attempt, phrases)
    return near === undefined ? { by: 'search', text: null } : { by: 'figures', text: near }
  }
  return { by: found?.status === 'denied' ? 'denial' : 'search', text: sentence }
}

/** Where words stand in the answer, the first time; null when they stand nowhere. */
export function placeOf(attempt: Attempt, words: string): (Span & { readonly field: string }) | null {
  for (const { id } of fieldsInOrder(attempt)) {
    const start = words === '' ? -1 : textOf(attempt, id).indexOf(words)
    if (start !== -1) return { field: id, start, end: start + words.length }
  }
  return null
}
