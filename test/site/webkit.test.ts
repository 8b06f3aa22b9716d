import { By, until, type WebDriver } from 'selenium-webdriver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DrivenWebKit, findWebKit, launchWebKit } from '../support/webkit.ts'
import { timeout, useSite } from './app.ts'
import { round } from './steps.ts'

const found = findWebKit()
if (found === undefined)
  console.error(
    '\n*** WebKit is not installed: the site is NOT tested in it. Run `node scripts/webkit.mjs`. ***\n',
  )

const site = useSite('webkit')
let webkit: DrivenWebKit | undefined

beforeAll(async () => {
  if (found) webkit = await launchWebKit(found)
}, timeout)
afterAll(() => webkit?.close())

const press = async (page: WebDriver, name: string): Promise<void> => {
  const button = await page.wait(
    until.elementLocated(By.xpath(`//main//button[normalize-space()='${name}']`)),
    timeout,
  )
  // The driver refuses to click at what it would have to scroll to.
  await page.executeScript('arguments[0].click()', button)
}

const isSaid = (page: WebDriver, selector: string, words: string): Promise<unknown> =>
  page.wait(until.elementTextIs(page.findElement(By.css(selector)), words), timeout)

test.skipIf(found === undefined)(
  'the loop in WebKit: written, kept over a reload, graded, finished',
  async () => {
    if (!webkit) throw new Error('WebKit was not started')
    const { page } = webkit
    await page.get(`${site.server.url}#/drill/${round}`)
    const areas = async () => {
      await page.wait(until.elementLocated(By.css('main textarea')), timeout)
      return page.findElements(By.css('main textarea'))
    }
    for (const area of await areas()) await area.sendKeys('The index of yesterday is kept for a week.')
    await isSaid(page, '.saving', 'Saved')
    await page.navigate().refresh()
    const kept = await Promise.all((await areas()).map((area) => area.getAttribute('value')))
    expect(new Set(kept)).toEqual(new Set(['The index of yesterday is kept for a week.']))
    await press(page, 'Show the model answer')
    await page.wait(until.elementLocated(By.css('.criterion')), timeout)
    // Each grade opens the next criterion.
    for (const _ of await page.findElements(By.css('.map-step[data-criterion]')))
      await page.executeScript(
        "document.querySelector('.criterion:not([hidden]) [data-grade=partly]').click()",
      )
    await press(page, 'Finish')
    await page.wait(until.elementLocated(By.css('.summary .score-figure')), timeout)
    expect(await page.findElement(By.css('.summary .score-figure')).getText()).toBe('50 of 100')
  },
)
