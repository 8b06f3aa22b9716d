import type { Card, Library, Rating } from './records.ts'
import { type Score, scoreOf } from './score.ts'
import type { Attempt, Grade, Instant } from './types.ts'

/** The id of a card: `drill` or `drill/criterion`. */
export const cardId = (drillId: string, criterion: string | null): string =>
  criterion === null ? drillId : `${drillId}/${criterion}`

/**
 * How a score rates the drill's card: below 40 % again, below 65 % hard, below 90 % good, from 90 % easy. An
 * answer that was read before anything was written rates hard at most (it shows no recall), one with a ticked
 * red flag good at most. Undefined when nothing was graded: then there is nothing to rate.
 */
export function ratingOf({ percent, graded, revealedBeforeWriting, redFlags }: Score): Rating | undefined {
  if (graded === 0) return undefined
  const rating = percent < 40 ? 1 : percent < 65 ? 2 : percent < 90 ? 3 : 4
  const most = revealedBeforeWriting ? 2 : redFlags > 0 ? 3 : 4
  return rating < most ? rating : most
}

/** How a grade rates the card of its criterion; easy is for the learner to say. */
export const ratingOfGrade = { not: 1, partly: 2, met: 3 } as const satisfies Record<Grade, Rating>

/** A card and the rating that an attempt gives it. */
export interface CardRating {
  readonly drillId: string
  readonly criterion: string | null
  readonly rating: Rating
}

/**
 * What a finished attempt rates: the drill, and each graded criterion that was missed now (partly, not) or
 * has a card from having been missed before.
 */
export function ratingsOf(attempt: Attempt, cards: readonly Card[]): readonly CardRating[] {
  const { drillId, criteria } = attempt
  const rating = ratingOf(scoreOf(attempt))
  if (rating === undefined) return []
  const known = new Set(cards.map(({ id }) => id))
  const ofCriteria = criteria.flatMap(({ id }): CardRating[] => {
    const grade = Object.hasOwn(attempt.grades, id) ? attempt.grades[id] : undefined
    if (grade === undefined || (grade === 'met' && !known.has(cardId(drillId, id)))) return []
    return [{ drillId, criterion: id, rating: ratingOfGrade[grade] }]
  })
  return [{ drillId, criterion: null, rating }, ...ofCriteria]
}

/** Cards that are due up to an instant (the present one, or the end of today), the longest overdue first. */
export const dueCards = (cards: readonly Card[], until: Instant): readonly Card[] =>
  cards
    .filter(({ memory }) => memory.due <= until)
    .sort((a, b) => a.memory.due - b.memory.due || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** The same card, due at another time. The next review sets it anew; what FSRS knows about memory stays. */
export const moveDue = (card: Card, due: Instant, at: Instant): Card => ({
  ...card,
  memory: { ...card.memory, due },
  updatedAt: Math.max(card.updatedAt, at),
})

/** The card of a drill or of a criterion in it. */
export const findCard = ({ cards }: Library, drillId: string, criterion: string | null): Card | undefined => {
  const id = cardId(drillId, criterion)
  return cards.find((card) => card.id === id)
}
