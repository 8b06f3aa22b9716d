import { textOf } from '../model/attempt.ts'
import { ownValue } from '../model/objects.ts'
import type { Attempt } from '../model/types.ts'
import { fieldsInOrder } from './answer-pairs.ts'
import type { Span } from './sentences.ts'

/** What the package found for a criterion. */
interface Found {
  readonly status: 'found' | 'denied' | 'missing' | 'unread'
  readonly sentence?: string
}

/** The words of the learner that are held against a criterion, and who chose them. */
export type OwnWords =
  | { readonly by: 'learner' | 'search' | 'denial'; readonly text: string }
  /** The learner has said that nothing speaks of it, or nothing was found. */
  | { readonly by: 'learner' | 'search'; readonly text: null }

/** What the learner picked for a criterion; an empty pick says that there is nothing. Otherwise what was found. */
export function ownWords(attempt: Attempt, criterion: string, found: Found | undefined): OwnWords {
  const picked = ownValue(attempt.quotes, criterion)
  if (picked !== undefined) return { by: 'learner', text: picked === '' ? null : picked }
  if (found?.sentence === undefined) return { by: 'search', text: null }
  if (found.status === 'found') return { by: 'search', text: found.sentence }
  return found.status === 'denied' ? { by: 'denial', text: found.sentence } : { by: 'search', text: null }
}

/** Where words stand in the answer, the first time; null when they stand nowhere. */
export function placeOf(attempt: Attempt, words: string): (Span & { readonly field: string }) | null {
  for (const { id } of fieldsInOrder(attempt)) {
    const start = words === '' ? -1 : textOf(attempt, id).indexOf(words)
    if (start !== -1) return { field: id, start, end: start + words.length }
  }
  return null
}
