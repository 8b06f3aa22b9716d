import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { node, root, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { incidentSamples, roundSamples } from '../support/samples.ts'
import { site } from './build.ts'
import { type Program, start } from './support.ts'

const work = temporary('dev')
const id = 'what-is-recall'
let browser: Browser
let program: Program
let page: Page

beforeAll(async () => {
  node([path.join(site, 'scripts/install.mjs')], root)
  writeCorpus(work.folder, { ...roundSamples(), ...incidentSamples() })
  program = await start('scripts/site-dev.mjs', [id, '--port', '0', '--no-set-up'], work.folder)
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto(program.url)
})

afterAll(async () => {
  await browser?.close()
  await program?.stop()
  work.remove()
})

const save = (name: string, text: string): void => writeFiles(work.folder, { [name]: text })
const panel = (): Promise<string> => page.innerText('.drill-findings')
/** A fresh page may take a moment, and a save shows only after a compilation. */
const shows = (what: string | RegExp): Promise<void> => expect.poll(panel, { timeout: 30_000 }).toMatch(what)

test('it opens at the drill that was named, with the findings of its file', async () => {
  expect(program.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/#/drill/${id}$`))
  await shows('0 errors, 0 warnings')
  expect(await panel()).toContain(paths.question)
})

test('a save shows the new text and its findings, also of a drill with errors', async () => {
  await shows('0 errors, 0 warnings')
  const reloaded = page.waitForEvent('load')
  const text = edit(valid.question, 'Explain the metric', 'Explain this <img src=x onerror=hurt()> metric')
  save(paths.question, `${text}\n## Refrences\n\n- x\n`)
  await reloaded
  await shows(/[1-9]\d* errors?/)
  const shown = await panel()
  expect(shown).toContain('Refrences')
  expect(shown).toContain('sections')
  expect(await page.locator('.drill-findings img').count()).toBe(0)
  const link = await page.locator('.drill-findings a').first().getAttribute('href')
  expect(link).toMatch(/^https:\/\/.*docs\/rules\//)
})

test('findings of other files stand apart', async () => {
  save(paths.round, edit(valid.round, '## Red flags', '## Red flag'))
  await shows(/in other files/)
  await page.click('.drill-findings details details summary')
  expect(await panel()).toContain(paths.round)
  save(paths.round, valid.round)
  await expect.poll(panel, { timeout: 30_000 }).not.toContain(paths.round)
})

test('definition documents that can’t be used leave the page as it was', async () => {
  save(paths.rubric, valid.rubric.replace('---', '-'))
  await shows(/last usable state/)
  save(paths.rubric, valid.rubric)
  await expect.poll(panel, { timeout: 30_000 }).not.toMatch(/last usable state/)
})

test('a draft is shown too, and a drill that is gone is gone', async () => {
  save(paths.question, edit(valid.question, 'kind: question', 'kind: question\nstatus: draft'))
  await shows('0 errors')
  expect(await panel()).toContain(paths.question)
  rmSync(path.join(work.folder, paths.question))
  await expect.poll(panel, { timeout: 30_000 }).not.toContain(paths.question)
  save(paths.question, valid.question)
  await shows(paths.question)
})

test('nothing is written beside the drills, and nothing of the preview is part of the built site', () => {
  expect(spawnSync('ls', ['-A', work.folder], { encoding: 'utf8' }).stdout).toBe('drills\npackage.json\n')
  const sources = ['index.html', 'src/main.tsx'].map((name) => readFileSync(path.join(site, name), 'utf8'))
  expect(sources.join()).not.toMatch(/\/dev\/|__findings/)
})

describe('wrong usage is one line and the exit code 2', () => {
  const dev = (args: readonly string[], cwd: string) =>
    spawnSync(process.execPath, [path.join(root, 'scripts/site-dev.mjs'), '--no-set-up', ...args], {
      cwd,
      encoding: 'utf8',
      timeout: 60_000,
    })

  test('a port that is taken', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { status, stdout, stderr } = dev(['--port', String(port)], work.folder)
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'site: the port is taken; choose another with `npm run site:dev -- --port <n>`\n',
    })
    server.close()
  })

  test.each([
    [['../x'], 'the drill is no id: expected kebab-case words such as `my-first-drill`'],
    [['one-drill', 'two-drills'], 'more than one drill; expected the id of one'],
    [['--port', 'x'], '`--port x` is not a port; expected a number from 0 to 65535'],
  ])('%s', (args, message) => {
    const { status, stdout, stderr } = dev(args, work.folder)
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `site: ${message}\n` })
  })
})

test('Ctrl-C ends it quietly', async () => {
  const other = await start('scripts/site-dev.mjs', ['--port', '0', '--no-set-up'], work.folder)
  const { code, printed } = await other.stop()
  expect({ code, printed }).toEqual({ code: 0, printed: `The preview: ${other.url}  (Ctrl-C ends)\n` })
})
