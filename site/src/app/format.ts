import menu from 'virtual:menu'
import { idWords } from '../core/model/capitalise.ts'
import { dateOf, daysBetween, noonOf } from '../core/model/day.ts'
import { ownValue } from '../core/model/objects.ts'
import type { Instant, Kind, Millis } from '../core/model/types.ts'

export const kindLabels = {
  round: 'Round',
  incident: 'Incident',
  question: 'Question',
} as const satisfies Record<Kind, string>
export const kindPlurals = {
  round: 'Rounds',
  incident: 'Incidents',
  question: 'Questions',
} as const satisfies Record<Kind, string>

/** `rounds and incidents`. */
export const kindsText = (kinds: readonly Kind[]): string =>
  kinds.map((kind) => kindPlurals[kind].toLowerCase()).join(' and ')

const fixed: Readonly<Record<string, string>> = { mlops: 'MLOps' }

/** A readable label for a kebab-case id: `System design` for `system-design`. */
export const idLabel = (id: string): string => ownValue(fixed, id) ?? idWords(id)

/** The title of a published drill; the id for any other. */
export const titleOf = (drillId: string): string => menu.find(({ id }) => id === drillId)?.title ?? drillId

// In the language of the site, whatever that of the browser: the same date reads the same everywhere.
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
const dateTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export const dateText = (at: Instant): string => date.format(at)
export const dateTimeText = (at: Instant): string => dateTime.format(at)

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const longDate = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

/** The day of a date such as `2026-12-07`: `Monday`. */
export const weekdayOf = (day: string): string => weekday.format(noonOf(day) ?? 0)
/** `7 December`. */
export const dateWords = (day: string): string => shortDate.format(noonOf(day) ?? 0)
/** `Monday 7 December`. */
export const dayText = (day: string): string => longDate.format(noonOf(day) ?? 0).replace(',', '')

/** A due date relative to now, in the learner's days. */
export function dueText(due: Instant, now: Instant, dayStart: number): string {
  const days = daysBetween(dateOf(now, dayStart), dateOf(due, dayStart))
  if (days < -1) return `due ${-days} days ago`
  if (days === -1) return 'due yesterday'
  if (days === 0) return 'due today'
  if (days === 1) return 'due tomorrow'
  return days < 15 ? `due in ${days} days` : `due on ${dateText(due)}`
}

/** A duration in hours and minutes, for totals: `1 h 20 min`. */
export function hoursText(length: Millis): string {
  const minutes = Math.round(length / 60_000)
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`
}
