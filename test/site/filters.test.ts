import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import { saved } from './steps.ts'

const site = useSite('filters')

let app: App
let page: Page

beforeEach(async () => {
  app = await site.open()
  page = app.page
})

const titles = (): Promise<string[]> => page.locator('.drill-name').allInnerTexts()
const chip = (name: RegExp) => page.getByRole('button', { name })

test('filters stand in the address: a reload, the way back and a link keep them', async () => {
  await app.go('#/')
  const all = await titles()
  await chip(/^Rounds/).click()
  await page.fill('.search input', all[0] ?? '')
  await expect.poll(titles, { timeout }).toEqual([all[0]])
  await page.reload()
  await expect.poll(titles, { timeout }).toEqual([all[0]])
  expect(await chip(/^Rounds/).getAttribute('aria-pressed')).toBe('true')

  const link = page.url()
  await page.locator('.drill-name a').click()
  await page.locator('main[data-page=drill] h1').waitFor()
  await page.goBack()
  await expect.poll(titles, { timeout }).toEqual([all[0]])
  // The menu leads to the list as it was left.
  await page.getByRole('link', { name: 'Rubric' }).click()
  await page.getByRole('link', { name: 'Drills', exact: true }).click()
  await expect.poll(titles, { timeout }).toEqual([all[0]])
  await app.press('Show all')
  await expect.poll(titles, { timeout }).toEqual(all)

  await app.go('#/rubric')
  await page.goto(link)
  await expect.poll(titles, { timeout }).toEqual([all[0]])
})

test('an address that asks for what is not there shows all drills', async () => {
  await app.go('#/')
  const all = await titles()
  await app.go('#/?kind=poem&state=lost&length=9&topic=gone&due=1999&order=random&other=%E0%A4%A')
  expect(await titles()).toEqual(all)
})

test('topics are fetched once somebody turns to search or filters, and an address that needs them opens with them', async () => {
  await app.go('#/')
  const fetched = () =>
    app.requests.filter((url) => /\/assets\/(?:_virtual_topics|filter-choices)-/.test(url))
  expect(fetched()).toEqual([])
  const topic = page.getByRole('combobox', { name: /^Topic/ })
  await page.getByText('More filters, and order').click()
  await topic.selectOption('recall')
  await expect.poll(titles, { timeout }).toEqual(['What does recall at ten measure?'])
  expect(new URL(page.url()).hash).toBe('#/?topic=recall')
  expect(fetched()).toHaveLength(2)
  await page.reload()
  await page.locator('.drill-name').first().waitFor()
  expect(await titles()).toHaveLength(1)
  expect(await topic.inputValue()).toBe('recall')
  await app.press('Show all')

  await app.go('#/rubric')
  await app.go('#/?search=asr')
  expect(await titles()).toEqual(['Voice note search', 'Empty search results'])
})

test('where the topics can not be fetched, a search says so and finds titles', async () => {
  await page.route(/_virtual_topics-/, (route) => route.abort())
  await app.go('#/')
  await page.fill('.search input', 'recall')
  await page.getByRole('alert').filter({ hasText: 'The topics of the drills could not be loaded' }).waitFor()
  expect(await titles()).toEqual(['What does recall at ten measure?'])
  app.problems.length = 0
})

test('kind, length, state and category are one tap away, and a second tap takes them back', async () => {
  await app.go('#/')
  const all = await titles()
  for (const [name, query, count] of [
    [/^Questions 1$/, 'kind=question', 1],
    [/^Up to 10 min 1$/, 'length=short', 1],
    [/^Longer 2$/, 'length=long', 2],
  ] as const) {
    await chip(name).click()
    await expect.poll(async () => (await titles()).length, { timeout }).toBe(count)
    expect(new URL(page.url()).hash).toBe(`#/?${query}`)
    await chip(name).click()
    await expect.poll(titles, { timeout }).toEqual(all)
  }
  // Nobody is asked to choose between drills that are all in one state.
  expect(await page.getByRole('group', { name: 'State' }).count()).toBe(0)
  await app.go('#/drill/what-is-recall')
  await page.locator('main textarea').first().fill('Something')
  await saved(page)
  await app.go('#/')
  await chip(/^Open 1$/).click()
  await expect.poll(async () => (await titles()).length, { timeout }).toBe(1)
  await chip(/^New 2$/).click()
  await expect.poll(async () => (await titles()).length, { timeout }).toBe(2)
})

test('on a phone the filters wait behind a button', async () => {
  await page.setViewportSize({ width: 320, height: 700 })
  await app.go('#/')
  expect(await chip(/^Rounds/).isVisible()).toBe(false)
  await app.press('Filters')
  await chip(/^Rounds/).click()
  await expect.poll(async () => (await titles()).length, { timeout }).toBe(1)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})
