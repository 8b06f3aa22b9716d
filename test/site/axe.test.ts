import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { root } from '../support/package.ts'
import { useSite } from './app.ts'
import { finish, gradeAll, reveal, round, saved, writeAll } from './steps.ts'

const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
const site = useSite('axe')

const violations = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`

/** A narrow phone, a window of 1280 at twice the size, and that window. */
const widths = [320, 640, 1280]

/** What is wrong with the page as it is, at every width and in both colour schemes. */
async function wrongs(page: Page, place: string): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const where = `${place}, ${width}, ${colorScheme}`
      for (const violation of await page.evaluate<string[]>(violations)) found.push(`${where}: ${violation}`)
    }
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    if (over > 0) found.push(`${place}, ${width}: ${over} px too wide`)
  }
  return found
}

test('no page has a barrier that axe knows, narrow or enlarged, light or dark', async () => {
  // Another script than the site's own has to run: its policy is tested elsewhere.
  const app = await site.open({ bypassCSP: true, script: axe })
  const { page, go, press } = app
  const start = new Date('2026-11-02T09:00:00').getTime()
  await page.clock.setFixedTime(start)
  const found: string[] = []
  const look = async (place: string): Promise<void> => {
    found.push(...(await wrongs(page, place)))
  }

  for (const [hash, ready] of [
    ['#/', '.today'],
    ['#/loop', '.phase-texts'],
    ['#/rubric', '.criterion-text'],
    ['#/repeat', 'h1'],
  ] as const) {
    await go(hash)
    await page.locator(ready).first().waitFor()
    await look(hash)
  }

  await go(`#/drill/${round}`)
  await press('Start')
  await writeAll(page)
  await page.clock.setFixedTime(start + 6 * 60_000)
  await page.locator('.clock[data-state=over]').waitFor()
  await look('writing')
  await reveal(app)
  await look('revealed')
  await gradeAll(page, 'not')
  await page.locator('.criterion summary').first().click()
  await look('graded')
  await finish(app)
  await look('finished')

  await go(`#/history/${round}`)
  await look('history')
  await page.clock.setFixedTime(start + 5 * 24 * 60 * 60_000)
  await go('#/')
  await look('home with work')
  await go('#/repeat')
  await page.locator('.review').waitFor()
  await look('repeat')
  await press('Show the model answer')
  await page.locator('.review-answer').waitFor()
  await look('card')
  await go('#/data')
  await press('Delete everything')
  await look('data')
  await saved(page)
  await page.setInputFiles('input[type=file]', {
    name: 'some.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}'),
  })
  await page.locator('.banner-bad').waitFor()
  await look('refused import')

  await go('#/drill/what-is-recall')
  await press('Show the model answer')
  await look('blank question')
  await press('Show it')
  await page.locator('.model').waitFor()
  await look('revealed question')
  await press('Keyboard')
  await page.locator('dialog[open]').waitFor()
  await look('help')
  await page.keyboard.press('Escape')

  // What is planted is found.
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))")
  expect(await wrongs(page, 'planted')).toHaveLength(2 * widths.length)

  expect(found).toEqual([])
})
