import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { edit, paths } from '../support/corpus.ts'
import { type App, timeout, useSite } from './app.ts'
import { buildSite } from './build.ts'
import { criteriaFor, drillsOf, type Published } from './published.ts'
import {
  finish,
  type Grade,
  grade,
  gradeAll,
  guide,
  openCriterion,
  reveal,
  round,
  roundWithSources,
  saved,
  secrets,
} from './steps.ts'

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
const openTab = (name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click()
const key = (name: string): Promise<void> => page.keyboard.press(name)
/** Waits until an element has the focus. */
const isFocused = (id: string): Promise<void> =>
  expect.poll(() => page.evaluate('document.activeElement.id'), { timeout }).toBe(id)
const shown = (): Locator => page.locator('.criterion:not([hidden])')

/** Writes in some fields, and reveals. */
async function answer(texts: Readonly<Record<string, string>>): Promise<void> {
  await guide(page)
  for (const [field, words] of Object.entries(texts)) await page.fill(`#field-${field}`, words)
  await reveal(app)
}

test('the map leads to every criterion, with its levels and the words of the model answer', async () => {
  await answer({ constraints: 'Nothing yet.' })
  const ids = await page
    .locator('.map-step[data-criterion]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-criterion')))
  expect(ids).toEqual(criteriaFor(site.package, drill))
  expect(await page.locator('.map-title').allInnerTexts()).toEqual(['Of this drill', 'General'])

  const own = criterion('one-release-for-both')
  expect(await own.locator('.levels dt').allInnerTexts()).toEqual(['Met', 'Partly', 'Also met'])
  expect(await own.locator('.levels dd').allInnerTexts()).toEqual([
    'the index and the recogniser that filled it change in one release.',
    'both have versions, which may differ.',
    'the index is rebuilt before a new recogniser serves.',
  ])
  expect(await own.locator('.evidence mark').allInnerTexts()).toEqual([
    'index format and model version are pinned together',
  ])
  await own.getByRole('button', { name: 'show it in Operations' }).click()
  await page.locator('.model mark:focus').waitFor()
  expect(await page.locator('.model mark:focus').innerText()).toContain('index format and model version')
  expect(await own.isVisible()).toBe(false)

  await openTab('Grade')
  await openCriterion(page, 'rollback-path')
  expect(await own.isVisible()).toBe(false)
  const marked = await criterion('rollback-path').locator('.evidence mark').innerText()
  expect(marked).toContain('traffic returns to the previous index')
  // No cue is ever shown.
  expect(await app.html()).not.toContain('rebuil*')
})

test('a mark in the model answer leads to its criterion, of the drill or general', async () => {
  await answer({ constraints: 'Nothing yet.' })
  for (const id of ['one-release-for-both', 'index-goes-stale', 'rollback-path', 'explicit-assumptions']) {
    await openTab('Both answers')
    await page.locator(`.model mark[data-criterion=${id}] .evidence-link`).click()
    await isFocused(`criterion-${id}-title`)
    expect(await shown().getAttribute('id')).toBe(`criterion-${id}`)
  }
})

test('keys grade, and the next criterion opens; a grade given again changes nothing else', async () => {
  const ids = criteriaFor(site.package, drill)
  await answer({ constraints: 'Nothing yet.' })
  // The grading takes the focus after the reveal, and a screen reader hears of each grade.
  await isFocused(`criterion-${ids[0]}-title`)
  const told = page.locator('.grading > [role=status]')
  await key('1')
  await isFocused(`criterion-${ids[1]}-title`)
  await expect.poll(() => told.innerText(), { timeout }).toBe('Met. 1 of 8 graded.')
  await key('ArrowRight')
  await isFocused(`criterion-${ids[2]}-title`)
  await key('3')
  await isFocused(`criterion-${ids[3]}-title`)
  await key('ArrowLeft')
  await key('ArrowLeft')
  await isFocused(`criterion-${ids[1]}-title`)
  for (let count = 1; count < ids.length - 1; count += 1) await key('2')
  await isFocused('red-flags-title')
  const words = async (): Promise<string[]> =>
    (await page.locator('.map-step[data-criterion] .visually-hidden').allInnerTexts()).map((each) => each)
  const expected = ids.map((_, index) => ['Met', 'Partly', 'Not met'][index === 0 ? 0 : index === 2 ? 2 : 1])
  await expect.poll(words, { timeout }).toEqual(expected)
  // Figures that are typed are no grades.
  await page.locator('.finish textarea').fill('')
  await page.locator('.finish textarea').pressSequentially('1 2 3')
  expect(await words()).toEqual(expected)
  // The map is one stop: arrows move along it, and open nothing by themselves.
  const map = page.getByRole('toolbar', { name: 'Criteria' })
  expect(await map.locator('button[tabindex="0"]').count()).toBe(1)
  await map.locator('[aria-current=step]').focus()
  await key('Home')
  for (const name of ['ArrowDown', 'ArrowRight']) await key(name)
  expect(await map.locator(':focus').getAttribute('data-criterion')).toBe(ids[2])
  expect(await page.locator('#red-flags-title').isVisible()).toBe(true)
  await key('Enter')
  await isFocused(`criterion-${ids[2]}-title`)
  await page.getByRole('button', { name: /^Clear the grade/ }).click()
  await expect.poll(() => told.innerText(), { timeout }).toBe('Grade cleared. 7 of 8 graded.')
  await expect.poll(words, { timeout }).toEqual(expected.with(2, 'not graded'))
})

test('a criterion is graded without scrolling on a desk, and within one screen on a phone', async () => {
  await answer({ operations: 'The index format and the model of the recogniser are pinned together.' })
  for (const [width, height, screens] of [
    [1440, 900, 1],
    [390, 844, 2],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const id of ['one-release-for-both', 'rollback-path']) {
      await openCriterion(page, id)
      await isFocused(`criterion-${id}-title`)
      const bar = await page.locator('.finish-bar').boundingBox()
      const card = await criterion(id).boundingBox()
      if (!bar || !card) throw new Error('nothing is shown')
      expect(bar.y + bar.height).toBeLessThanOrEqual(height)
      if (screens === 1) expect(card.y + card.height).toBeLessThanOrEqual(bar.y)
      else expect(card.height).toBeLessThanOrEqual(screens * bar.y)
      expect(card.y).toBeGreaterThanOrEqual(0)
      const grades = await criterion(id).locator('.grade-choice').boundingBox()
      expect((grades?.y ?? height) + (grades?.height ?? 0)).toBeLessThanOrEqual(bar.y)
    }
  }
})

test('a grade moves no button and is read under the pointer, and what is open stays in sight', async () => {
  await page.setViewportSize({ width: 320, height: 568 })
  await answer({ constraints: 'Nothing yet.' })
  const grades = criterion('one-release-for-both').locator('.grade-choice [data-grade]')
  const places = () => Promise.all([0, 1, 2].map((index) => grades.nth(index).boundingBox()))
  const look = () =>
    page.evaluate(
      "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.querySelector('#criterion-one-release-for-both [data-grade=met]')))",
    )
  await openCriterion(page, 'one-release-for-both')
  const before = await places()
  await grade(page, 'one-release-for-both', 'met')
  await openCriterion(page, 'one-release-for-both')
  expect(await places()).toEqual(before)
  const filled = await look()
  await grades.first().hover()
  expect(await look()).toEqual(filled)

  /** Whether something lies within the width of the screen. */
  const isInSight = (target: Locator): Promise<void> =>
    expect
      .poll(
        async () => {
          const place = await target.boundingBox()
          return place !== null && place.x >= 0 && place.x + place.width <= 320
        },
        { timeout },
      )
      .toBe(true)
  const last = await page.locator('.map-step[data-criterion]').last().getAttribute('data-criterion')
  await openCriterion(page, last ?? '')
  await page.getByRole('tab', { name: 'Prompt' }).click()
  await page.getByRole('tab', { name: 'Grade' }).click()
  await isInSight(page.locator('.criteria-map [aria-current]'))
  await page.getByRole('tab', { name: 'Reviewer' }).click()
  await page.reload()
  await isInSight(page.getByRole('tab', { name: 'Reviewer', selected: true }))

  // The last step of the map lies above the bar on a desk, and a sheet as wide has one column.
  await page.getByRole('tab', { name: 'Grade' }).click()
  await page.setViewportSize({ width: 1440, height: 400 })
  await page.evaluate('scrollTo(0, 0)')
  const [map, bar] = [
    await page.locator('.criteria-map').boundingBox(),
    await page.locator('.finish-bar').boundingBox(),
  ]
  expect((map?.y ?? 400) + (map?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  await page.emulateMedia({ media: 'print' })
  const sheet = await page.locator('.grading').boundingBox()
  expect((await page.locator('.grading-steps').boundingBox())?.width).toBe(sheet?.width)
  expect(await page.locator('.compare > p').innerText()).toBe('Marked words earn a criterion.')
  await page.emulateMedia({ media: 'screen' })
})

test('on a phone an attempt hides the menu until it is finished, in one line', async () => {
  await page.setViewportSize({ width: 320, height: 568 })
  await answer({ constraints: 'Nothing yet.' })
  const menu = page.getByRole('navigation', { name: 'Pages' })
  expect(await menu.isVisible()).toBe(false)
  await gradeAll(page, 'met')
  await finish(app)
  const tops = await menu
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
  await menu.getByRole('link', { name: 'Progress' }).click()
  await page.locator('main[data-page=progress] h1').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
})

test('my sentence is the one that was found or the one that I pick, by pointer, selection or keys', async () => {
  const operations = 'The index format and the model of the recogniser are pinned together. Nobody is paged.'
  const long = 'It is the same for each of the notes. '.repeat(401)
  await answer({ constraints: 'We count notes first.\nThen people.', 'model-path': long, operations })
  const mine = criterion('one-release-for-both').locator('.mine')
  const quote = mine.locator('blockquote')
  const marked = (): Promise<string[]> => page.locator('.my-answer mark').allInnerTexts()
  expect(await quote.innerText()).toBe(
    'The index format and the model of the recogniser are pinned together.',
  )
  expect(await marked()).toEqual([await quote.innerText()])

  await page.getByRole('option', { name: 'Nobody is paged.' }).click()
  await expect.poll(() => quote.innerText(), { timeout }).toBe('Nobody is paged.')
  expect(await mine.innerText()).toContain('You picked:')
  expect(await marked()).toEqual(['Nobody is paged.'])
  await mine.getByRole('button', { name: 'Nothing of mine says it' }).click()
  await expect.poll(() => mine.innerText(), { timeout }).toContain('nothing of yours speaks of it')
  expect(await marked()).toEqual([])

  const sentences = page.getByRole('listbox', { name: 'Sentences of Constraints' }).getByRole('option')
  await sentences.first().focus()
  await key('ArrowDown')
  await key('Enter')
  await expect.poll(() => quote.innerText(), { timeout }).toBe('Then people.')

  const use = page.getByRole('button', { name: 'Use the selection' })
  expect(await use.isDisabled()).toBe(true)
  await page.evaluate(`{
    const node = document.querySelector('[data-field=operations] [role=option]').firstChild
    getSelection().setBaseAndExtent(node, 4, node, 16)
  }`)
  await use.click()
  await expect.poll(() => quote.innerText(), { timeout }).toBe('index format')
  // A text of too many sentences to choose from can be quoted, too.
  await page.evaluate(`{
    const node = document.querySelector('[data-field=model-path] .own-text').firstChild
    getSelection().setBaseAndExtent(node, 0, node, 14)
  }`)
  await use.click()
  await expect.poll(() => quote.innerText(), { timeout }).toBe('It is the same')
  // Words across two texts are no quote.
  await page.evaluate(`{
    const [from, to] = ['constraints', 'operations'].map((id) => document.querySelector('[data-field=' + id + ']'))
    getSelection().setBaseAndExtent(from, 0, to, 1)
  }`)
  await expect.poll(() => use.isDisabled(), { timeout }).toBe(true)
  await saved(page)
  await page.reload()
  await expect.poll(() => quote.innerText(), { timeout }).toBe('It is the same')
  await mine.getByRole('button', { name: 'Back to what was found' }).click()
  await expect.poll(() => mine.innerText(), { timeout }).toContain('Found in your answer:')
})

test('where the code that finishes an attempt can not be fetched, it is said and nothing is lost', async () => {
  await app.go(`#/drill/${round}`)
  await page.locator('textarea').first().fill('We count notes first.')
  await saved(page)
  await page.route(/schedule-/, (route) => route.abort())
  const told = page.getByRole('alert').filter({ hasText: 'This part of the site could not be fetched.' })
  await app.press('Set this attempt aside')
  await app.press('Set it aside')
  await told.waitFor()
  expect(await page.locator('textarea').first().inputValue()).toBe('We count notes first.')
  await app.go(`#/history/${round}`)
  await app.press('Fresh attempt')
  await app.press('Start afresh')
  await told.waitFor()
  await page.unroute(/schedule-/)
  app.problems.length = 0
  await app.press('Fresh attempt')
  await app.press('Start afresh')
  await page.locator('main[data-page=drill]').waitFor()
  await expect.poll(() => page.locator('textarea').first().inputValue(), { timeout }).toBe('')
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
    await openCriterion(page, id)
    const mine = criterion(id).locator('.mine')
    const said = await mine.innerText()
    if (status === 'missing')
      expect(said).toContain('No sentence was recognised for this one. Choose yours below.')
    else expect(await mine.locator('> blockquote').innerText()).toBe(sentence)
    if (status === 'denied') expect(said).toContain('This seems to say the opposite:')
    expect(said).not.toMatch(/\b(?:met|partly|suggest)/i)
  }
  expect(await page.locator('[data-grade][aria-pressed=true]').count()).toBe(0)
  expect(await page.locator('.score').innerText()).toContain('Not graded')
})

test('text stays editable after the reveal, and what is found follows it', async () => {
  await answer({ operations: 'Nobody is paged.' })
  const mine = criterion('one-release-for-both').locator('.mine')
  expect(await mine.innerText()).toContain('No sentence was recognised')
  await openTab('Both answers')
  await app.press('Change Operations')
  const sentence = 'The index format and the model of the recogniser are pinned together.'
  await page.getByRole('textbox', { name: 'Operations' }).fill(sentence)
  await openTab('Grade')
  await mine.getByText(sentence).waitFor({ timeout })
  await page.getByRole('button', { name: 'Red flags and note' }).click()
  expect(await page.locator('.score').innerText()).toContain(
    'The text was changed after the answer was revealed',
  )
})

test('an answer in another language is called so, and nothing in it missing', async () => {
  const german =
    'Die Suche soll nach einer halben Sekunde etwas zeigen, und nur der Besitzer einer Notiz darf sie finden. Wir legen den Index jede Nacht neu an, weil sich die Wörter des Erkenners ändern, und gehen zum alten zurück, wenn zu viele Anfragen leer bleiben. Danach schreiben wir einen Test, damit es nicht wieder geschieht.'
  await answer({ constraints: german, operations: german })
  const grading = page.locator('.grading')
  expect(await grading.innerText()).toContain('Your answer is in another language than the drills')
  expect(await page.locator('main').innerText()).not.toMatch(/recognised/i)
  await openCriterion(page, 'index-goes-stale')
  expect(await criterion('index-goes-stale').locator('.mine').innerText()).toContain(
    'Not read, because your answer is in another language.',
  )
})

test('the score is that of the package, part by part, with the red flags of both', async () => {
  await answer({ constraints: 'Nothing yet.' })
  const verdicts: Record<string, Grade> = {}
  for (const [index, id] of criteriaFor(site.package, drill).entries()) {
    // The last one is left without a grade.
    const verdict = (['partly', 'met', 'not', 'met'] as const)[index % 4] ?? 'not'
    if (id === 'learning-from-failures') continue
    verdicts[id] = verdict
    await grade(page, id, verdict)
  }
  const [own] = drill['redFlags'] as readonly { readonly id: string }[]
  const redFlags = [own?.id ?? '', published.rubric.redFlags[0]?.id ?? '']
  await page.getByRole('button', { name: 'Red flags and note' }).click()
  const boxes = page.locator('.red-flags').getByRole('checkbox')
  await boxes.first().check()
  await boxes.nth((drill['redFlags'] as readonly unknown[]).length).check()
  const expected = published.score(drill, { verdicts, redFlags })
  await expect
    .poll(() => page.locator('.score-figure').innerText(), { timeout })
    .toBe(`${expected.total} of 100`)
  const parts = `criteria of the drill ${expected.criteria} of 70, general ${expected.general} of 30, red flags −10`
  expect(expected.redFlags).toBe(-10)
  const score = page.locator('.score')
  expect(await score.innerText()).toContain(parts)
  expect(await score.innerText()).toContain('7 of 8 criteria graded, the others count as not met')

  await finish(app)
  expect(await page.locator('.summary').innerText()).toContain(`${expected.total} of 100`)
  expect(await page.locator('.summary').innerText()).toContain(parts)
  await page.reload()
  await page.locator('.summary').waitFor()
  expect(await page.locator('.summary').innerText()).toContain(parts)
})

test('prompt, figures and sources are one tab away, and the address keeps the tab', async () => {
  await answer({ constraints: 'Nothing yet.' })
  await openTab('Prompt')
  expect(await page.locator('#panel-prompt .prompt-text').innerText()).toContain(
    'A note-taking app wants people to find',
  )
  await key('ArrowLeft')
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Both answers')
  const compare = page.locator('.compare')
  expect(await compare.locator('.worked-figures dt').innerText()).toBe('Notes')
  expect(await compare.locator('.worked-figures dd').innerText()).toBe('2,000,000 ÷ 86,400 ≈ 23 a second.')
  const source = compare.getByRole('link', { name: 'A paper' })
  expect(await source.getAttribute('href')).toBe('https://example.org/paper')
  // Sections stand in the order in which they are written.
  expect(await compare.locator('.pair h3').allInnerTexts()).toEqual([
    'Constraints',
    'Model path',
    'Tradeoffs',
    'Operations',
    'Evaluation',
  ])
  await saved(page)
  await page.reload()
  await compare.waitFor()
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Both answers')
})

test('finish is within reach of every part, and asks once when criteria have no grade', async () => {
  await answer({ constraints: 'Nothing yet.' })
  await grade(page, 'rollback-path', 'met')
  const bar = page.locator('.finish-bar')
  for (const name of ['Both answers', 'Prompt', 'Second round', 'Reviewer', 'Grade']) {
    await openTab(name)
    expect(await bar.innerText()).toMatch(/^1 of 8 graded · 5 of 5 points so far/)
    expect(await bar.getByRole('button', { name: 'Finish' }).isVisible()).toBe(true)
  }
  await openTab('Both answers')
  await page.setViewportSize({ width: 390, height: 664 })
  await page.evaluate('scrollTo(0, 300)')
  // By the mouse itself: whoever clicks does not scroll before.
  const { x = 0, y = 0 } = (await bar.getByRole('button', { name: 'Finish' }).boundingBox()) ?? {}
  await page.mouse.click(x + 10, y + 10)
  await expect.poll(() => bar.locator('button:focus').innerText(), { timeout }).toBe('Go on grading')
  expect(await bar.locator('.primary').innerText()).toBe('Go on grading')
  expect(await page.evaluate('scrollY')).toBe(300)
  expect(await bar.getByRole('alert').innerText()).toBe(
    '7 criteria have no grade and would count as not met.',
  )
  await app.press('Go on grading')
  await isFocused('criterion-one-release-for-both-title')
  expect(await bar.getByRole('alert').count()).toBe(0)
  await app.press('Finish')
  await app.press('Finish anyway')
  await page.locator('.summary').waitFor()
  expect(await page.locator('.grade-choice, .finish-bar').count()).toBe(0)
  await page.locator('.map-step[data-criterion=rollback-path]').click()
  expect(await criterion('rollback-path').innerText()).toContain('Your grade: Met')
})

test('an attempt right after reading moves no schedule, and says so kindly', async () => {
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
  await page.reload()
  await answer({ constraints: 'Nothing yet.' })
  await gradeAll(page, 'not')
  await finish(app)
  const first = new URL(page.url()).hash
  const due = await page.locator('.summary').innerText()
  expect(due).not.toContain('moved no schedule')

  // The finished attempt stays on the screen, which is reading as well.
  await page.clock.runFor(40 * 60_000)
  await app.go('#/')
  await page.clock.runFor(12 * 60_000)
  await app.go(`#/drill/${round}`)
  await answer({ constraints: 'All of it.' })
  await gradeAll(page, 'met')
  // To read the earlier attempt meanwhile doesn't hide that it was read before.
  await app.go(first)
  await page.locator('.summary').waitFor()
  await page.clock.runFor(60_000)
  await app.go(`#/drill/${round}`)
  await page.getByRole('button', { name: 'Red flags and note' }).click()
  const notice =
    'You read this answer 12 minutes before you began, so this attempt is kept but moves no schedule.'
  expect(await page.locator('.mark-notice').innerText()).toBe(notice)
  // What finishing does instead is not promised, and the notice is not repeated where it stands already.
  expect(await page.locator('.finish').innerText()).not.toContain('Finishing schedules')
  await openCriterion(page, 'rollback-path')
  await app.press('Finish')
  const bar = page.locator('.finish-bar')
  expect(await bar.getByRole('alert').innerText()).toBe(notice)
  await app.press('Not yet')
  await expect.poll(() => page.locator('.finish-bar :focus').innerText(), { timeout }).toBe('Finish')
  await page.getByRole('button', { name: 'Red flags and note' }).click()
  await app.press('Finish')
  await page.locator('.summary').waitFor()
  expect(await page.locator('.summary .score').innerText()).toMatch(
    /^Begun soon after the answer was read, so it moved no schedule\s+100 of 100\s/,
  )
  expect(await page.locator('.summary').innerText()).toContain('with 8 criteria on cards')
  await app.go(`#/history/${round}`)
  expect(await page.locator('.history').innerText()).toContain('so it moved no schedule')
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
