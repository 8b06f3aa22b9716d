import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { leaked, runsOf, strings } from '../support/leaks.ts'
import { installPackage, node, root, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { type Server, serve } from '../support/static-server.ts'

const corpus = temporary('corpus')
const project = temporary('vite')
const ids = ['voice-note-search', 'empty-search-results', 'what-is-recall']

const plainPage = `<!doctype html>
<main></main>
<script type="module">
  import { loadDrill } from '/node_modules/audio-text-drills/drills.js'
  import { loadPrompt } from '/node_modules/audio-text-drills/prompts.js'
  const drill = await loadDrill('empty-search-results')
  const { title, prompt } = await loadPrompt('empty-search-results')
  const main = document.querySelector('main')
  main.textContent = drill.title + ': ' + drill.sections.length + ' sections, ' + title + ', ' + (prompt.html === drill.prompt.html)
  main.dataset.shown = ''
</script>
`

let browser: Browser
let server: Server

beforeAll(async () => {
  writeCorpus(corpus.folder)
  installPackage(corpus.folder, project.folder)
  cpSync(path.join(root, 'test/package/vite'), project.folder, { recursive: true })
  writeFiles(project.folder, { 'plain/index.html': plainPage })
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  for (const app of ['drill', 'prompts'])
    node([vite, 'build', app, '--config', 'vite.config.js'], project.folder, { NODE_ENV: 'production' })
  server = await serve(project.folder)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  corpus.remove()
  project.remove()
})

const filesOf = (app: string): ReadonlyMap<string, string> => {
  const folder = path.join(project.folder, app, 'out')
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))
}

interface Data {
  readonly id: string
  readonly prompt: { readonly markdown: string; readonly html: string }
  readonly [field: string]: unknown
}

const drills = (): readonly Data[] =>
  JSON.parse(readFileSync(path.join(project.folder, 'node_modules/audio-text-drills/drills.json'), 'utf8'))

/** All that a candidate must not see: the answers, with what belongs to them, as Markdown and as HTML. */
const answerRuns = (): readonly string[] => [
  ...new Set(
    drills()
      .flatMap(({ sections, answer, evidence, criteria, workedFigures, redFlags, followUps, references }) =>
        strings([sections, answer, evidence, criteria, workedFigures, redFlags, followUps, references]),
      )
      .flatMap(runsOf),
  ),
]

/** Opens an app and records every request that it makes. */
async function open(app: string, hash = ''): Promise<{ page: Page; requested: string[]; errors: string[] }> {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  const requested: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${server.origin}/${app}/out/${hash}`)
  await page.waitForSelector('main[data-shown]', { state: 'attached' })
  return { page, requested, errors }
}

/** The drills that the requested files hold, told by the words of their prompts. */
function drillsIn(requested: readonly string[], app: string): string[] {
  const files = filesOf(app)
  const texts = requested.map((url) => {
    const name = new URL(url).pathname.slice(`/${app}/out/`.length)
    return files.get(name === '' ? 'index.html' : name) ?? ''
  })
  return drills()
    .filter(({ prompt }) => texts.some((text) => text.includes(prompt.html)))
    .map(({ id }) => id)
}

const promptOf = (id: string): string =>
  drills()
    .find((drill) => drill.id === id)
    ?.prompt.markdown.trim() ?? ''

test('an app that loads one drill downloads no other', async () => {
  const { page, requested, errors } = await open('drill', '#voice-note-search')
  expect(promptOf('voice-note-search')).toContain('A note-taking app')
  expect(await page.innerText('main')).toBe(promptOf('voice-note-search'))
  expect(drillsIn(requested, 'drill')).toEqual(['voice-note-search'])

  // The others are there, each in a file of its own, and only that file is downloaded when one is asked for.
  const before = requested.length
  await page.evaluate("location.hash = '#what-is-recall'")
  await page.waitForSelector('main[data-shown=what-is-recall]')
  expect(await page.innerText('main')).toBe(promptOf('what-is-recall'))
  expect(requested.slice(before)).toHaveLength(1)
  expect(drillsIn(requested.slice(before), 'drill')).toEqual(['what-is-recall'])

  expect(requested.filter((url) => !url.startsWith(`${server.origin}/drill/out/`))).toEqual([])
  expect(errors).toEqual([])
  await page.close()
})

test('a page without a bundler loads one drill', async () => {
  const page = await browser.newPage()
  const requested: string[] = []
  page.on('request', (request) => requested.push(new URL(request.url()).pathname))
  await page.goto(`${server.origin}/plain/`)
  await page.waitForSelector('main[data-shown]', { state: 'attached' })
  expect(await page.innerText('main')).toBe('Empty search results: 5 sections, Empty search results, true')
  expect(requested.filter((name) => /\/(?:drills|prompts)\//.test(name)).sort()).toEqual(
    ['drills', 'prompts'].flatMap((folder) =>
      ['js', 'json'].map((type) => `/node_modules/audio-text-drills/${folder}/empty-search-results.${type}`),
    ),
  )
  await page.close()
})

test('the code of the package runs in a page', async () => {
  const { page, errors } = await open('drill')
  expect(await page.evaluate('app.ids')).toEqual(ids)
  expect(await page.evaluate("[app.resolveId('what-is-recall'), app.resolveId('constructor')]")).toEqual([
    { status: 'active', id: 'what-is-recall' },
    { status: 'unknown' },
  ])
  const answer = '## Constraints\n\nWe assume 60 % of the notes are in English.'
  const assessed = await page.evaluate(`app.assess(${JSON.stringify(answer)})`)
  expect(assessed).toMatchObject({
    general: expect.arrayContaining([
      expect.objectContaining({
        id: 'explicit-assumptions',
        status: 'found',
        sentence: 'We assume 60 % of the notes are in English.',
      }),
    ]),
  })
  const same = `import { assess } from 'audio-text-drills'\nconsole.log(JSON.stringify(assess(${JSON.stringify(answer)})))`
  expect(assessed).toEqual(JSON.parse(node(['--input-type=module', '-e', same], project.folder)))
  expect(errors).toEqual([])
  await page.close()
})

test('an app of prompts shows them all', async () => {
  const { page, requested, errors } = await open('prompts')
  expect(await page.locator('article').allInnerTexts()).toEqual(ids.map(promptOf))
  expect(drillsIn(requested, 'prompts')).toEqual(ids)
  expect(requested.filter((url) => !url.startsWith(`${server.origin}/prompts/out/`))).toEqual([])
  expect(errors).toEqual([])
  await page.close()
})

describe('answers in what is built', () => {
  const textOf = (app: string, extension: string): string =>
    [...filesOf(app)].flatMap(([name, text]) => (name.endsWith(extension) ? [text] : [])).join('\n')

  test('an app of drills holds all of them in its code, and they are found', () => {
    const runs = answerRuns()
    expect(runs.length).toBeGreaterThan(500)
    expect(leaked(runs, textOf('drill', '.js'))).toEqual(runs)
  })

  test('they would be found in a map, which holds none because data have no source', () => {
    const runs = answerRuns()
    expect(leaked(runs, JSON.stringify({ sourcesContent: [textOf('drill', '.js')] }))).toEqual(runs)
    expect(leaked(runs, textOf('drill', '.map'))).toEqual([])
  })

  test('they would be found in a page', () => {
    const html = drills()
      .flatMap(({ answer }) => strings(answer))
      .find((text) => text.startsWith('<p>'))
    const runs = new Set(runsOf(html ?? ''))
    expect(runs.size).toBeGreaterThan(20)
    const found = leaked(answerRuns(), `<!doctype html><main data-shown="all">${html}</main>`)
    expect(new Set(found)).toEqual(runs)
  })

  test('an app of prompts holds none, in no file', () => {
    const files = filesOf('prompts')
    const extensions = new Set([...files.keys()].map((name) => path.extname(name)))
    expect(extensions).toEqual(new Set(['.html', '.js', '.map']))
    const runs = answerRuns()
    expect(
      [...files].map(([name, text]) => [name, leaked(runs, text)]).filter(([, found]) => found?.length),
    ).toEqual([])
  })
})
