import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { timeout, useSite } from './app.ts'
import { drillsOf } from './published.ts'
import { round, saved, texts, written } from './steps.ts'

const site = useSite('keyboard')

let page: Page

beforeEach(async () => {
  const app = await site.open()
  page = app.page
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
  await app.go('#/')
})

const key = (name: string): Promise<void> => page.keyboard.press(name)
const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
const field = (name: string): Locator => page.locator(`#field-${name}`)

const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.and(page.locator(':focus')).count()) > 0
const isFocused = (target: Locator): Promise<void> =>
  expect.poll(() => hasFocus(target), { timeout }).toBe(true)

/** Whether the element that has the focus looks like it: a choice shows it on the words that cover it. */
const isFocusSeen = (): Promise<boolean> =>
  page.evaluate(`(() => {
    const focused = document.activeElement
    const shown = getComputedStyle(focused).opacity === '0' ? focused.nextElementSibling : focused
    const { outlineStyle, outlineWidth } = getComputedStyle(shown)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  })()`)

/** Goes on with Tab until the target has the focus; whoever looks on always sees where that is. */
async function tabTo(target: Locator): Promise<void> {
  for (let count = 0; count < 200; count += 1) {
    await key('Tab')
    // Between the last stop and the first one nothing has it.
    if ((await page.locator(':focus').count()) > 0) expect(await isFocusSeen()).toBe(true)
    if (await hasFocus(target)) return
  }
  throw new Error(`Tab never leads to ${target}`)
}

/** Types into the field that has the focus. */
async function type(name: keyof typeof texts): Promise<void> {
  await isFocused(field(name))
  for (const [index, line] of texts[name].split('\n').entries()) {
    if (index > 0) await key('Enter')
    await page.keyboard.insertText(line.slice(0, -1))
    await key(line.slice(-1))
  }
}

const phase = (): Promise<string> => page.locator('.timer-phase strong').innerText()
const running = (): Promise<string | null> => page.locator('.clock').getAttribute('data-running')

test('the skip link leads past the menu', async () => {
  await key('Tab')
  expect(await isFocusSeen()).toBe(true)
  await key('Enter')
  await isFocused(page.locator('main'))
  expect(new URL(page.url()).hash).toBe('#/')
})

test('a round goes from the list of drills to its grade by keys alone', async () => {
  const title = drillsOf(site.package).find(({ id }) => id === round)?.title ?? ''
  await tabTo(page.getByRole('link', { name: title, exact: true }))
  await key('Enter')
  await page.locator('main[data-page=drill] .timer').waitFor()
  await isFocused(page.locator('h1'))

  await key('s')
  await expect.poll(running, { timeout }).toBe('true')
  // Start leads into the first text.
  await type('assumptions')
  await key('Control+Enter')
  await type('design')
  await tabTo(field('failure-modes'))
  await type('failure-modes')
  expect(await phase()).toBe('Design')
  await key('Alt+Enter')
  await expect.poll(phase, { timeout }).toBe('Failure modes')
  await key('Control+Enter')
  await type('metrics-and-rollout')
  // Letters that are typed do nothing else.
  for (const letter of ['s', 'c', 't', 'h', 'Backspace', 'Backspace', 'Backspace', 'Backspace'])
    await key(letter)
  expect(await written(page)).toEqual(texts)
  expect(await running()).toBe('true')
  await key('Escape')
  await key('s')
  await expect.poll(running, { timeout }).toBe('false')
  const hears = (words: RegExp): Promise<void> =>
    expect
      .poll(async () => (await page.locator('.timer').getByRole('status').allInnerTexts()).join(' '), {
        timeout,
      })
      .toMatch(words)
  await hears(/Paused\. 4 minutes( \d+ seconds?)? left\.|Paused\. 5 minutes left\./)
  // Held down, a key acts once.
  for (let count = 0; count < 4; count += 1) await page.keyboard.down('5')
  await page.keyboard.up('5')
  await hears(/Five more minutes\. (9|10) minutes/)
  await key('t')
  await hears(/No limit\. .* spent\./)
  await key('t')
  await key('l')
  await hears(/(9|10) minutes.* left\./)
  await key('b')
  await isFocused(field('failure-modes'))
  await key('Escape')
  await key('p')
  await page.locator('.prompt-panel').waitFor()
  await key('Escape')
  await key('w')
  await isFocused(field('failure-modes'))
  await saved(page)

  await tabTo(button('Show the model answer'))
  await key('Enter')
  await page.locator('.model').first().waitFor()
  await isFocused(page.locator('.criterion:not([hidden]) h3'))
  // From evidence to the grade that it earns.
  await tabTo(page.getByRole('tab', { name: 'Grade' }))
  await key('ArrowRight')
  await isFocused(page.getByRole('tab', { name: 'Both answers' }))
  await tabTo(page.locator('.evidence-link').first())
  await key('Enter')
  const current = page.locator('.criterion:not([hidden])')
  await isFocused(current.locator('h3'))

  // Without single keys as well: the buttons are the first stops after the heading and its neighbours.
  const count = await page.locator('.criterion').count()
  for (let index = 0; index < count; index += 1) {
    const choice = current.locator(`[data-grade=${index === 0 ? 'partly' : 'met'}]`)
    await tabTo(choice)
    const before = await current.getAttribute('id')
    await key('Space')
    if (index === count - 1) break
    await expect.poll(() => current.getAttribute('id'), { timeout }).not.toBe(before)
    await isFocused(current.locator('h3'))
  }
  await isFocused(page.locator('#red-flags-title'))
  const flag = page.locator('.red-flags').getByRole('checkbox').first()
  await tabTo(flag)
  await key('Space')
  expect(await flag.isChecked()).toBe(true)
  await tabTo(page.locator('.finish textarea'))
  await page.keyboard.insertText('Begin with the users.')
  await tabTo(button('Finish'))
  await key('Enter')
  await page.locator('main[data-page=attempt] .summary').waitFor()
  await isFocused(page.locator('h1'))
  expect(await page.locator('.score-figure').first().innerText()).toMatch(/^\d\d of 100$/)
  await saved(page)

  await key('r')
  await page.locator('main[data-page=repeat] h1').waitFor()
  await key('h')
  await page.locator('main[data-page=home] h1').waitFor()

  // Back leads to where a page was left, and a link to its top.
  const top = (): Promise<number> => page.evaluate('Math.round(scrollY)')
  await page.setViewportSize({ width: 390, height: 400 })
  await page.evaluate(`new Promise((scrolled) => {
    addEventListener('scroll', scrolled, { once: true })
    scrollTo({ top: 420, behavior: 'instant' })
  }).then(() => 0)`)
  await page.locator('.site-header').getByRole('link', { name: 'Rubric' }).dispatchEvent('click')
  await page.locator('main[data-page=rubric] h1').waitFor()
  await expect.poll(top, { timeout }).toBe(0)
  await page.goBack()
  await page.locator('main[data-page=home] h1').waitFor()
  await expect.poll(top, { timeout }).toBe(420)
})

test('the help opens and closes by keys, and can switch single keys off', async () => {
  await key('?')
  await page.locator('dialog[open]').waitFor()
  // No key acts below an open dialog.
  await key('r')
  expect(new URL(page.url()).hash).toBe('#/')
  await key('Escape')
  await expect.poll(() => page.locator('dialog[open]').count(), { timeout }).toBe(0)

  await tabTo(page.locator('header').getByRole('button', { name: 'Keyboard' }))
  await key('Enter')
  await page.locator('dialog[open]').waitFor()
  const single = page.locator('dialog').getByRole('checkbox')
  await tabTo(single)
  await key('Space')
  expect(await single.isChecked()).toBe(false)
  await expect.poll(() => page.locator('.saving').innerText(), { timeout }).toBe('')
  await key('Escape')
  await isFocused(page.locator('header').getByRole('button', { name: 'Keyboard' }))
  await key('r')
  await key('?')
  expect(new URL(page.url()).hash).toBe('#/')
  expect(await page.locator('dialog[open]').count()).toBe(0)
})

test('a key that is pressed as soon as the page is there counts', async () => {
  const script = `new MutationObserver((_, observer) => {
    if (!document.querySelector('main[data-page=home] h1')) return
    observer.disconnect()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, cancelable: true }))
  }).observe(document, { childList: true, subtree: true })`
  const app = await site.open({ script })
  await app.go('#/')
  await app.page.locator('dialog[open]').waitFor({ timeout })
})
