import { canonicalJson } from '../model/objects.ts'
import type { Card, Library, Review, SampleGrading, Settings } from '../model/records.ts'
import { isLater } from './is-later.ts'
import { mergeAttempt } from './merge-attempt.ts'
import { type Merge, mergeById } from './merge-by-id.ts'

/** The card with the later review wins; after equal reviews, the one whose due date was changed later. */
export function mergeCard(a: Card, b: Card): Card {
  const order = ({ memory, updatedAt }: Card) => [memory.lastReview ?? -1, memory.reps, updatedAt]
  return isLater(
    order(a),
    order(b),
    () => canonicalJson(a),
    () => canonicalJson(b),
  )
    ? a
    : b
}

/** Reviews with the same id differ when an attempt was regraded; the later one wins. */
export const mergeReview: Merge<Review> = (a, b) =>
  isLater(
    [a.at],
    [b.at],
    () => canonicalJson(a),
    () => canonicalJson(b),
  )
    ? a
    : b

const mergeSample: Merge<SampleGrading> = (a, b) =>
  isLater(
    [a.at],
    [b.at],
    () => canonicalJson(a),
    () => canonicalJson(b),
  )
    ? a
    : b

export const mergeSettings: Merge<Settings> = (a, b) =>
  isLater(
    [a.updatedAt],
    [b.updatedAt],
    () => canonicalJson(a),
    () => canonicalJson(b),
  )
    ? a
    : b

export const mergeLibraries = (a: Library, b: Library): Library => ({
  attempts: mergeById([...a.attempts, ...b.attempts], mergeAttempt),
  cards: mergeById([...a.cards, ...b.cards], mergeCard),
  reviews: mergeById([...a.reviews, ...b.reviews], mergeReview),
  samples: mergeById([...a.samples, ...b.samples], mergeSample),
  settings: mergeSettings(a.settings, b.settings),
})
