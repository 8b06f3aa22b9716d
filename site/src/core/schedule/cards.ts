import { addDays, dateOf, daysBetween } from '../model/day.ts'
import { latest, within } from '../model/limits.ts'
import type { Card, Library, Rating } from '../model/records.ts'
import type { Attempt, Grade, Instant } from '../model/types.ts'

export const cardId = (drillId: string, criterion: string | null): string =>
  criterion === null ? drillId : `${drillId}/${criterion}`

/**
 * Maps a score to a rating of the drill's card: again below 40, hard below 65, good below 90, easy from 90 points.
 * An answer revealed before writing shows no recall and is rated hard at most; a ticked red flag limits the rating to
 * good. Undefined without a score.
 */
export function ratingOf({
  score,
  revealedBeforeWriting,
  redFlags,
}: Pick<Attempt, 'score' | 'revealedBeforeWriting' | 'redFlags'>): Rating | undefined {
  if (score === null) return undefined
  const { total } = score
  const rating = total < 40 ? 1 : total < 65 ? 2 : total < 90 ? 3 : 4
  const most = revealedBeforeWriting ? 2 : redFlags.length > 0 ? 3 : 4
  return rating < most ? rating : most
}

/** Maps a grade to a rating of the criterion's card. Only learners themselves can choose easy. */
export const ratingOfGrade = { not: 1, partly: 2, met: 3 } as const satisfies Record<Grade, Rating>

/** The rating of a card by an attempt. */
export interface CardRating {
  readonly drillId: string
  readonly criterion: string | null
  readonly rating: Rating
}

/**
 * The ratings by a finished attempt: one for the drill, and one for each graded criterion that was missed (partly,
 * not) or already has a card.
 */
export function ratingsOf(attempt: Attempt, cards: readonly Card[]): readonly CardRating[] {
  const { drillId, criteria } = attempt
  const rating = ratingOf(attempt)
  if (rating === undefined) return []
  const known = new Set(cards.map(({ id }) => id))
  const ofCriteria = criteria.flatMap(({ id }): CardRating[] => {
    const grade = Object.hasOwn(attempt.grades, id) ? attempt.grades[id] : undefined
    if (grade === undefined || (grade === 'met' && !known.has(cardId(drillId, id)))) return []
    return [{ drillId, criterion: id, rating: ratingOfGrade[grade] }]
  })
  return [{ drillId, criterion: null, rating }, ...ofCriteria]
}

/** A card that was forgotten in a visit and comes back in it. */
export const isBack = ({ memory }: Card): boolean => memory.reps > 0 && memory.scheduledDays === 0

/** Cards due by a given time, longest overdue first; those that come back in the same visit after all others. */
export const dueCards = (cards: readonly Card[], until: Instant): readonly Card[] =>
  cards
    .filter(({ memory }) => memory.due <= until)
    .sort(
      (a, b) =>
        Number(isBack(a)) - Number(isBack(b)) ||
        a.memory.due - b.memory.due ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )

/** Changes the due date of a card. FSRS's memory state is kept, so the next review sets a new date. */
export const moveDue = (card: Card, due: Instant, at: Instant): Card => ({
  ...card,
  memory: { ...card.memory, due: within(due, latest) },
  updatedAt: Math.max(card.updatedAt, at),
})

/**
 * Brings the cards that are due after the eve of an interview forward, spread over the days up to it: the least stable
 * first, as many on each day.
 * @param eve any time on the eve
 * @returns the cards that move
 */
export function broughtForward(
  cards: readonly Card[],
  eve: Instant,
  at: Instant,
  dayStart: number,
): readonly Card[] {
  const today = dateOf(at, dayStart)
  const days = daysBetween(today, dateOf(eve, dayStart))
  const late = cards
    .filter(({ memory }) => daysBetween(today, dateOf(memory.due, dayStart)) > days)
    .sort((a, b) => a.memory.stability - b.memory.stability || (a.id < b.id ? -1 : 1))
  return late.map((card, index) => {
    const day = days < 1 ? 0 : 1 + Math.floor((index * days) / late.length)
    return moveDue(card, addDays(at, day), at)
  })
}

/** The card of a drill (`criterion` is null) or of one of its criteria. */
export const findCard = ({ cards }: Library, drillId: string, criterion: string | null): Card | undefined => {
  const id = cardId(drillId, criterion)
  return cards.find((card) => card.id === id)
}
