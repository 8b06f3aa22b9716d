import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import { gradeAll, notSaved, reveal, round, saved, texts, writeAll, written } from './steps.ts'
import { denied, fill } from './storage.ts'

const site = useSite('storage')

const banner = (page: Page) => page.locator('.banner-bad')
const isTold = (page: Page, words: string): Promise<void> =>
  expect.poll(() => banner(page).innerText(), { timeout }).toContain(words)

/** The texts of the first attempt of an export that is made now. */
async function exportedTexts({ go, page, press }: App): Promise<Record<string, string>> {
  await go('#/data')
  const [download] = await Promise.all([page.waitForEvent('download'), press('Export everything')])
  const [attempt] = JSON.parse(readFileSync(await download.path(), 'utf8')).attempts
  return Object.fromEntries(Object.keys(texts).map((field) => [field, attempt.texts[field]?.value]))
}

test('storage that is denied is said plainly, and the whole loop works without it', async () => {
  const app = await site.open({ script: denied })
  const { page, go, press } = app
  await go(`#/drill/${round}`)
  await writeAll(page)
  await isTold(page, 'Not saved. This browser does not let the page store anything.')
  await notSaved(page)
  await press('Try again')
  await notSaved(page)
  expect(await written(page)).toEqual(texts)
  // What can't be stored can be exported.
  expect(await exportedTexts(app)).toEqual(texts)
  await go(`#/drill/${round}`)
  await page.locator('textarea').first().waitFor()
  expect(await written(page)).toEqual(texts)

  await reveal(app)
  await gradeAll(page, 'met')
  await press('Finish')
  await page.locator('.summary').waitFor()
  expect(await page.locator('.summary').innerText()).toContain('100 of 100')
  const shown = await page.locator('main').innerText()
  for (const text of Object.values(texts)) expect(shown).toContain(text)
})

test('storage that is full is said plainly, and takes all that is on the screen once there is room', async () => {
  const app = await site.open()
  const { page, go, press } = app
  const makeRoom = await fill(app, site.server.url)
  await go(`#/drill/${round}`)
  await writeAll(page)
  await isTold(page, 'Not saved. The storage of this browser is full. Your work stays on the screen')
  await notSaved(page)
  await press('Try again')
  await notSaved(page)
  expect(await written(page)).toEqual(texts)
  expect(await exportedTexts(app)).toEqual(texts)
  // The other pages keep it too.
  await go('#/')
  await go(`#/drill/${round}`)
  await page.locator('textarea').first().waitFor()
  expect(await written(page)).toEqual(texts)

  await makeRoom()
  await press('Try again')
  await saved(page)
  expect(await banner(page).count()).toBe(0)
  await page.reload()
  await page.locator('textarea').first().waitFor()
  expect(await written(page)).toEqual(texts)
})
