import { dateAfter } from '../model/day.ts'
import type { Instant } from '../model/types.ts'
import type { PlannedDay } from './plan-types.ts'
import { taskLine } from './plan-words.ts'

interface CalendarInput {
  readonly days: readonly PlannedDay[]
  /** The day of the interview. */
  readonly date: string
  /** The name of the package, which tells the entries of one site from those of another. */
  readonly name: string
  /** The address of the plan on the site. */
  readonly address: string
  readonly titleOf: (drillId: string) => string
  readonly now: Instant
}

/** A text value. Control characters are not allowed in one. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, ' ')

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Folds a line so that none is longer than 75 octets, without splitting a character. */
function folded(line: string): string {
  let text = ''
  let length = 0
  for (const character of line) {
    const size = octets(character)
    if (length + size > 75) {
      text += '\r\n '
      length = 1
    }
    text += character
    length += size
  }
  return text
}

const compact = (date: string): string => date.replaceAll('-', '')
const stamp = (now: Instant): string => `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

interface Entry extends Pick<CalendarInput, 'address' | 'now'> {
  readonly uid: string
  readonly date: string
  readonly summary: string
  readonly description: readonly string[]
}

/**
 * An all-day entry that keeps nobody from accepting a meeting. Its address is part of the description too, because some
 * calendars show no other.
 */
const entry = ({ uid, date, now, address, summary, description }: Entry): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${stamp(now)}`,
  `DTSTART;VALUE=DATE:${compact(date)}`,
  `DTEND;VALUE=DATE:${compact(dateAfter(date, 1))}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped([...description, address].join('\n'))}`,
  `URL:${address}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/**
 * A plan as a calendar file (RFC 5545): an all-day entry for each day with something to do, and one for the interview. The
 * same day has the same UID in every file, so a later file replaces the entries of an earlier one.
 */
export function calendarOf({ days, date, name, address, titleOf, now }: CalendarInput): string {
  const uid = (of: string): string => `${of}@${name.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^-/, '')}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(name)}//Plan//EN`,
    ...days
      .filter(({ tasks }) => tasks.length > 0)
      .flatMap((day) =>
        entry({
          uid: uid(`plan-${day.date}`),
          date: day.date,
          now,
          address,
          summary: `Interview practice, ${day.minutes} min`,
          description: day.tasks.map(({ task }) => taskLine(task, titleOf)),
        }),
      ),
    ...entry({ uid: uid('interview'), date, now, address, summary: 'Interview', description: [] }),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
