import type { Instant } from './types.ts'

/** The learner's day of an instant, at its local midnight. A day begins at an hour that one can set, 0 to 12. */
function dayOf(at: Instant, dayStart: number): Date {
  const day = new Date(at)
  day.setHours(day.getHours() - dayStart)
  day.setHours(0, 0, 0, 0)
  return day
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The learner's day as a date: `2026-11-02`. Until the hour at which the day begins it is that of the evening before. */
export function dateOf(at: Instant, dayStart: number): string {
  const day = dayOf(at, dayStart)
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The last instant of the learner's day. */
export function endOfDay(at: Instant, dayStart: number): Instant {
  const day = dayOf(at, dayStart)
  day.setDate(day.getDate() + 1)
  day.setHours(dayStart)
  return day.getTime() - 1
}

/** The first instant of the learner's day. */
export function startOfDay(at: Instant, dayStart: number): Instant {
  const day = dayOf(at, dayStart)
  day.setHours(dayStart)
  return day.getTime()
}

/** The same time of day so many days later, whatever the clocks do in between. */
export function addDays(at: Instant, days: number): Instant {
  const day = new Date(at)
  day.setDate(day.getDate() + days)
  return day.getTime()
}

/** Local noon of a date: a time within that day whatever the hour at which days begin. Null for no real date. */
export function noonOf(date: string): Instant | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const at = new Date(year, month - 1, day, 12)
  const isReal = at.getFullYear() === year && at.getMonth() === month - 1 && at.getDate() === day
  return isReal && at.getTime() >= 0 ? at.getTime() : null
}

/** The date so many days later. */
export const dateAfter = (date: string, days: number): string =>
  dateOf(addDays(noonOf(date) ?? Number.NaN, days), 0)

/** Days from one date to another, negative when the second is the earlier one. NaN for dates that are none. */
export const daysBetween = (from: string, to: string): number =>
  Math.round(((noonOf(to) ?? Number.NaN) - (noonOf(from) ?? Number.NaN)) / 86_400_000)
