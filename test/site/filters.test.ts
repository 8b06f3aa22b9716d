import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'

const site = useSite('filters')

let app: App
let page: Page

beforeEach(async () => {
  app = await site.open()
  page = app.page
})

const titles = (): Promise<string[]> => page.locator('.drill-name').allInnerTexts()
const kind = () => page.getByLabel('Kind')

test('filters stand in the address: a reload, the way back and a link keep them', async () => {
  await app.go('#/')
  const all = await titles()
  await page.locator('.filters summary').click()
  await kind().selectOption('round')
  await page.fill('.search input', all[0] ?? '')
  await expect.poll(titles, { timeout }).toEqual([all[0]])
  await page.reload()
  await expect.poll(titles, { timeout }).toEqual([all[0]])
  expect(await kind().inputValue()).toBe('round')

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
  await app.go('#/?kind=poem&topic=gone&due=1999&order=random&other=%E0%A4%A')
  expect(await titles()).toEqual(all)
})
