import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { runsOf } from '../support/leaks.ts'
import { node, packTool, root, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { type App, openApp, timeout } from './app.ts'
import { buildSite } from './build.ts'
import { finish, gradeAll, reveal, saved } from './steps.ts'
import { type Program, serveSite, start } from './support.ts'

const work = temporary('private')
const acme = path.join(work.folder, 'Acme drills')
const other = path.join(work.folder, 'other')
const drill = 'recogniser-on-telephone-calls'
const title = 'Why does a good recogniser fail on telephone calls?'
const shell = path.join(root, 'site/shell')
let browser: Browser
/** The packed tool: it has neither a bundler nor anything of the drills of this repository. */
let cli: string

beforeAll(async () => {
  cli = path.join(packTool(work.folder), 'bin/drills.js')
  node([cli, 'init', acme], work.folder)
  writeCorpus(other, { 'package.json': JSON.stringify({ name: '@other/drills', version: '3.1.4' }) })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  work.remove()
})

const serve = (corpus: string, port = 0): Promise<Program> =>
  start(path.relative(root, cli), ['site', '--port', String(port)], corpus)

/** Opens the site of a corpus for a test, which fails if anything goes wrong in the browser. */
async function withSite(corpus: string, act: (app: App, program: Program) => Promise<void>): Promise<void> {
  const program = await serve(corpus)
  const app = await openApp(browser, program, {})
  try {
    await act(app, program)
    expect(app.problems).toEqual([])
  } finally {
    await app.context.close()
    await program.stop()
  }
}

const texts = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))

const databases = ({ page }: App): Promise<string[]> =>
  page.evaluate('indexedDB.databases().then((all) => all.map(({ name }) => name).sort())')

/** Enough words for all that is met with them. */
const words = 'Resampling adds no sound. '.repeat(10)

/** Writes an attempt at a drill and gives it the best grade. */
async function practise(app: App, id: string): Promise<void> {
  await app.go(`#/drill/${id}`)
  await app.press(/^Start/)
  await app.page.locator('textarea[id^=field-]').first().fill(words)
  await saved(app.page)
  await reveal(app)
  expect(await gradeAll(app.page, 'met')).toBeGreaterThan(0)
  await finish(app)
}

test('the shell holds no text of any drill, sample or definition', () => {
  const found = new Set(texts(shell).flatMap(runsOf))
  expect(found.size).toBeGreaterThan(1000)
  const own = texts(path.join(root, 'drills'))
  expect(own.length).toBeGreaterThan(50)
  expect(own.flatMap(runsOf).filter((run) => found.has(run))).toEqual([])
})

test('the shell has no service worker, asks for nothing inline, and names no other host', () => {
  const html = readFileSync(path.join(shell, 'index.html'), 'utf8')
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; media-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types drills-html",
  )
  expect(html).not.toMatch(/manifest|offline|<script[^>]*>[^<]|https?:/i)
  expect(readdirSync(shell)).toEqual(['assets', 'index.html', 'licenses.md'])
  expect(texts(path.join(shell, 'assets')).join('\n')).not.toMatch(/sw\.js|drills-worker/)
})

describe('the site of a new repository', () => {
  test('shows its drill under its own name, and nothing of ours', async () => {
    await withSite(acme, async (app, { url }) => {
      expect(new URL(url).pathname).toBe('/acme-drills/')
      await app.go('#/')
      expect(await app.page.title()).toBe('Practise with acme-drills · acme-drills')
      expect(await app.page.locator('.wordmark').innerText()).toBe('acme-drills')
      expect(await app.page.locator('.site-footer').innerText()).toContain('Drills 0.1.0, UNLICENSED.')
      expect(await app.page.locator('.home-list').innerText()).toContain(title)
      expect(await app.html()).not.toMatch(/audio-text|CC BY/i)
      expect(await app.page.locator('.home-list a[href^="#/drill/"]').count()).toBe(1)
      expect(app.requests.filter((name) => !name.startsWith('/acme-drills/'))).toEqual([])
      expect(app.requests.filter((name) => name.includes(drill))).toEqual([])
    })
  })

  test('lets it be practised from the prompt to the plan for its repeat', async () => {
    await withSite(acme, async (app) => {
      await practise(app, drill)
      expect(await app.page.locator('main').innerText()).toContain('100 of 100')
      await app.go('#/repeat')
      expect(await app.page.locator('main').innerText()).toContain(title)
    })
  })

  test.each(['loop', 'rubric', 'data', 'progress', 'search'])('has the page %s', async (page) => {
    await withSite(acme, async (app) => app.go(`#/${page}`))
  })

  test('finds its prompt, and says where there is no sample', async () => {
    await withSite(acme, async (app) => {
      const { page } = app
      await app.go('#/search/telephone')
      await expect.poll(() => page.locator('.found h2').allInnerTexts(), { timeout }).toEqual([title])
      await practise(app, drill)
      await app.go(`#/samples/${drill}`)
      await page.getByText('There is no sample answer to this drill.').waitFor()
    })
  })

  test('names an export after the package', async () => {
    await withSite(other, async (app) => {
      await app.go('#/data')
      const download = app.page.waitForEvent('download', { timeout })
      await app.press('Export everything')
      expect((await download).suggestedFilename()).toMatch(/^other-drills-\d{4}-\d\d-\d\d\.json$/)
    })
  })
})

test('two repositories on the same port share nothing, not even with a published site and its worker', async () => {
  const published = await serveSite(buildSite(path.join(work.folder, 'published')))
  const port = Number(new URL(published.url).port)
  const app = await openApp(browser, published, { serviceWorkers: 'allow' })
  const { context, page } = app
  await app.go('#/')
  await expect
    .poll(() => page.evaluate('navigator.serviceWorker.controller !== null'), { timeout })
    .toBe(true)
  await practise(app, 'voice-note-search')
  await published.stop()

  const first = await serve(acme, port)
  await page.goto(`${first.url}#/`)
  await page.locator('main[data-page="home"] h1').waitFor()
  expect(await page.locator('.home-list').innerText()).toContain(title)
  expect(await app.html()).not.toMatch(/voice note/i)
  await page.goto(`${first.url}#/drill/voice-note-search`)
  await expect.poll(() => page.locator('main').innerText(), { timeout }).not.toBe('')
  expect(await app.html()).not.toMatch(/voice note/i)
  await page.goto(`${first.url}#/repeat`)
  await page.locator('main[data-page="repeat"] h1').waitFor()
  expect(await app.html()).not.toMatch(/voice note/i)
  await first.stop()

  const second = await serve(other, port)
  await page.goto(`${second.url}#/`)
  await page.locator('main[data-page="home"] h1').waitFor()
  expect(await app.html()).not.toContain(title)
  expect(await databases(app)).toEqual([
    'drills-practice:/',
    'drills-practice:/@other/drills/',
    'drills-practice:/acme-drills/',
  ])
  await second.stop()
  await context.close()
})

test('a script of a drill is never kept for good, whatever its id looks like', async () => {
  const folder = path.join(work.folder, 'hashed')
  const id = 'half-migrated-launches'
  writeFiles(folder, {
    [paths.loop]: valid.loop,
    [paths.rubric]: valid.rubric,
    [`drills/questions/${id}.md`]: edit(valid.question, 'id: what-is-recall', `id: ${id}`),
  })
  const program = await serve(folder)
  const response = await fetch(`${program.url}package/drills/${id}.js`)
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  await program.stop()
})

test('samples of a repository are graded on its site', async () => {
  const folder = path.join(work.folder, 'sampled')
  const id = 'what-is-recall'
  const head = `drill: ${id}\nlevel: weak\nform: typed\nsplit: tuned\nverdicts:\n  share-of-queries: not`
  writeCorpus(folder, {
    [`drills/samples/${id}/short.md`]: `---\n${head}\n---\n\nHow often we are right.\n`,
  })
  await withSite(folder, async (app) => {
    await practise(app, id)
    await app.go(`#/samples/${id}`)
    await app.page.getByText('How often we are right.').waitFor()
    await app.press('Not met 3')
    await app.page.getByText('you agreed with the given verdicts').first().waitFor()
  })
})

describe('the command', () => {
  test('ends quietly with Ctrl-C', async () => {
    const program = await serve(other)
    const { code, printed } = await program.stop()
    const address = `The practice site: ${program.url}  (Ctrl-C ends)\n`
    expect({ code, printed: printed.slice(-address.length) }).toEqual({ code: 0, printed: address })
  })

  test('refuses a port that is taken in one line', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const taken = String((server.address() as AddressInfo).port)
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'site', '--port', taken], {
      cwd: acme,
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `drills: port ${taken} is taken; choose another with \`--port <n>\`, or any with \`--port 0\`\n`,
    })
    server.close()
  })

  test('serves nothing with an error in a drill', () => {
    const broken = path.join(work.folder, 'broken')
    mkdirSync(broken)
    writeCorpus(broken, { [paths.round]: edit(valid.round, '## Prompt', '## Promt') })
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'site', '--port', '0'], {
      cwd: broken,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([1, 'drills: nothing is served, because of the errors above\n'])
    expect(stdout).toContain('## Promt')
  })
})
