import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { dateOf, daysBetween, endOfDay, noonOf } from '../../src/core/model/day.ts'
import { t0 } from './support.ts'

const site = path.join(import.meta.dirname, '../..')

/** What the functions of `day.ts` give in a time zone, which a process can’t change once it runs. */
function inZone(zone: string, expressions: readonly string[]): unknown {
  const script = `
    import { build } from 'vite'
    const { output } = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, minify: false, lib: { entry: 'src/core/model/day.ts', formats: ['es'] } },
    }).then((built) => (Array.isArray(built) ? built[0] : built))
    const { dateOf, daysBetween, endOfDay, noonOf } = await import('data:text/javascript,' + encodeURIComponent(output[0].code))
    console.log(JSON.stringify([${expressions.join(', ')}]))`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: site,
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })
  return JSON.parse(printed)
}

describe('the learner’s day', () => {
  const local = (text: string): number => new Date(text).getTime()

  test('begins at the hour that is set', () => {
    expect(dateOf(local('2026-11-03T03:59:59.999'), 4)).toBe('2026-11-02')
    expect(dateOf(local('2026-11-03T04:00'), 4)).toBe('2026-11-03')
    expect(dateOf(local('2026-11-03T00:00'), 0)).toBe('2026-11-03')
    expect(dateOf(local('2026-11-03T11:59'), 12)).toBe('2026-11-02')
    expect(dateOf(local('2027-01-01T01:00'), 4)).toBe('2026-12-31')
  })

  test('ends a millisecond before the next one begins', () => {
    const end = endOfDay(local('2026-11-03T01:30'), 4)
    expect(end).toBe(local('2026-11-03T03:59:59.999'))
    expect([dateOf(end, 4), dateOf(end + 1, 4)]).toEqual(['2026-11-02', '2026-11-03'])
  })

  test.each([0, 4, 12])('of a date holds its noon, when days begin at %i', (dayStart) => {
    const noon = noonOf('2026-11-03') ?? 0
    expect([dateOf(noon, dayStart), new Date(noon).getHours()]).toEqual(['2026-11-03', 12])
  })
})

test('what is no date has no noon, and nothing lies between it and others', () => {
  for (const text of [
    '',
    '2026-11',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '26-11-03',
    '2026-11-03T10:00',
    '1969-12-01',
  ])
    expect([text, noonOf(text)]).toEqual([text, null])
  expect(noonOf('2028-02-29')).not.toBeNull()
  expect(daysBetween('2026-02-30', '2026-03-01')).toBeNaN()
})

test('days are counted by dates', () => {
  expect(daysBetween('2026-11-02', '2026-11-02')).toBe(0)
  expect(daysBetween('2026-11-02', '2026-12-07')).toBe(35)
  expect(daysBetween('2026-12-07', '2026-11-02')).toBe(-35)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(dateOf(t0, 0)).toMatch(/^2026-11-0[123]$/)
})

test('nothing is lost or counted twice where the clocks change', () => {
  const hour = 3_600_000
  // Berlin: 2026-03-29 has 23 hours, 2026-10-25 has 25; the clocks change between 2 and 3.
  expect(
    inZone('Europe/Berlin', [
      `endOfDay(Date.parse('2026-03-28T12:00Z'), 0) - Date.parse('2026-03-28T23:00Z')`,
      `endOfDay(Date.parse('2026-03-29T12:00Z'), 0) - endOfDay(Date.parse('2026-03-28T12:00Z'), 0)`,
      `endOfDay(Date.parse('2026-10-25T12:00Z'), 0) - endOfDay(Date.parse('2026-10-24T12:00Z'), 0)`,
      `endOfDay(Date.parse('2026-03-28T12:00Z'), 4) - Date.parse('2026-03-29T02:00Z')`,
      `dateOf(Date.parse('2026-10-25T02:59Z'), 4)`,
      `dateOf(Date.parse('2026-10-25T03:00Z'), 4)`,
      `dateOf(Date.parse('2026-03-29T01:59Z'), 4)`,
      `dateOf(Date.parse('2026-03-29T02:00Z'), 4)`,
      `daysBetween('2026-03-28', '2026-03-30')`,
      `daysBetween('2026-10-24', '2026-10-26')`,
      `noonOf('2026-03-29') - Date.parse('2026-03-29T10:00Z')`,
    ]),
  ).toEqual([-1, 23 * hour, 25 * hour, -1, '2026-10-24', '2026-10-25', '2026-03-28', '2026-03-29', 2, 2, 0])
})
