import { expect, test } from 'vitest'
import { timeout, useSite } from './app.ts'
import { finish, gradeAll, reveal, round, saved, writeAll, written } from './steps.ts'

const site = useSite('firefox')

test('the loop in Firefox: against the clock, kept over a reload, compared, graded and finished', async () => {
  const app = await site.open({ browser: 'firefox' })
  const { page } = app
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
  await app.go(`#/drill/${round}`)
  await app.press('Start')
  await writeAll(page)
  const texts = await written(page)
  await page.clock.runFor(61_000)
  await expect.poll(() => page.locator('.clock-figures').innerText(), { timeout }).toMatch(/^3:[0-5]\d$/)
  await saved(page)
  await page.reload()
  await expect.poll(() => written(page), { timeout }).toEqual(texts)
  await reveal(app)
  await gradeAll(page, 'partly')
  await finish(app)
  expect(await page.locator('.score-figure').innerText()).toBe('50 of 100')
})
