import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import {
  finish,
  grade,
  gradeAll,
  openMore,
  reveal,
  round,
  saved,
  secrets,
  texts,
  writeAll,
  written,
} from './steps.ts'

const site = useSite('loop', '/deep/site/')

let app: App
let page: Page

beforeEach(async () => {
  app = await site.open()
  page = app.page
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
  await app.go(`#/drill/${round}`)
})

const figures = (): Promise<string> => page.locator('.clock-figures').innerText()

/** Seconds that are left; overtime is negative. */
async function left(): Promise<number> {
  const text = await figures()
  const [seconds = 0, minutes = 0, hours = 0] = text.replace('+', '').split(':').reverse().map(Number)
  return (text.startsWith('+') ? -1 : 1) * (seconds + 60 * (minutes + 60 * hours))
}

/** The clock of the page runs on while the test works: a bit less may be left than is expected. */
const isLeft = (expected: number): Promise<void> =>
  expect
    .poll(
      async () => {
        const late = expected - (await left())
        return late >= -1 && late < 45 ? 'as expected' : `${late} s late`
      },
      { timeout },
    )
    .toBe('as expected')

const phase = (): Promise<string> => page.locator('.timer-phase strong').innerText()
const isPhase = (title: string): Promise<void> => expect.poll(phase, { timeout }).toBe(title)
/** Lets minutes pass; many of them at once, as in sleep. */
const minutes = (count: number): Promise<void> =>
  count < 20 ? page.clock.runFor(count * 60_000) : page.clock.fastForward(count * 60_000)
const drillRequests = (): string[] => app.requests.filter((name) => name.includes('/drills/'))

test('phases run over and reveal, lock and end nothing', async () => {
  await app.press('Start')
  await isPhase('Assumptions')
  await isLeft(300)
  await page.fill('#field-assumptions', texts.assumptions)
  await minutes(4)
  await isLeft(60)
  await minutes(3)
  await isLeft(-120)
  expect(await page.locator('.clock').getAttribute('data-state')).toBe('over')
  expect(await page.locator('.clock').innerText()).toContain('over')
  await isPhase('Assumptions')

  for (const title of ['Design', 'Failure modes', 'Metrics and rollout']) {
    await app.press('Next phase')
    await isPhase(title)
  }
  expect(await page.getByRole('button', { name: 'Next phase' }).isDisabled()).toBe(true)
  await minutes(60)
  await isLeft(-55 * 60)
  // Long after the time everything can still be written, and the answer is not there.
  await writeAll(page)
  expect(await written(page)).toEqual(texts)
  expect(await page.locator('.model, .criterion').count()).toBe(0)
  expect(drillRequests()).toEqual([])
})

test('the clock is paused, extended, skipped, turned back and hidden', async () => {
  await app.press('Start')
  await minutes(1)
  await app.press('Pause')
  await expect.poll(() => page.locator('.clock').getAttribute('data-running'), { timeout }).toBe('false')
  const then = await left()
  await openMore(page)
  await minutes(30)
  expect(await left()).toBe(then)
  await app.press('+1 min')
  await expect.poll(left, { timeout }).toBe(then + 60)
  await app.press('+5 min')
  await expect.poll(left, { timeout }).toBe(then + 360)
  await app.press('Resume')
  await minutes(2)
  await isLeft(then + 240)

  await app.press('Next phase')
  await isPhase('Design')
  await isLeft(600)
  await minutes(1)
  await openMore(page)
  await app.press('Back')
  await isPhase('Assumptions')
  await isLeft(then + 240)

  // Back leads into the text, and the menu is left.
  await expect.poll(() => page.locator('.more-panel').count(), { timeout }).toBe(0)
  await openMore(page)
  await app.press('Hide clock')
  await expect.poll(() => page.locator('.clock').count(), { timeout }).toBe(0)
  expect(await page.locator('.figures-small').count()).toBe(0)
  await minutes(1)
  await app.press('Hide clock')
  await isLeft(then + 180)

  await app.press('No limit')
  await expect.poll(() => page.locator('.clock').innerText(), { timeout }).toContain('spent')
  await app.press('No limit')
  await isLeft(then + 180)
})

test('a reload in the middle of a phase keeps the texts and the clock', async () => {
  await app.press('Start')
  await app.press('Next phase')
  await writeAll(page)
  await minutes(3)
  await saved(page)
  await page.reload()
  await page.locator('.clock').waitFor()
  await isPhase('Design')
  await isLeft(420)
  expect(await written(page)).toEqual(texts)
  await minutes(8)
  await isLeft(-60)
})

test('a round from the start to its repeat, and a fresh attempt', async () => {
  await app.press('Start')
  await writeAll(page)
  await minutes(20)
  await saved(page)
  expect(drillRequests()).toEqual([])
  const before = await app.html()
  for (const words of secrets) expect(before).not.toContain(words)

  await reveal(app)
  expect(drillRequests()).toEqual([expect.stringContaining(round)])
  const after = await page.locator('main').innerText()
  const inPage = await app.html()
  // The answers of the second round wait for it.
  const reply = 'Whoever may read a note may find it'
  for (const words of secrets) expect(inPage.includes(words)).toBe(words !== reply)
  for (const text of Object.values(texts)) expect(after).toContain(text)
  expect(await page.locator('.score-figure').innerText()).toBe('Not graded')

  expect(await gradeAll(page, 'met')).toBe(8)
  await expect.poll(() => page.locator('.score-figure').innerText(), { timeout }).toBe('100 of 100')
  await grade(page, 'rollback-path', 'not')
  await grade(page, 'one-release-for-both', 'not')
  await expect.poll(() => page.locator('.score-figure').innerText(), { timeout }).not.toBe('100 of 100')
  const score = await page.locator('.score-figure').innerText()
  expect(score).toMatch(/^\d\d of 100$/)
  await page.fill('.finish textarea', 'Say who is paged.')
  await finish(app)
  expect(await page.locator('.summary').innerText()).toContain(score)
  expect(await page.locator('.summary').innerText()).toMatch(/The drill is due (?:tomorrow|in \d+ days)/)
  expect(drillRequests()).toHaveLength(1)
  const attempt = new URL(page.url()).hash

  await app.go('#/')
  expect(await page.locator('main').innerText()).toMatch(/due (?:tomorrow|in \d+ days)/)
  await app.go('#/repeat')
  expect(await page.locator('.due-list').innerText()).toContain('Voice note search: the whole drill')
  expect(await page.locator('.due-list').innerText()).toContain('Voice note search: Rollback path')
  expect(await page.locator('.due-list').innerText()).toContain('Voice note search: One release for both')

  await app.go(`#/drill/${round}`)
  await app.press('Start')
  await page.fill('#field-assumptions', 'Something else.')
  await saved(page)
  expect(await written(page)).toEqual({
    ...Object.fromEntries(Object.keys(texts).map((field) => [field, ''])),
    assumptions: 'Something else.',
  })
  for (const hash of [`#/drill/${round}`, `#/history/${round}`, attempt, '#/repeat', '#/']) {
    await app.go(hash)
    const html = await app.html()
    for (const words of [...secrets, ...Object.values(texts), 'Say who is paged.'])
      expect(html).not.toContain(words.split('\n')[0])
  }
  await app.go(attempt)
  expect(await page.locator('main').innerText()).toContain('stays out of sight')
  await app.go(`#/drill/${round}`)
  await reveal(app)
  await app.go(attempt)
  await page.locator('.own-text').first().waitFor()
  expect(await page.locator('main').innerText()).toContain(texts['failure-modes'])
})
