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

test('a connection that the browser has lost is made anew before anybody notices', async () => {
  const { page, go } = await site.open({
    script: `
      const { transaction } = IDBDatabase.prototype
      const used = new Set()
      const lost = new WeakSet()
      window.loseConnections = () => used.forEach((each) => lost.add(each))
      IDBDatabase.prototype.transaction = function (...args) {
        used.add(this)
        if (lost.has(this)) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
        return transaction.apply(this, args)
      }`,
  })
  await go(`#/drill/${round}`)
  await page.fill('#field-assumptions', 'Before.')
  await saved(page)
  const states = page.evaluate<string[]>(`new Promise((resolve) => {
    const seen = []
    const saving = document.querySelector('.saving')
    const observer = new MutationObserver(() => {
      seen.push(saving.dataset.state)
      if (saving.dataset.state !== 'pending') resolve(seen)
    })
    observer.observe(saving, { attributes: true })
    loseConnections()
  })`)
  await writeAll(page)
  expect((await states).at(-1)).toBe('saved')
  await page.reload()
  await page.locator('textarea').first().waitFor()
  expect(await written(page)).toEqual(texts)
})

test.each(['deleted', 'cleared'])(
  'a database that is %s under the open page is told at once and written again',
  async (how) => {
    const app = await site.open()
    const { context, page, go, press } = app
    await go(`#/drill/${round}`)
    await writeAll(page)
    await reveal(app)
    await gradeAll(page, 'partly')
    await press('Finish')
    await page.locator('.summary').waitFor()
    await saved(page)
    if (how === 'deleted') {
      await page.evaluate("indexedDB.deleteDatabase('drills-practice:/')")
    } else {
      const devtools = await context.newCDPSession(page)
      const { origin } = new URL(site.server.url)
      await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    }
    await page
      .locator('.banners')
      .getByText('What this site had stored in the browser was deleted while the page was open.')
      .waitFor()
    await saved(page)
    // All of it is there, not only what changes from now on.
    await page.reload()
    await page.locator('.summary').waitFor()
    await go('#/data')
    expect(await page.locator('main').innerText()).toMatch(/1 attempt, [1-9]\d* cards, [1-9]\d* reviews/)
  },
)
