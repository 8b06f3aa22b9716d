import { cardId } from '../schedule/cards.ts'
import type { Schedule, Task } from './plan-types.ts'

/** The next day that has something to do; null when none has. */
const nextDay = ({ days }: Schedule, fits: (task: Task) => boolean): string | null =>
  days.find(({ tasks }) => tasks.some(({ task, isDone }) => !isDone && fits(task)))?.date ?? null

/** The next day for which a plan has a drill that is not done there yet; null when it has none. */
export const plannedFor = (schedule: Schedule, drillId: string): string | null =>
  nextDay(schedule, (task) => task.type === 'drill' && task.drillId === drillId)

/** The same for the cards of its criteria. */
export const cardsPlannedFor = (schedule: Schedule, drillId: string): string | null =>
  nextDay(
    schedule,
    (task) => task.type === 'cards' && task.cards.some((id) => id.startsWith(cardId(drillId, ''))),
  )
