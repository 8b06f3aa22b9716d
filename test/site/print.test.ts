import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { site } from './build.ts'

let browser: Browser
let page: Page

const body = `
  <header class="site-header">menu</header>
  <main>
    <div class="drill-title"><h1>a drill</h1></div>
    <section class="prompt"><p>the prompt</p></section>
    <button type="button" class="primary">press</button>
    <p class="print-only">for paper</p>
    <p class="no-print">for the screen</p>
    <textarea>${'written '.repeat(400)}</textarea>
    <div class="model"><div class="model-text">the answer</div></div>
    <section class="worked-figures">6 ÷ 2 = 3</section>
    <section class="second-round"><details><summary>Answer</summary><p id="reply">we would</p></details></section>
    <details><summary>more</summary><p id="folded">folded</p></details>
    <section class="finish"><h2>Finish</h2><label class="note">my note <textarea id="note"></textarea></label></section>
    <div class="worksheet"><p>the prompt</p><div class="lines"></div></div>
  </main>`

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.setContent(body)
  await page.addStyleTag({ content: '.primary { display: inline-flex } .site-header { display: flex }' })
  await page.addStyleTag({ content: readFileSync(path.join(site, 'src/styles/print.css'), 'utf8') })
})

afterAll(() => browser?.close())

const seen = async (media: 'screen' | 'print', name = ''): Promise<Record<string, boolean>> => {
  await page.emulateMedia({ media })
  await page.evaluate(`document.documentElement.className = ${JSON.stringify(name)}`)
  const selectors = [
    '.site-header',
    '.prompt',
    'button',
    '.print-only',
    '.no-print',
    '.model-text',
    '.worked-figures',
    '#reply',
    '#folded',
    '.drill-title',
    '.finish h2',
    '#note',
    '.worksheet',
  ]
  const entries = await Promise.all(
    selectors.map(async (selector) => [selector, await page.locator(selector).isVisible()] as const),
  )
  return Object.fromEntries(entries)
}

const onScreen = {
  '.site-header': true,
  '.prompt': true,
  button: true,
  '.print-only': false,
  '.no-print': true,
  '.model-text': true,
  '.worked-figures': true,
  '#reply': false,
  '#folded': false,
  '.drill-title': true,
  '.finish h2': true,
  '#note': true,
  '.worksheet': false,
}
const onPaper = {
  '.site-header': false,
  '.prompt': true,
  button: false,
  '.print-only': true,
  '.no-print': false,
  '.model-text': true,
  '.worked-figures': true,
  '#reply': true,
  '#folded': true,
  '.drill-title': true,
  '.finish h2': false,
  '#note': true,
  '.worksheet': false,
}

test('on the screen nothing changes', async () => {
  expect(await seen('screen')).toEqual(onScreen)
  expect(await seen('screen', 'print-worksheet')).toEqual(onScreen)
})

test('paper has no buttons, what is folded is read, and the note stays', async () => {
  expect(await seen('print')).toEqual(onPaper)
})

test('a worksheet has the title, the prompt and lines, and nothing else of the page', async () => {
  const shown = await seen('print', 'print-worksheet')
  expect(Object.keys(shown).filter((selector) => shown[selector])).toEqual(['.drill-title', '.worksheet'])
  expect((await page.locator('.worksheet .lines').boundingBox())?.height).toBeGreaterThan(200)
})

test('written words are printed whole, and an empty field is room to write', async () => {
  await seen('print')
  const field = (): Promise<{ shown: number; whole: number }> =>
    page.evaluate(
      "(({ clientHeight: shown, scrollHeight: whole }) => ({ shown, whole }))(document.querySelector('textarea'))",
    )
  const { shown, whole } = await field()
  expect(shown).toBe(whole)
  await page.locator('textarea').first().fill('')
  expect((await field()).shown).toBeGreaterThan(200)
})
