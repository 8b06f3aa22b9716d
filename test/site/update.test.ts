import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { type App, timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { buildSite } from './build.ts'
import { finish, gradeAll, notSaved, reveal, saved } from './steps.ts'
import { denied } from './storage.ts'

const site = useSite('update', '/deep/site/')
const question = 'what-is-recall'
const title = { old: 'What does recall', new: 'What should recall' }
let second: string

beforeAll(() => {
  const changed = edit(valid.question, `# ${title.old}`, `# ${title.new}`)
  second = buildSite(path.join(site.folder, 'second'), { files: { [paths.question]: changed } })
}, 120_000)

beforeEach(() => site.deploy(site.built))

/** A first visit: the site is kept for the next ones. */
async function visit(script?: string): Promise<App> {
  const app = await site.open({ serviceWorkers: 'allow', ...(script === undefined ? {} : { script }) })
  await app.go('#/')
  await expect
    .poll(() => app.page.evaluate('navigator.serviceWorker.controller !== null'), { timeout })
    .toBe(true)
  return app
}

const banner = (page: Page) => page.getByRole('status').filter({ hasText: 'A newer version is available' })
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const field = (page: Page) => page.locator('#field-answer')

test('new drills are told of, and taken with the reload, which loses no word', async () => {
  const { page, go } = await visit()
  await go(`#/drill/${question}`)
  await field(page).fill('Written before.')
  await saved(page)
  await page.reload()
  await field(page).waitFor()
  expect(await banner(page).count()).toBe(0)

  await site.deploy(second)
  await page.reload()
  await banner(page).waitFor()
  expect(await heading(page)).toContain(title.old)
  // Also on later visits, for which it has been waiting all along.
  await page.reload()
  await banner(page).waitFor()
  expect(await heading(page)).toContain(title.old)
  expect(await barriers(page, 'newer version')).toEqual([])
  // The banner hurries nobody: all goes on with the drills of before.
  await field(page).fill('Written before, and now.')
  await Promise.all([page.waitForEvent('load'), banner(page).getByRole('button', { name: 'Reload' }).click()])
  await expect.poll(() => heading(page), { timeout }).toContain(title.new)
  await field(page).waitFor()
  expect(await field(page).inputValue()).toBe('Written before, and now.')
  expect(await banner(page).count()).toBe(0)
})

test('what could not be saved is not given up for new drills', async () => {
  const { page, go, press } = await visit(denied)
  await site.deploy(second)
  await page.reload()
  await banner(page).waitFor()
  await go(`#/drill/${question}`)
  await field(page).fill('Only on the screen.')
  await notSaved(page)
  await banner(page).getByRole('button', { name: 'Reload' }).click()
  await press('Try again')
  await notSaved(page)
  expect(await field(page).inputValue()).toBe('Only on the screen.')
  expect(await heading(page)).toContain(title.old)
  await banner(page).waitFor()
})

test('a drill that was never opened is practised to its grade without a network', async () => {
  const app = await visit()
  const { page, go } = app
  await site.server.stop()
  await go(`#/drill/${question}`)
  await field(page).fill('Written on a train.')
  await reveal(app)
  await gradeAll(page, 'partly')
  await finish(app)
  await page.reload()
  await page.locator('.summary').waitFor()
  expect(await page.locator('.summary').innerText()).toContain('50 of 100')
  expect(await page.locator('main').innerText()).toContain('Written on a train.')
  for (const hash of ['#/', '#/loop', '#/rubric', '#/repeat', '#/data', `#/history/${question}`])
    await go(hash)
  // The browser says that the network has gone; nobody asks it.
  const says = (words: string) =>
    expect.poll(() => page.locator('.saving').innerText(), { timeout }).toBe(words)
  const requests = app.requests.length
  await app.context.setOffline(true)
  await says('Saved\nOffline: all works')
  await app.context.setOffline(false)
  await says('Saved')
  expect(app.requests.length).toBe(requests)
})
