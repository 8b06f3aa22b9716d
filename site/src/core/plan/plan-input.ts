import { dateOf, daysBetween, noonOf } from '../model/day.ts'
import type { Plan } from '../model/records.ts'
import type { Instant } from '../model/types.ts'

/** A plan as somebody has typed it. */
export interface PlanFields {
  readonly date: string
  readonly minutes: string
  readonly roles: readonly string[]
  /** The id of a track; empty for none. */
  readonly track: string
}

export type PlanProblem = { readonly field: 'date' | 'minutes'; readonly words: string }

function dateProblem(date: string, today: string): string | null {
  if (noonOf(date) === null) return 'Enter the day of your interview.'
  const days = daysBetween(today, date)
  if (days < 0) return 'This day is over. Enter a day from tomorrow on.'
  if (days === 0) return 'That is today, and there is no day left to plan. Enter a day from tomorrow on.'
  return days > 365 ? 'This is more than a year away. Enter a day within a year.' : null
}

function minutesProblem(minutes: string): string | null {
  const count = Number(minutes)
  if (minutes.trim() === '' || !Number.isInteger(count))
    return 'Enter a whole number of minutes, for example 60.'
  return count < 5 || count > 720
    ? 'Enter between 5 and 720 minutes. A question takes about 7, a round about 30.'
    : null
}

/**
 * Reads a plan from a form.
 * @param since when the plan was first made
 * @returns the plan, or what is wrong with each field
 */
export function readPlan(
  { date, minutes, roles, track }: PlanFields,
  { now, dayStart, since }: { readonly now: Instant; readonly dayStart: number; readonly since: Instant },
): Plan | readonly PlanProblem[] {
  const found = { date: dateProblem(date, dateOf(now, dayStart)), minutes: minutesProblem(minutes) }
  const problems = (['date', 'minutes'] as const).flatMap((field) => {
    const words = found[field]
    return words === null ? [] : { field, words }
  })
  if (problems.length > 0) return problems
  return { date, minutes: Number(minutes), roles, track: track === '' ? null : track, since }
}

export const isRefused = (read: Plan | readonly PlanProblem[]): read is readonly PlanProblem[] =>
  Array.isArray(read)
