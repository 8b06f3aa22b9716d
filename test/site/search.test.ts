import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { finish, gradeAll, reveal, round, saved, writeAll } from './steps.ts'

const site = useSite('search')

const field = (page: Page) => page.locator('input[type=search]')
/** What is said of the query that was typed last, once it was searched for. */
const status = async (page: Page, words: string): Promise<void> => {
  await page.locator('.search-page [aria-busy=false]').waitFor({ state: 'attached', timeout })
  await expect.poll(() => page.locator('.search-page .count').innerText(), { timeout }).toBe(words)
}
const labels = (page: Page): Promise<string[]> => page.locator('.found a').allInnerTexts()

test('the search finds prompts and own texts, and the answer only once it was revealed', async () => {
  const app = await site.open()
  const { page, go, requests } = app
  await page.clock.setFixedTime(new Date('2026-11-02T09:00:00'))
  await go('#/search')
  await status(page, '')
  await expect.poll(() => page.evaluate('document.activeElement.type'), { timeout }).toBe('search')

  await field(page).fill('product manager')
  await status(page, '1 place in 1 drill')
  // It is read out once the typing pauses.
  const spoken = page.locator('.search-page [role=status]')
  await expect.poll(() => spoken.innerText(), { timeout }).toBe('1 place in 1 drill')
  expect(await page.locator('.found').innerText()).toMatch(
    /^What does recall at ten measure\?\n+Prompt\n+Explain the metric to a product manager\.$/,
  )
  expect(await page.locator('.found mark').allInnerTexts()).toEqual(['product', 'manager'])

  // Words of the answer, a criterion and a follow-up.
  for (const words of [
    'offline recogniser',
    'transcription gave up',
    'phonetic key',
    'One release for both',
  ]) {
    await field(page).fill(words)
    await status(page, 'Nothing has all these words.')
  }
  expect(requests.filter((name) => /\/drills\//.test(name))).toEqual([])

  await go(`#/drill/${round}`)
  await writeAll(page)
  await saved(page)
  // The open attempt is the learner's own; the answer stays hidden.
  await go('#/search/paragraph')
  await status(page, '1 place in 1 drill')
  expect(await labels(page)).toEqual(['What you wrote under “Design”, 2 Nov 2026'])
  await go('#/search/offline%20recogniser')
  await status(page, 'Nothing has all these words.')

  await go(`#/drill/${round}`)
  await reveal(app)
  await page.locator('.map-last').click()
  await page.fill('.finish textarea', 'Say the Café’s name first.')
  await saved(page)
  await go('#/search/offline%20recogniser')
  await status(page, '1 place in 1 drill')
  expect(await labels(page)).toEqual(['Model answer, Model path'])

  // Hundreds of places are not made before somebody wants them.
  await field(page).fill('t')
  const folded = page.locator('.found details').first()
  await folded.waitFor()
  expect(await folded.locator('mark').count()).toBe(0)
  await folded.locator('summary').click()
  await expect.poll(() => folded.locator('mark').count(), { timeout }).toBeGreaterThan(0)

  await field(page).fill('CAFE name')
  await status(page, '1 place in 1 drill')
  expect(await labels(page)).toEqual(['Your note, 2 Nov 2026'])
  expect(await page.locator('.found mark').allInnerTexts()).toEqual(['Café', 'name'])
  expect(await barriers(page, 'search')).toEqual([])
  await page.locator('.found a').click()
  await page.locator('main[data-page=attempt] h1').waitFor()
  // Going back finds the search as it was left.
  await page.goBack()
  await status(page, '1 place in 1 drill')
  expect(await field(page).inputValue()).toBe('CAFE name')

  // A fresh attempt hides the answer and the earlier texts again.
  await go(`#/drill/${round}`)
  await gradeAll(page, 'met')
  await finish(app)
  await go(`#/drill/${round}`)
  await page.fill('#field-assumptions', 'Afresh.')
  await saved(page)
  for (const words of ['offline recogniser', 'paragraph', 'cafe']) {
    await go(`#/search/${encodeURIComponent(words)}`)
    await status(page, 'Nothing has all these words.')
  }
})

test('whatever is asked is only text', async () => {
  const { page, go } = await site.open()
  await go('#/search')
  for (const [query, words] of [
    ['', ''],
    ['   ', ''],
    ['.*', 'Type a letter or a digit.'],
    ['%', 'Type a letter or a digit.'],
    ['<img src=x onerror=alert(1)>', 'Nothing has all these words.'],
    ['constructor __proto__', 'Nothing has all these words.'],
    ['x'.repeat(5000), 'Nothing has all these words.'],
  ] as const) {
    await field(page).fill(query)
    await status(page, words)
    await page.reload()
    await status(page, words)
  }
  expect(await page.locator('main img').count()).toBe(0)
  await go('#/search/%E0%A4%A')
  await status(page, 'Nothing has all these words.')
})

test('the list of drills leads to it with the words that are asked for', async () => {
  const { page, go } = await site.open()
  await go('#/')
  await field(page).fill('metric')
  await page.getByRole('link', { name: 'Search prompts and texts' }).click()
  await page.locator('main[data-page=search] h1').waitFor()
  await status(page, '1 place in 1 drill')
  expect(await field(page).inputValue()).toBe('metric')
})
