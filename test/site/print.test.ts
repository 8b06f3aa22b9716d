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
    <section class="prompt"><p>the prompt</p></section>
    <button type="button" class="primary">press</button>
    <p class="print-only">for paper</p>
    <p class="no-print">for the screen</p>
    <textarea>${'written '.repeat(400)}</textarea>
    <div class="model"><div class="model-text">the answer</div></div>
    <section class="worked-figures">6 ÷ 2 = 3</section>
    <section class="second-round"><details><summary>Answer</summary><p id="reply">we would</p></details></section>
    <details><summary>more</summary><p id="folded">folded</p></details>
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
}

test('on the screen nothing changes', async () => {
  expect(await seen('screen')).toEqual(onScreen)
  expect(await seen('screen', 'print-worksheet')).toEqual(onScreen)
})

test('paper has no buttons, and what is folded is read', async () => {
  expect(await seen('print')).toEqual(onPaper)
})

test('a worksheet has no answer', async () => {
  expect(await seen('print', 'print-worksheet')).toEqual({
    ...onPaper,
    '.model-text': false,
    '.worked-figures': false,
    '#reply': false,
  })
})

test('written words are printed whole, and an empty field is room to write', async () => {
  await seen('print')
  const field = (): Promise<{ shown: number; whole: number }> =>
    page.evaluate(
      "(({ clientHeight: shown, scrollHeight: whole }) => ({ shown, whole }))(document.querySelector('textarea'))",
    )
  const { shown, whole } = await field()
  expect(shown).toBe(whole)
  await page.fill('textarea', '')
  expect((await field()).shown).toBeGreaterThan(200)
})
