import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { edit, paths } from '../support/corpus.ts'
import { type App, timeout, useSite } from './app.ts'
import { criteriaFor, drillsOf, type Published } from './published.ts'
import { finish, gradeAll, guide, reveal, round, roundWithSources, saved, secrets } from './steps.ts'
import { buildSite } from './support.ts'

const site = useSite('grading', '/', { [paths.round]: roundWithSources })

/** What the tests call of the package. */
interface Package {
  readonly assess: (answer: unknown, options: unknown) => Record<'criteria' | 'general', readonly Found[]>
  readonly score: (
    drill: unknown,
    given: unknown,
  ) => Record<'total' | 'criteria' | 'general' | 'redFlags', number>
  readonly rubric: { readonly redFlags: readonly { readonly id: string }[] }
}

interface Found {
  readonly id: string
  readonly status: string
  readonly sentence?: string
}

let app: App
let page: Page
let drill: Published
let published: Package

beforeEach(async () => {
  app = await site.open()
  page = app.page
  drill = drillsOf(site.package).find(({ id }) => id === round) as Published
  published = await import(pathToFileURL(path.join(site.package, 'index.js')).href)
  await app.go(`#/drill/${round}`)
})

const criterion = (id: string): Locator => page.locator(`#criterion-${id}`)
const grade = (id: string, value: string): Promise<void> =>
  criterion(id).locator(`input[value=${value}]`).check({ force: true })
const score = (): Locator => page.locator('.score')

/** Writes in some fields, and reveals. */
async function answer(texts: Readonly<Record<string, string>>): Promise<void> {
  await guide(page)
  for (const [field, words] of Object.entries(texts)) await page.fill(`#field-${field}`, words)
  await reveal(app)
}

test('the criteria of the drill come first, with levels and the words of the model answer one click away', async () => {
  await answer({ constraints: 'Nothing yet.' })
  const ids = await page.locator('.criterion').evaluateAll((all) => all.map(({ id }) => id))
  expect(ids).toEqual(criteriaFor(site.package, drill).map((id) => `criterion-${id}`))
  expect(await page.locator('.grading h3').allInnerTexts()).toEqual([
    'Criteria of this drill',
    'General criteria',
  ])

  const own = criterion('one-release-for-both')
  const levels = own.locator('.levels')
  expect(await levels.locator('dl').isVisible()).toBe(false)
  await levels.locator('summary').click()
  expect(await levels.locator('dt').allInnerTexts()).toEqual(['Met', 'Partly', 'Also met'])
  expect(await levels.locator('dd').allInnerTexts()).toEqual([
    'the index and the recogniser that filled it change in one release.',
    'both have versions, which may differ.',
    'the index is rebuilt before a new recogniser serves.',
  ])
  expect(await levels.locator('mark').allInnerTexts()).toEqual([
    'index format and model version are pinned together',
  ])
  await levels.getByRole('button', { name: 'show it in Operations' }).click()
  expect(await page.locator('.model mark:focus').innerText()).toContain('index format and model version')

  const general = criterion('rollback-path').locator('.levels')
  await general.locator('summary').click()
  expect(await general.locator('mark').innerText()).toContain('traffic returns to the previous index')
  // No cue is ever shown.
  expect(await page.locator('main').innerText()).not.toContain('rebuil*')
})

test('a mark in the model answer leads to its criterion, of the drill or general', async () => {
  await answer({ constraints: 'Nothing yet.' })
  for (const id of ['one-release-for-both', 'index-goes-stale', 'rollback-path', 'explicit-assumptions']) {
    await page.locator(`.model mark[data-criterion=${id}] .evidence-link`).click()
    expect(await page.locator(':focus').getAttribute('id')).toBe(`criterion-${id}`)
  }
})

test('what was found stands beside each criterion and is no grade', async () => {
  const texts = {
    constraints: 'Latency: I assume that 60 % of searches for notes come from phones.',
    'model-path': '',
    tradeoffs: '',
    operations:
      'The index format and the model of the recogniser are pinned together. It is not true that the index still holds words of an old recogniser.',
    evaluation: '',
  }
  await answer(texts)
  const { criteria, general } = published.assess(texts, { drill })
  const all = [...criteria, ...general]
  expect(new Set(criteria.map(({ status }) => status))).toEqual(new Set(['found', 'denied']))
  expect(all.map(({ status }) => status)).toContain('missing')
  for (const { id, status, sentence } of all) {
    const said = await criterion(id).locator('> .suggestion').innerText()
    if (status === 'found') expect(said).toBe(`found:\n\n${sentence}`)
    if (status === 'denied') expect(said).toBe(`says the opposite:\n\n${sentence}`)
    if (status === 'missing') expect(said).toMatch(/^nothing found/)
  }
  const said = (await page.locator('.suggestion').allInnerTexts()).join('\n')
  expect(said).not.toMatch(/\b(?:met|partly|suggest)/i)
  expect(await page.locator('.criterion input:checked').count()).toBe(0)
  expect(await score().innerText()).toContain('Not graded')
})

test('an answer in another language is called so, and nothing in it missing', async () => {
  const german =
    'Die Suche soll nach einer halben Sekunde etwas zeigen, und nur der Besitzer einer Notiz darf sie finden. Wir legen den Index jede Nacht neu an, weil sich die Wörter des Erkenners ändern, und gehen zum alten zurück, wenn zu viele Anfragen leer bleiben. Danach schreiben wir einen Test, damit es nicht wieder geschieht.'
  await answer({ constraints: german, operations: german })
  const grading = page.locator('.grading')
  expect(await grading.innerText()).toContain('Your answer is in another language than the drills')
  expect(await page.locator('main').innerText()).not.toContain('nothing found')
  expect(await criterion('index-goes-stale').locator('.suggestion').innerText()).toBe(
    'not read: the answer is in another language',
  )
})

test('the score is that of the package, part by part, with the red flags of both', async () => {
  await answer({ constraints: 'Nothing yet.' })
  const verdicts: Record<string, string> = {}
  for (const [index, id] of criteriaFor(site.package, drill).entries()) {
    // The last one is left without a grade.
    const verdict = ['partly', 'met', 'not', 'met'][index % 4] ?? 'not'
    if (id === 'learning-from-failures') continue
    verdicts[id] = verdict
    await grade(id, verdict)
  }
  const [own] = drill['redFlags'] as readonly { readonly id: string }[]
  const redFlags = [own?.id ?? '', published.rubric.redFlags[0]?.id ?? '']
  const boxes = page.locator('.red-flags').getByRole('checkbox')
  await boxes.first().check()
  await boxes.nth((drill['redFlags'] as readonly unknown[]).length).check()
  const expected = published.score(drill, { verdicts, redFlags })
  await expect
    .poll(() => page.locator('.score-figure').innerText(), { timeout })
    .toBe(`${expected.total} of 100`)
  const parts = `criteria of the drill ${expected.criteria} of 70, general ${expected.general} of 30, red flags −10`
  expect(expected.redFlags).toBe(-10)
  expect(await score().innerText()).toContain(parts)
  expect(await score().innerText()).toContain('7 of 8 criteria graded; the others count as not met')

  await finish(app)
  expect(await page.locator('.summary').innerText()).toContain(`${expected.total} of 100`)
  expect(await page.locator('.summary').innerText()).toContain(parts)
  await page.reload()
  await page.locator('.summary').waitFor()
  expect(await page.locator('.summary').innerText()).toContain(parts)
})

test('follow-ups open their answers; figures and sources stand below the model answer', async () => {
  await answer({ constraints: 'Nothing yet.' })
  const first = page.locator('.follow-ups li').first()
  const reply = first.getByText('Whoever may read a note may find it')
  expect(await first.innerText()).toContain('What changes when notes are shared?')
  expect(await reply.isVisible()).toBe(false)
  await first.locator('summary').click()
  await reply.waitFor()

  const compare = page.locator('.compare')
  expect(await compare.locator('.worked-figures dt').innerText()).toBe('Notes')
  expect(await compare.locator('.worked-figures dd').innerText()).toBe('2,000,000 ÷ 86,400 ≈ 23 a second.')
  const source = compare.getByRole('link', { name: 'A paper' })
  expect(await source.getAttribute('href')).toBe('https://example.org/paper')
})

test('a result whose criteria have changed says so and stays as it was', async () => {
  await answer({ constraints: 'Nothing yet.' })
  await gradeAll(page, 'met')
  await finish(app)
  const attempt = new URL(page.url()).hash
  expect(await page.locator('.banner').count()).toBe(0)
  // Its criteria give the answer away: they are out of sight while a fresh attempt is open.
  await app.go(`#/drill/${round}`)
  await app.press('Start')
  await saved(page)
  await app.go(`#/history/${round}`)
  for (const words of secrets) expect(await app.html()).not.toContain(words)

  const changed = edit(roundWithSources, '- **Weight:** 8', '- **Weight:** 8\n- **Revision:** 2')
  await site.deploy(buildSite(path.join(site.folder, 'changed'), { files: { [paths.round]: changed } }))
  await page.reload()
  await app.go(`#/drill/${round}`)
  await answer({ constraints: 'Nothing new.' })
  await app.go(attempt)
  await page.locator('.summary').waitFor()
  const banner = page.locator('.banner').filter({ hasText: 'What counts has changed' })
  expect(await banner.innerText()).toContain('since this attempt was graded: “One release for both”.')
  expect(await page.locator('.summary').innerText()).toContain('100 of 100')
  await app.go(`#/history/${round}`)
  expect(await page.locator('.history').innerText()).toContain('the drill has changed since')
})
