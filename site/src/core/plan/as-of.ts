import type { Card, Library } from '../model/records.ts'
import type { Attempt, Instant } from '../model/types.ts'

/** An attempt as far as it had come; undefined when it had not begun. */
function attemptAsOf(attempt: Attempt, at: Instant): Attempt | undefined {
  if (attempt.createdAt >= at) return undefined
  const isLater = (time: Instant | null): boolean => time !== null && time >= at
  const followUps = attempt.followUps.map((run) =>
    isLater(run.revealedAt) ? { ...run, revealedAt: null, grade: null } : run,
  )
  if (!isLater(attempt.finishedAt)) return { ...attempt, followUps }
  const revealedAt = isLater(attempt.revealedAt) ? null : attempt.revealedAt
  return { ...attempt, followUps, revealedAt, score: null, mark: null, finishedAt: null }
}

/**
 * The library as it was at a time, as far as its records tell: without attempts, reviews and gradings of later times.
 * Cards get back the memory that the review log holds. Due dates that were changed by hand stay changed.
 */
export function libraryAsOf(library: Library, at: Instant): Library {
  const later = library.reviews.filter((review) => review.at >= at).sort((a, b) => a.at - b.at)
  const cardAsOf = (card: Card): readonly Card[] => {
    const next = later.find(({ cardId }) => cardId === card.id)
    if (next === undefined) return [card]
    return next.before.reps === 0 ? [] : [{ ...card, memory: next.before }]
  }
  return {
    attempts: library.attempts.flatMap((attempt) => attemptAsOf(attempt, at) ?? []),
    cards: library.cards.flatMap(cardAsOf),
    reviews: library.reviews.filter((review) => review.at < at),
    samples: library.samples.filter((sample) => sample.at < at),
    settings: library.settings,
  }
}
