import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import { finish, hasFocus, reveal, round, saved, texts, writeAll, written } from './steps.ts'

const site = useSite('tabs')

let here: App
let there: App

beforeEach(async () => {
  here = await site.open()
  there = await here.tab()
})

const banner = (page: Page) => page.locator('main .banner-bad')
const field = (page: Page) => page.locator('#field-assumptions')

const isLocked = async ({ page }: App): Promise<void> => {
  await expect
    .poll(() => banner(page).allInnerTexts(), { timeout })
    .toEqual([expect.stringContaining('This attempt is open in another tab.')])
  expect(await field(page).isDisabled()).toBe(true)
}

const isFree = async ({ page }: App): Promise<void> => {
  await expect.poll(() => field(page).isEnabled(), { timeout }).toBe(true)
  await expect.poll(() => banner(page).count(), { timeout }).toBe(0)
}

const has = ({ page }: App, text: string): Promise<void> =>
  expect.poll(() => field(page).inputValue(), { timeout }).toBe(text)

/** Opens one attempt in both tabs; the first one holds it. */
async function openBoth(): Promise<void> {
  await here.go(`#/drill/${round}`)
  await field(here.page).fill('From here.')
  await saved(here.page)
  await there.go(`#/drill/${round}`)
  await isLocked(there)
}

test('an attempt is locked in the second tab, which follows the first one', async () => {
  await openBoth()
  // What looks like a link has no box around it here either.
  expect(
    await there.page.evaluate(`[...document.querySelectorAll('fieldset.attempt .text-button:disabled')]
      .map((each) => getComputedStyle(each).borderTopColor)
      .filter((colour, index, all) => all.indexOf(colour) === index)`),
  ).toEqual(['rgba(0, 0, 0, 0)'])
  await has(there, 'From here.')
  await writeAll(here.page)
  await expect.poll(() => written(there.page), { timeout }).toEqual(texts)
  await isFree(here)
  await reveal(here)
  await there.page.locator('.model').first().waitFor()
  expect(await there.page.locator('.criterion button:enabled').count()).toBe(0)
  expect(await there.page.locator('.finish-bar').count()).toBe(0)
  await there.page.getByRole('tab', { name: 'Both answers' }).click()
  await there.page.locator('.compare').waitFor()
  expect(await there.page.locator('.compare button:not(.evidence-link):enabled').count()).toBe(0)
  expect(await here.page.locator('.criterion button:enabled').count()).toBeGreaterThan(0)
})

test('keys do nothing to an attempt that is locked', async () => {
  await openBoth()
  const { page } = there
  await page.locator('h1').focus()
  const phase = await page.locator('.timer-phase').innerText()
  // Between them they would start the clock, change its phase and its limit.
  for (const key of ['s', 'n', '1', '5', 't']) await page.keyboard.press(key)
  // What is written here last has to come after anything that those keys have told.
  await field(here.page).fill('From here, again.')
  await has(there, 'From here, again.')
  for (const tab of [here, there]) {
    expect(await tab.page.locator('.timer-phase').innerText()).toBe(phase)
    // It has run since the first word.
    expect(await tab.page.locator('.clock').getAttribute('data-running')).toBe('true')
    expect(await tab.page.locator('.clock').innerText()).not.toContain('spent')
  }
})

test('the second tab takes the attempt over, and back, and no word is lost', async () => {
  await openBoth()
  await field(here.page).focus()
  await there.press('Write here instead')
  await isFree(there)
  await isLocked(here)
  // The focus goes where one can go on: to the title, to the button, and back into the text.
  await hasFocus(there.page.locator('h1'))
  await hasFocus(here.page.getByRole('button', { name: 'Write here instead' }))
  await has(there, 'From here.')
  await writeAll(there.page)
  await saved(there.page)
  await expect.poll(() => written(here.page), { timeout }).toEqual(texts)

  await here.press('Write here instead')
  await isFree(here)
  await hasFocus(field(here.page))
  await isLocked(there)
  await field(here.page).fill('From here, in the end.')
  await saved(here.page)
  await has(there, 'From here, in the end.')
  for (const { page } of [here, there]) {
    await page.reload()
    await field(page).waitFor()
    expect(await written(page)).toEqual({ ...texts, assumptions: 'From here, in the end.' })
  }
})

test('a finished attempt can be read in the second tab, which changes nothing of it', async () => {
  await here.go(`#/drill/${round}`)
  await writeAll(here.page)
  await reveal(here)
  await finish(here)
  const attempt = `${new URL(here.page.url()).hash}/second-round`
  const answer = ({ page }: App) => page.locator('.follow-up:not([hidden])').getByRole('textbox')
  const runs = ({ page }: App) => page.locator('.follow-up:not([hidden]) .clock').getAttribute('data-running')
  await here.go(attempt)
  await answer(here).fill('From here.')
  await saved(here.page)
  await there.go(attempt)
  await expect
    .poll(() => banner(there.page).allInnerTexts(), { timeout })
    .toEqual([expect.stringContaining('can be read but is locked here')])
  expect(await answer(there).inputValue()).toBe('From here.')
  expect(await answer(there).isDisabled()).toBe(true)
  for (const name of ['Reopen', 'Delete this attempt', 'Show the answer'])
    expect(await there.page.getByRole('button', { name, exact: true }).isDisabled()).toBe(true)
  await there.press('Follow-up 2')
  await there.page.getByRole('tab', { name: 'Both answers' }).click()
  await there.page.locator('#panel-answer .model').first().waitFor()
  await there.page.getByRole('tab', { name: 'Second round' }).click()
  await there.press('Follow-up 1')
  // Whatever the second tab has told comes before what is written next.
  await answer(here).fill('From here, again.')
  await expect.poll(() => answer(there).inputValue(), { timeout }).toBe('From here, again.')
  expect([await runs(here), await runs(there)]).toEqual(['true', 'true'])

  await there.press('Write here instead')
  await expect.poll(() => answer(here).isDisabled(), { timeout }).toBe(true)
  expect(await runs(there)).toBe('true')
  await answer(there).fill('From there.')
  await expect.poll(() => answer(here).inputValue(), { timeout }).toBe('From there.')
})

test('an attempt is free again when its tab is closed or goes elsewhere', async () => {
  await openBoth()
  await here.go('#/')
  await there.page.reload()
  await isFree(there)
  await here.go(`#/drill/${round}`)
  await isLocked(here)
  await there.page.close()
  // It comes back by itself.
  await isFree(here)
  await has(here, 'From here.')
})

test('of two tabs that were opened on a drill before either wrote, the first one has it', async () => {
  await here.go(`#/drill/${round}`)
  await isFree(here)
  await there.go(`#/drill/${round}`)
  await isLocked(there)
  await there.press('Write here instead')
  await isFree(there)
  await isLocked(here)
  await field(there.page).fill('From there.')
  await has(here, 'From there.')
  await saved(there.page)
  await here.go(`#/history/${round}`)
  await expect.poll(() => here.page.locator('main h2').first().innerText(), { timeout }).toBe('1 attempt')
})

test('a second tab that is opened before the first one has saved locks at once, and gets its words', async () => {
  await here.go(`#/drill/${round}`)
  await isFree(here)
  // Nothing is saved in the first tab until it is let.
  await here.page.evaluate(`{
    const later = setTimeout
    const held = []
    globalThis.setTimeout = (act, delay, ...more) =>
      delay === 400 ? held.push(act) : later(act, delay, ...more)
    globalThis.letSave = () => held.splice(0).forEach((act) => act())
  }`)
  await field(here.page).fill('From here.')
  await there.go(`#/drill/${round}`)
  await isLocked(there)
  await has(there, '')
  await here.page.evaluate('letSave()')
  await has(there, 'From here.')
  await isLocked(there)
  await there.press('Write here instead')
  await isFree(there)
  await field(there.page).fill('From there.')
  await has(here, 'From there.')
})

test('when one tab deletes everything, the other tells it and keeps what was being written if asked', async () => {
  await here.go(`#/drill/${round}`)
  await writeAll(here.page)
  await saved(here.page)
  await there.go('#/data')
  await there.press('Delete everything')
  await there.press('Delete everything')
  const told = here.page.getByRole('alert').filter({ hasText: 'Everything was deleted in another tab.' })
  await told.waitFor()
  // It is deleted until somebody asks for it, in every tab and after a reload.
  await has(here, '')
  await there.page.reload()
  await there.page.getByText('0 attempts, 0 cards, 0 reviews').waitFor()

  await here.press('Keep what I wrote')
  await expect.poll(() => written(here.page), { timeout }).toEqual(texts)
  expect(await told.count()).toBe(0)
  await saved(here.page)
  await here.page.reload()
  await field(here.page).waitFor()
  expect(await written(here.page)).toEqual(texts)
})

test('an attempt that another tab ends is shown as it was left, and no page goes on with it', async () => {
  await here.go(`#/drill/${round}`)
  await writeAll(here.page)
  await saved(here.page)
  await there.go(`#/history/${round}`)
  await there.press('Fresh attempt')
  await there.press('Start afresh')
  await here.page.locator('main[data-page="attempt"] h1').waitFor()
  expect(await here.page.locator('.banners').innerText()).toContain('Finished in another tab')
  for (const text of Object.values(texts))
    await expect.poll(() => here.page.locator('main').innerText(), { timeout }).toContain(text)
  // The drill is free for whoever is at it, and what is written there is another attempt.
  await isFree(there)
  await has(there, '')
  await field(there.page).fill('Afresh.')
  await saved(there.page)
  await here.page.getByText('You are in the middle of a fresh attempt').waitFor()
  await there.go(`#/history/${round}`)
  await there.page.getByRole('heading', { name: '2 attempts' }).waitFor()
})
