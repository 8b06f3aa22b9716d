import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { temporary } from '../support/package.ts'
import { barePage, buildSite } from './build.ts'
import { type Program, serveSite } from './support.ts'

const work = temporary('offline')
const ids = ['voice-note-search', 'empty-search-results', 'what-is-recall']
const base = '/deep/site/'
const changed = edit(valid.question, '# What does recall at ten', '# What should recall at ten')

let browser: Browser
let first: string
let second: string

beforeAll(async () => {
  first = buildSite(path.join(work.folder, 'first'), { page: barePage })
  second = buildSite(path.join(work.folder, 'second'), {
    page: barePage,
    files: { [paths.question]: changed },
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  work.remove()
})

let context: BrowserContext
let server: Program

beforeEach(async () => {
  server = await serveSite(first, base)
  context = await browser.newContext()
  context.setDefaultTimeout(20_000)
})

afterEach(async () => {
  await context.close()
  await server.stop()
})

/** Another build takes the place of the one that is served. */
async function deploy(folder: string): Promise<void> {
  const port = Number(new URL(server.url).port)
  await server.stop()
  server = await serveSite(folder, base, port)
}

/** Waits by asking again: the page's policy lets nothing evaluate code inside it. */
const until = (page: Page, condition: string): Promise<void> =>
  expect.poll(() => page.evaluate<boolean>(condition), { timeout: 20_000 }).toBe(true)

const controlled = (page: Page): Promise<void> => until(page, 'navigator.serviceWorker.controller !== null')

async function visit(search = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}${search}`)
  await controlled(page)
  return page
}

const titles = (page: Page): Promise<string> => page.innerText('h1')

const told = (page: Page): Promise<number> => page.evaluate('page.told')
const isTold = (page: Page): Promise<void> => until(page, 'page.told > 0')

/** Addresses of what is kept. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(`(async () => {
    const names = await caches.keys()
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return keys.flat().map(({ url }) => url)
  })()`)

test('after one visit the whole site works without the server', async () => {
  const page = await visit()
  const titlesThen = await titles(page)
  await server.stop()
  for (const search of ['', '?from=a-friend', 'index.html']) {
    await page.goto(`${server.url}${search}#/`)
    expect(await titles(page)).toBe(titlesThen)
  }
  const loaded = await page.evaluate(
    `Promise.all(${JSON.stringify(ids)}.map(async (id) => [(await page.loadPrompt(id)).id, (await page.loadDrill(id)).id]))`,
  )
  expect(loaded).toEqual(ids.map((id) => [id, id]))
  expect(
    await page.evaluate(`(async () => {
      const { icons } = await (await fetch('manifest.webmanifest')).json()
      const answers = await Promise.all(icons.map(({ src }) => fetch(src)))
      return answers.every(({ ok }) => ok)
    })()`),
  ).toBe(true)
})

test('everything of the build is kept, and nothing else', async () => {
  const page = await visit()
  await page.evaluate(
    "fetch('no-such-file.js').then(() => fetch('licenses.md', { method: 'HEAD' })).then(() => null)",
  )
  const files = readdirSync(first, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
    .map((entry) => path.relative(first, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  expect(files.length).toBeGreaterThan(10)
  const addresses = (await kept(page)).map((url) => url.replace(/\?.*$/, ''))
  const expected = files.map((file) => `${server.url}${file === 'index.html' ? '' : file}`)
  // The cache also remembers its list of files, under the address of the site.
  expect(addresses.sort()).toEqual([...expected, server.url].sort())
  expect(await page.evaluate('caches.keys()')).toEqual([`audio-text-drills:${base}`])
})

test('the first visit tells of no update', async () => {
  const page = await visit()
  // Once the browser has looked for a newer one there is nothing left that could be told.
  const looked = `navigator.serviceWorker.ready.then(async (registration) => {
    await registration.update()
    return registration.installing === null && registration.waiting === null
  })`
  expect(await page.evaluate(looked)).toBe(true)
  expect(await told(page)).toBe(0)
  await page.reload()
  await controlled(page)
  expect(await page.evaluate(looked)).toBe(true)
  expect(await told(page)).toBe(0)
})

test('a new version waits until it is applied, in every tab', async () => {
  const page = await visit()
  const other = await visit()
  const before = await titles(page)
  await deploy(second)
  await page.reload()
  await isTold(page)
  await isTold(other)
  // Still the old one, also when it is loaded again.
  expect(await titles(page)).toBe(before)
  await page.reload()
  await isTold(page)
  expect(await titles(page)).toBe(before)

  await Promise.all([page.waitForEvent('load'), page.evaluate('void page.apply()')])
  await controlled(page)
  expect(await titles(page)).toBe(before.replace('What does', 'What should'))
  expect(await told(page)).toBe(0)

  // The other tab goes on with what it has until it is asked to change.
  expect(await titles(other)).toBe(before)
  expect(await other.evaluate("page.loadDrill('what-is-recall').then(({ title }) => title)")).toContain(
    'What does',
  )
  await Promise.all([other.waitForEvent('load'), other.evaluate('void page.apply()')])
  expect(await titles(other)).toContain('What should')

  // And all of it works offline.
  await server.stop()
  await page.reload()
  expect(await titles(page)).toContain('What should')
  expect(await page.evaluate("page.loadDrill('what-is-recall').then(({ title }) => title)")).toContain(
    'What should',
  )
})

test('only what has changed is fetched for a new version, and old files go in the end', async () => {
  const page = await visit()
  const old = await kept(page)
  await deploy(second)
  const fetched: string[] = []
  context.on('request', (request) => {
    if (request.serviceWorker()) fetched.push(new URL(request.url()).pathname.slice(base.length))
  })
  await page.reload()
  await isTold(page)
  expect(fetched.filter((name) => /what-is-recall/.test(name))).not.toEqual([])
  expect(fetched.filter((name) => /voice-note-search|empty-search|icon/.test(name))).toEqual([])
  await Promise.all([page.waitForEvent('load'), page.evaluate('void page.apply()')])
  await controlled(page)

  // The version after next takes the place of the first one's files.
  await deploy(first)
  await page.reload()
  await isTold(page)
  await Promise.all([page.waitForEvent('load'), page.evaluate('void page.apply()')])
  await controlled(page)
  expect(await titles(page)).toContain('What does')
  expect(await kept(page)).toEqual(expect.arrayContaining(old))
})

test('half a deployment changes nothing', async () => {
  const page = await visit()
  const before = await titles(page)
  const broken = path.join(work.folder, 'broken')
  cpSync(second, broken, { recursive: true })
  const [name = ''] = readdirSync(path.join(broken, 'drills')).filter((file) =>
    file.startsWith('what-is-recall'),
  )
  writeFileSync(path.join(broken, 'drills', name), readFileSync(path.join(first, 'index.html')))
  await deploy(broken)
  await page.reload()
  const state = await page.evaluate(`(async () => {
    const registration = await navigator.serviceWorker.ready
    const worker = registration.installing
    if (worker) await new Promise((resolve) => worker.addEventListener('statechange', resolve))
    return { worker: worker?.state ?? 'redundant', waiting: registration.waiting !== null }
  })()`)
  expect(state).toEqual({ worker: 'redundant', waiting: false })
  expect(await told(page)).toBe(0)
  await server.stop()
  await page.reload()
  expect(await titles(page)).toBe(before)
})

test('where service workers are blocked the site works online', async () => {
  const blocked = await browser.newContext({ serviceWorkers: 'block' })
  const page = await blocked.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  await page.goto(server.url, { waitUntil: 'networkidle' })
  expect(await titles(page)).toBeTruthy()
  expect(await page.evaluate("page.loadPrompt('what-is-recall').then(({ id }) => id)")).toBe('what-is-recall')
  expect(errors).toEqual([])
  // Then no answer is fetched before somebody asks for it.
  expect(requested.filter((url) => url.includes('/drills/'))).toEqual([])
  await blocked.close()
})
