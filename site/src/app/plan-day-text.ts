import { daysBetween } from '../core/model/day.ts'
import { dayText } from './format.ts'

/** A day of a plan: `today`, `tomorrow` or `Monday 7 December`. */
export function planDayText(day: string, today: string): string {
  const days = daysBetween(today, day)
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : dayText(day)
}
