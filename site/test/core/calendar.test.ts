import { expect, test } from 'vitest'
import { calendarOf } from '../../src/core/plan/calendar.ts'
import type { PlannedDay, Task } from '../../src/core/plan/plan-types.ts'

const dayWith = (date: string, ...tasks: readonly Task[]): PlannedDay => ({
  date,
  minutes: tasks.reduce((sum, { minutes }) => sum + minutes, 0),
  tasks: tasks.map((task) => ({ task, isDone: false })),
  beside: [],
  isEve: false,
  isLong: false,
})

const now = Date.UTC(2026, 11, 3, 8, 5, 9)

test('a plan is a calendar file, byte by byte', () => {
  const text = calendarOf({
    days: [
      dayWith(
        '2026-12-30',
        { type: 'cards', cards: ['a/b'], minutes: 1 },
        { type: 'drill', drillId: 'launch', again: false, minutes: 30 },
      ),
      dayWith('2026-12-31', { type: 'second-round', drillId: 'launch', minutes: 8 }),
      dayWith('2027-01-01'),
    ],
    date: '2027-01-02',
    name: 'audio-text-drills',
    address: 'https://drills.example.org/#/plan',
    titleOf: () => 'A launch; of speech, “live”\\now',
    now,
  })
  expect(text).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//audio-text-drills//Plan//EN',
      'BEGIN:VEVENT',
      'UID:plan-2026-12-30@audio-text-drills',
      'DTSTAMP:20261203T080509Z',
      'DTSTART;VALUE=DATE:20261230',
      'DTEND;VALUE=DATE:20261231',
      'SUMMARY:Interview practice\\, 31 min',
      'DESCRIPTION:1 card to repeat\\, 1 min: a minute each\\nA launch\\; of speech\\,',
      '  “live”\\\\now\\, 30 min: with comparing and grading\\nhttps://drills.exam',
      ' ple.org/#/plan',
      'URL:https://drills.example.org/#/plan',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:plan-2026-12-31@audio-text-drills',
      'DTSTAMP:20261203T080509Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Interview practice\\, 8 min',
      'DESCRIPTION:A launch\\; of speech\\, “live”\\\\now\\, 8 min: second round\\, ',
      ' the follow-up questions\\nhttps://drills.example.org/#/plan',
      'URL:https://drills.example.org/#/plan',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:interview@audio-text-drills',
      'DTSTAMP:20261203T080509Z',
      'DTSTART;VALUE=DATE:20270102',
      'DTEND;VALUE=DATE:20270103',
      'SUMMARY:Interview',
      'DESCRIPTION:https://drills.example.org/#/plan',
      'URL:https://drills.example.org/#/plan',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test.each([
  ['a line of its own', 'Title\r\nEND:VEVENT\rBEGIN:VALARM\nATTACH:x'],
  ['control characters', 'Ti\u0000t\u0007le\u001b[0m\u007f'],
  ['characters of four octets', '🎙️👩🏽‍💻'.repeat(40)],
  ['characters of three octets', 'ＡＢ語'.repeat(60)],
  ['nothing but marks', '\\;,:"^'.repeat(50)],
])('a title with %s stays in its line', (_, title) => {
  const text = calendarOf({
    days: [dayWith('2026-12-30', { type: 'drill', drillId: 'x', again: true, minutes: 30 })],
    date: '2026-12-31',
    name: '@scope/Some name',
    address: 'https://drills.example.org/#/plan',
    titleOf: () => title,
    now,
  })
  const lines = text.split('\r\n')
  expect(lines.pop()).toBe('')
  for (const line of lines) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(line))).toBe(line)
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]/)
  }
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
  expect(unfolded.map((line) => line.split(/[:;]/)[0])).toEqual([
    'BEGIN',
    'VERSION',
    'PRODID',
    'BEGIN',
    'UID',
    'DTSTAMP',
    'DTSTART',
    'DTEND',
    'SUMMARY',
    'DESCRIPTION',
    'URL',
    'TRANSP',
    'END',
    'BEGIN',
    'UID',
    'DTSTAMP',
    'DTSTART',
    'DTEND',
    'SUMMARY',
    'DESCRIPTION',
    'URL',
    'TRANSP',
    'END',
    'END',
    '',
  ])
  expect(unfolded[4]).toBe('UID:plan-2026-12-30@scope-Some-name')
})
