import { dateOf, daysBetween, noonOf } from '../model/day.ts'
import type { Plan } from '../model/records.ts'
import type { Instant } from '../model/types.ts'

/** A plan as somebody has typed it. */
export interface PlanFields {
  readonly date: string
  readonly minutes: string
  readonly roles: readonly string[]
}

export type PlanProblem = { readonly field: 'date' | 'minutes'; readonly words: string }

const problem = (field: PlanProblem['field'], words: string): PlanProblem => ({ field, words })

/**
 * Reads a plan from a form.
 * @param since when the plan was first made
 */
export function readPlan(
  { date, minutes, roles }: PlanFields,
  { now, dayStart, since }: { readonly now: Instant; readonly dayStart: number; readonly since: Instant },
): Plan | PlanProblem {
  if (noonOf(date) === null) return problem('date', 'Enter the day of your interview.')
  const days = daysBetween(dateOf(now, dayStart), date)
  if (days < 0) return problem('date', 'This day is over. Enter a day from tomorrow on.')
  if (days === 0)
    return problem('date', 'That is today, and there is no day left to plan. Enter a day from tomorrow on.')
  if (days > 365) return problem('date', 'This is more than a year away. Enter a day within a year.')
  const count = Number(minutes)
  if (minutes.trim() === '' || !Number.isInteger(count))
    return problem('minutes', 'Enter a whole number of minutes, for example 60.')
  if (count < 5 || count > 720)
    return problem('minutes', 'Enter between 5 and 720 minutes. A question takes about 7, a round about 30.')
  return { date, minutes: count, roles, since }
}

export const isProblem = (read: Plan | PlanProblem): read is PlanProblem => 'words' in read
