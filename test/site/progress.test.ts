import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { finish, gradeAll, reveal, round, saved, texts, writeAll } from './steps.ts'

const site = useSite('progress')

const start = new Date('2026-11-02T09:00:00').getTime()
const minute = 60_000
const day = 24 * 60 * minute

const main = (page: Page) => page.locator('main')
const shows = (page: Page, words: string | RegExp): Promise<void> =>
  expect.poll(() => main(page).innerText(), { timeout }).toMatch(words)

/** Finishes an attempt at a time, with the same grade for all. */
async function practise(app: App, at: number, grade: 'met' | 'partly' | 'not'): Promise<void> {
  const { page, go } = app
  // An answer that is still on the screen then would have just been read.
  if (page.url() !== 'about:blank') await go('#/')
  await page.clock.setFixedTime(at)
  await go(`#/drill/${round}`)
  await writeAll(page)
  await page.clock.setFixedTime(at + 3 * minute)
  await reveal(app)
  await gradeAll(page, grade)
  await finish(app)
}

test('the page says what will be there, then shows what attempts come to, apart from those that say little', async () => {
  const app = await site.open()
  const { page, go } = app
  await page.clock.setFixedTime(start)
  await go('#/progress')
  await shows(page, 'There is nothing to show yet.')
  expect(await barriers(page, 'no progress')).toEqual([])

  await practise(app, start, 'partly')
  // Minutes after reading the answer: that is no recall.
  await practise(app, start + 10 * minute, 'met')
  await practise(app, start + day, 'not')
  await go('#/progress')
  const criteria = page.locator('section[aria-labelledby=criteria-title]')
  await expect.poll(() => criteria.locator('.trends li').count(), { timeout }).toBe(6)
  const [first] = await criteria.locator('.trends li').allInnerTexts()
  expect(first).toMatch(/\n25 % in 2 attempts/)
  await go('#/')
  // The first page says the same.
  expect((await page.locator('.standing > div').first().innerText()).split('\n').at(-1)).toBe('25 %')
  await go('#/progress')
  await criteria.locator('.trends li').first().waitFor()
  // One ring for each attempt that counts.
  expect(await criteria.locator('.trends li').first().locator('circle').count()).toBe(2)
  await criteria.getByText('General criteria as a table').click()
  const rows = await criteria.locator('tbody').first().locator('tr').allInnerTexts()
  expect(rows.map((row) => row.split('\t').slice(1).join(' '))).toEqual([
    '',
    'Voice note search 50 % 50 %',
    'Voice note search 0 % 25 %',
  ])
  expect(await page.locator('section[aria-labelledby=categories-title] .trends').innerText()).toMatch(
    /^System design\n+25 % in 2 attempts/,
  )
  const apart = page.locator('section[aria-labelledby=apart-title]')
  expect(await apart.locator('li').allInnerTexts()).toEqual([
    expect.stringContaining('begun soon after the answer was read'),
  ])
  // Three minutes, less the real time that writing took; the two times make up the plan to the second.
  const times = await page.locator('.phase-times tbody tr').first().innerText()
  expect(times).toMatch(/(?:3:00|2:5\d)\s+5:00\s+2:0\d under/)
  const seconds = [...times.matchAll(/(\d):(\d\d)/g)].map(([, min, sec]) => Number(min) * 60 + Number(sec))
  expect((seconds[0] ?? 0) + (seconds[2] ?? 0)).toBe(seconds[1])
  // All was written while the clock stood in the first phase.
  expect(await page.locator('.phase-times tbody tr').nth(1).innerText()).toContain('not measured')
  expect(await barriers(page, 'progress')).toEqual([])
  // It leads on to what to do about it.
  await shows(page, /Weakest at the moment: [A-Z][\w -]+\. The rubric says what earns it\./)
  await page.getByRole('link', { name: 'Its drills' }).click()
  await page.locator('main[data-page=home] h1').waitFor()
  expect(await page.locator('.filters .count').innerText()).toBe('2 of 3 drills')
})

test('one attempt is deleted where it is listed and where it is read, and nothing else with it', async () => {
  const app = await site.open()
  const { page, go, press } = app
  await practise(app, start, 'partly')
  await practise(app, start + day, 'met')
  await go(`#/history/${round}`)
  const due = await page.locator('.due-list').innerText()
  const ask = page.getByRole('button', { name: /^Delete the attempt of / })
  await ask.first().click()
  await shows(
    page,
    /will be deleted from this browser: what you wrote and noted, its grades and its recordings\./,
  )
  expect(await barriers(page, 'deleting')).toEqual([])
  await press('Keep it')
  expect(await ask.count()).toBe(2)
  await ask.first().click()
  await press('Delete it')
  await shows(page, 'The attempt was deleted.')
  await expect.poll(() => page.evaluate('document.activeElement.tagName'), { timeout }).toBe('H1')
  await saved(page)
  await page.reload()
  await page.getByRole('heading', { name: '1 attempt', exact: true }).waitFor()
  // What was learnt stays scheduled, and its reviews stay in the log.
  expect(await page.locator('.due-list').innerText()).toBe(due)
  await go('#/data')
  const [download] = await Promise.all([page.waitForEvent('download'), press('Export everything')])
  const { attempts, reviews } = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(attempts).toHaveLength(1)
  expect(new Set(reviews.map((review: { attemptId: string }) => review.attemptId)).size).toBe(2)

  await go(`#/attempt/${attempts[0].id}`)
  await page.locator('.summary').waitFor()
  await press('Delete this attempt')
  await press('Delete it')
  await page.locator('main[data-page=history] h1').waitFor()
  await shows(page, '0 attempts')
  await go(`#/attempt/${attempts[0].id}`)
  await shows(page, 'This browser has no such attempt.')
})

test('what is deleted in one tab is gone in the other, which can keep what was being written', async () => {
  const here = await site.open()
  const there = await here.tab()
  const field = here.page.locator('#field-assumptions')
  await here.go(`#/drill/${round}`)
  await writeAll(here.page)
  await saved(here.page)
  await there.go(`#/history/${round}`)
  await there.page.getByRole('button', { name: /^Delete the attempt of / }).click()
  await there.press('Delete it')
  await here.page.getByRole('alert').filter({ hasText: 'Deleted in another tab' }).waitFor()
  await expect.poll(() => field.inputValue(), { timeout }).toBe('')
  // There is nothing left that would be called saved.
  for (const { page } of [here, there])
    await expect.poll(() => page.locator('.saving').getAttribute('data-state'), { timeout }).toBe('saved')
  // It comes back neither by itself nor with the next visit.
  await there.page.reload()
  await there.page.getByRole('heading', { name: '0 attempts', exact: true }).waitFor()

  await here.press('Keep what I wrote')
  await expect.poll(() => field.inputValue(), { timeout }).toBe(texts.assumptions)
  await saved(here.page)
  await there.page.reload()
  await there.page.getByRole('heading', { name: '1 attempt', exact: true }).waitFor()
})

test('a result leaves as an image without a word of the learner, and as Markdown', async () => {
  const app = await site.open()
  const { context, page, press } = app
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await practise(app, start, 'partly')
  await page.getByText('Take the result with you').click()
  const [image] = await Promise.all([page.waitForEvent('download'), press('Download as an image')])
  expect(image.suggestedFilename()).toBe(`result-${round}-2026-11-02.png`)
  const bytes = readFileSync(await image.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  await press('Copy the scorecard')
  await shows(page, 'The scorecard is in the clipboard, as Markdown.')
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied).toMatch(/^# Voice note search\n/)
  expect(copied).toContain('**50 of 100** by self-grade')
  for (const text of Object.values(texts)) expect(copied).not.toContain(text.split('\n')[0])
})

test('two attempts that are not there, or at two drills, are not compared in silence', async () => {
  const app = await site.open()
  const { page, go } = app
  await go('#/compare/no-such-attempt/none-either')
  await shows(page, 'This browser has no such attempt.')
  await practise(app, start, 'partly')
  const id = /attempt\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  await go(`#/compare/${id}/no-such-attempt`)
  await shows(page, 'This browser has no such attempt.')
  await page.getByRole('link', { name: 'Your attempts at the drill' }).click()
  await page.getByRole('heading', { name: '1 attempt', exact: true }).waitFor()
})
