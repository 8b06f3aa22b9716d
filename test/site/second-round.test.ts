import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { finish, gradeAll, reveal, round, saved } from './steps.ts'

const site = useSite('second-round')

let app: App
let page: Page

beforeEach(async () => {
  app = await site.open()
  page = app.page
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
})

const reply = 'Whoever may read a note may find it'
const card = (): Locator => page.locator('.follow-up:not([hidden])')
const openRound = (): Promise<void> => page.getByRole('tab', { name: 'Second round' }).click()
const says = (words: string): Promise<void> =>
  expect.poll(() => card().innerText(), { timeout }).toContain(words)
const clock = (): Promise<string> => card().locator('.clock').innerText()

/** Writes at the round, and reveals its answer. */
async function revealed(): Promise<void> {
  await app.go(`#/drill/${round}`)
  await page.locator('textarea').first().fill('We count the notes first.')
  await reveal(app)
}

test('follow-ups come one by one, with two minutes each, and count beside the first round', async () => {
  await revealed()
  await gradeAll(page, 'partly')
  const score = await page.locator('.score-figure').innerText()
  await openRound()
  await says('What changes when notes are shared?')
  expect(await clock()).toMatch(/^2:00\s+left$/)
  expect(await app.html()).not.toContain(reply)

  await card().getByRole('textbox').fill('Whoever may read it')
  // Keys that are typed grade nothing and lead nowhere.
  await card().getByRole('textbox').press('End')
  await page.keyboard.type(' 1')
  await page.keyboard.press('ArrowRight')
  await says('Follow-up 1 of 3')
  await page.clock.runFor(90_000)
  await expect.poll(clock, { timeout }).toMatch(/^0:30\s+left$/)
  expect(await page.title()).toMatch(/^0:30 · Voice note search/)
  await app.press('Pause the clock')
  await page.clock.runFor(60_000)
  expect(await clock()).toMatch(/^0:30\s+left$/)
  await app.press('Start the clock')
  // A night with the lid closed can be taken back, as in the first round.
  await page.clock.fastForward(8 * 60 * 60_000)
  await expect.poll(() => page.locator('.absence').innerText(), { timeout }).toContain('8 hours')
  await app.press('Don’t count that time')
  await expect.poll(clock, { timeout }).toMatch(/^0:(29|30)\s+left$/)
  expect(await page.locator('.absence').count()).toBe(0)
  await page.clock.runFor(45_000)
  await expect.poll(clock, { timeout }).toMatch(/over$/)
  expect(await card().locator('.follow-up-clock').getByRole('status').innerText()).toBe(
    'The two minutes are over.',
  )
  expect(await barriers(page, 'over')).toEqual([])

  await app.press('Show the answer')
  await says(reply)
  await says('Whoever may read it 1')
  expect(await barriers(page, 'answered')).toEqual([])
  await page.keyboard.press('1')
  await says('How do you search for a name that was misheard?')
  await expect.poll(() => page.locator('h3:focus').innerText(), { timeout }).toBe('Follow-up 2 of 3')
  // Before its answer is shown there is nothing to grade.
  await page.keyboard.press('1')
  await says('Follow-up 2 of 3')
  for (const grade of ['Partly', 'Not met']) {
    await app.press('Show the answer')
    await card().getByRole('button', { name: grade }).click()
  }
  const sum = page.locator('.second-round-sum')
  await expect
    .poll(() => sum.innerText(), { timeout })
    .toBe('That was the second round: 1 met, 1 partly, 1 not of 3.')
  await finish(app)
  const summary = await page.locator('.summary').innerText()
  expect(summary).toContain(score)
  expect(summary).toContain('Second round: 1 met, 1 partly, 1 not of 3')
  // What comes next stands where the last question was graded, too.
  await page.getByRole('tab', { name: 'Second round' }).click()
  expect(await page.locator('.second-round .next-task').innerText()).toBe('All drills')
  await page.getByText('Take the result with you').click()
  const [download] = await Promise.all([page.waitForEvent('download'), app.press('Download the scorecard')])
  expect(readFileSync(await download.path(), 'utf8')).toContain('- Second round: 1 met, 1 partly, 1 not')
  await app.go(`#/history/${round}`)
  expect(await page.locator('.history').innerText()).toContain('second round: 1 met, 1 partly, 1 not')
  // The first took longer than its two minutes.
  await app.go('#/progress')
  const row = page.locator('.second-rounds tbody tr')
  await expect.poll(() => row.innerText(), { timeout }).toMatch(/^Voice note search, .+\t1\t1\t1\t1$/)
})

test('it can be done at any later time, by the address too, and survives a closed page', async () => {
  await revealed()
  await gradeAll(page, 'partly')
  await finish(app)
  const attempt = new URL(page.url()).hash
  const score = await page.locator('.score-figure').first().innerText()
  await page.clock.fastForward(20 * 24 * 60 * 60_000)
  await page.goto('about:blank')
  await page.setViewportSize({ width: 390, height: 844 })
  await app.go(`${attempt}/second-round`)
  await says('What changes when notes are shared?')
  // The round is in view at once, below a summary that is longer than the screen.
  await expect.poll(() => page.locator(':focus').innerText(), { timeout }).toBe('Follow-up 1 of 3')
  expect((await card().boundingBox())?.y).toBeLessThan(350)
  expect(await page.locator('.summary').innerText()).toMatch(/The drill was due \d+ days ago/)
  await card().getByRole('textbox').fill('Only the owner may.')
  await page.clock.runFor(20_000)
  await saved(page)
  await page.reload()
  await says('Follow-up 1 of 3')
  expect(await card().getByRole('textbox').inputValue()).toBe('Only the owner may.')
  expect(await card().locator('.clock').getAttribute('data-running')).toBe('false')
  // Another tab of the page stops the clock as well.
  await app.press('Start the clock')
  await page.getByRole('tab', { name: 'Prompt' }).click()
  await openRound()
  await expect.poll(() => card().locator('.clock').getAttribute('data-running'), { timeout }).toBe('false')
  await app.press('Show the answer')
  await page.keyboard.press('3')
  await expect
    .poll(() => page.locator('.summary').innerText(), { timeout })
    .toContain('Second round: 0 met, 0 partly, 1 not of 3')
  expect(await page.locator('.score-figure').first().innerText()).toBe(score)
  // What comes next is the rest of the round; a reopened attempt keeps the focus on the page.
  const next = page.locator('.attempt-actions .primary')
  expect(await next.innerText()).toBe('Second round (2 questions, about 4 minutes)')
  await page.getByRole('tab', { name: 'Grade' }).click()
  await next.click()
  await expect.poll(() => page.locator(':focus').innerText(), { timeout }).toBe('Follow-up 2 of 3')
  const fresh = page.getByRole('link', { name: 'Fresh attempt (better on another day)' })
  expect(await fresh.isVisible()).toBe(true)
  await app.press('Reopen')
  await expect.poll(() => page.locator('h1:focus').count(), { timeout }).toBe(1)
  await finish(app)
  await saved(page)
  await page.reload()
  await page.locator('.summary').waitFor()
  expect(await page.locator('.summary').innerText()).toContain('Second round: 0 met, 0 partly, 1 not of 3')
})

test('a question without follow-ups has no second round', async () => {
  await app.go('#/drill/what-is-recall')
  await page.locator('textarea').first().fill('What is found of what there is.')
  await reveal(app)
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Grade', 'Both answers', 'Prompt', 'Reviewer'])
  await app.go('#/drill/what-is-recall/second-round')
  await page.locator('.criterion:not([hidden])').waitFor()
})
