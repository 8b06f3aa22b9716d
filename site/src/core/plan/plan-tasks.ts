import { secondRoundMinutes } from '../model/follow-ups.ts'
import type { Course, DayKind } from './plan-course.ts'
import { type Standing, weakScore } from './plan-standing.ts'
import { cardMinutes, lengthOf, type Task } from './plan-types.ts'

export interface DayTasks extends DayKind {
  readonly tasks: readonly Task[]
}

/** At most so many of a sort in one day, so that a long day stays a mix. */
export const mostQuestions = 3
export const mostSecondRounds = 2

export const drillTask = ({ entry, doneOn }: Standing, isPlaced = false): Task => ({
  type: 'drill',
  drillId: entry.id,
  again: isPlaced || doneOn !== null,
  minutes: lengthOf(entry),
})

/** How many follow-ups a drill has that nothing is known of. */
const usualFollowUps = 4

export function secondRoundTask({ standings }: Course, drillId: string): Task {
  const standing = standings.find(({ entry }) => entry.id === drillId)
  const followUps = standing?.followUpsLeft ?? standing?.entry.followUps ?? usualFollowUps
  return { type: 'second-round', drillId, minutes: secondRoundMinutes(followUps) }
}

/** Whether a drill is open, new or was weak. What is due or was good has what such ones leave. */
export const isFresh = ({ isOpen, doneOn, score }: Standing): boolean =>
  isOpen || doneOn === null || (score ?? 0) < weakScore

/** The next cards for some minutes; none when nothing is due or there is no time. */
export function cardTask(
  { cards, placedCards }: Course,
  until: string,
  most: number,
  again: boolean,
): readonly Task[] {
  const fresh = cards.filter(({ id, due }) => due <= until && !placedCards.includes(id))
  const more = again ? cards.filter(({ id }) => placedCards.includes(id)) : []
  const chosen = [...fresh, ...more].slice(0, Math.max(0, Math.floor(most / cardMinutes)))
  if (chosen.length === 0) return []
  return [{ type: 'cards', cards: chosen.map(({ id }) => id), minutes: chosen.length * cardMinutes }]
}
