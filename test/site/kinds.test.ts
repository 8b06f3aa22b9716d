import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { leaked } from '../support/leaks.ts'
import { type App, timeout, useSite } from './app.ts'
import { answerRuns, answerSigns, criteriaFor, drillsOf, type Published, phasesOf } from './published.ts'
import { finish, grade, gradeAll, guide, reveal, saved } from './steps.ts'

const site = useSite('kinds')

let app: App
let page: Page

beforeEach(async () => {
  app = await site.open()
  page = app.page
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
})

const ofKind = (kind: Published['kind']): Published => {
  const found = drillsOf(site.package).find((drill) => drill.kind === kind)
  if (found === undefined) throw new Error(`the fixtures have no ${kind}`)
  return found
}

/** Writes something of its own in every field, and gives what. */
async function writeFields(): Promise<readonly string[]> {
  const fields = page.locator('textarea[id^=field-]')
  await fields.first().waitFor()
  const texts: string[] = []
  for (let index = 0; index < (await fields.count()); index += 1) {
    texts.push(`My own words, number ${index + 1}.`)
    await fields.nth(index).fill(texts[index] ?? '')
  }
  return texts
}

const shows = async (texts: readonly string[]): Promise<void> => {
  const shown = await page.locator('main').innerText()
  for (const text of texts) expect(shown).toContain(text)
}

const headings = async (): Promise<string> => (await page.locator('main h2').allInnerTexts()).join('\n')

/** What the page says, once it does. */
const main = (words: string | RegExp): Promise<void> =>
  expect.poll(() => page.locator('main').innerText(), { timeout }).toMatch(words)

/** From the answer to the plan for its repeat. */
async function gradeAndFinish(drill: Published): Promise<void> {
  const criteria = criteriaFor(site.package, drill).length
  const ownRuns = answerRuns(drill)
  expect(leaked(ownRuns, await app.html()).length).toBeGreaterThan(ownRuns.length / 2)
  expect(await page.locator('.criterion').count()).toBe(criteria)
  expect(await gradeAll(page, 'not')).toBe(criteria)
  await expect.poll(() => page.locator('.score-figure').innerText(), { timeout }).toBe('0 of 100')
  expect(await gradeAll(page, 'met')).toBe(criteria)
  await expect.poll(() => page.locator('.score-figure').innerText(), { timeout }).toBe('100 of 100')
  await grade(page, drill.criteria[0]?.id ?? '', 'partly')
  await expect.poll(() => page.locator('.score-figure').innerText(), { timeout }).toMatch(/^[1-9]\d? of 100$/)
  const score = await page.locator('.score-figure').innerText()
  await page.fill('.finish textarea', 'Begin with the users.')
  await finish(app)
  await main(/The drill is due (?:today|tomorrow|in \d+ days)/)
  await main(score)

  await app.go(`#/history/${drill.id}`)
  await main(score)
  await app.go('#/')
  await main(score)
  await app.go('#/repeat')
  await main(drill.title)
}

test('an incident goes through every phase to its grade and its repeat', async () => {
  const incident = ofKind('incident')
  const phases = phasesOf(site.package)
  await app.go(`#/drill/${incident.id}`)
  await guide(page)
  await app.press('Start')
  for (const [index, title] of phases.entries()) {
    if (index > 0) await app.press('Next phase')
    await expect.poll(() => page.locator('.timer-phase strong').innerText(), { timeout }).toBe(title)
    expect(await page.locator('.phase[data-current=true] h2').innerText()).toContain(title)
    expect(await headings()).toContain(title)
    await page.clock.runFor(60_000)
  }
  const texts = await writeFields()
  expect(texts.length).toBeGreaterThan(phases.length)
  await saved(page)
  await reveal(app)
  await shows(texts)
  expect(criteriaFor(site.package, incident).length).toBeGreaterThan(incident.criteria.length)
  await gradeAndFinish(incident)
})

test('a question has no phases, the minutes of its prompt, and criteria of its own', async () => {
  const question = ofKind('question')
  await app.go(`#/drill/${question.id}`)
  await app.press('Start')
  const texts = await writeFields()
  expect(texts).toHaveLength(1)
  await expect.poll(() => page.locator('.clock').innerText(), { timeout }).toContain('left')
  expect(await page.locator('.clock-figures').innerText()).toMatch(/^(?:5:00|4:\d\d)$/)
  expect(await page.locator('.drill-title').innerText()).toContain('Question · 5 min')
  await page.clock.fastForward(90 * 60_000)
  expect(await page.getByRole('button', { name: /phase/i }).count()).toBe(0)
  for (const title of phasesOf(site.package)) expect(await headings()).not.toContain(title)
  // It is over, and nothing is locked.
  await expect.poll(() => page.locator('.clock').getAttribute('data-state'), { timeout }).toBe('over')
  expect(await page.locator('#field-answer').isEditable()).toBe(true)
  await saved(page)
  await reveal(app)
  await shows(texts)
  expect(criteriaFor(site.package, question)).toEqual(question.criteria.map(({ id }) => id))
  await gradeAndFinish(question)
})

test('no answer is in the page or was fetched before it is revealed, for every drill', async () => {
  const drills = drillsOf(site.package)
  expect(new Set(drills.map(({ kind }) => kind)).size).toBe(3)
  const bodies: Promise<string>[] = []
  page.on('response', (response) => bodies.push(response.text()))
  const hidden = new Set(drills.flatMap(answerRuns))
  const signs = new Set(drills.flatMap(answerSigns))
  expect(signs.size).toBeGreaterThan(3 * drills.length)
  expect(hidden.size).toBeGreaterThan(100)
  /** Runs of answers that stand in the page as it is, or in anything that was fetched since the last look. */
  const given = async (): Promise<readonly string[]> => {
    const all = [await app.html(), ...(await Promise.all(bodies.splice(0)))].join('\n')
    return [...leaked([...hidden], all), ...[...signs].filter((sign) => all.includes(sign))]
  }

  for (const hash of ['#/', '#/loop', '#/rubric', '#/repeat', '#/data']) {
    await app.go(hash)
    expect(await given()).toEqual([])
  }
  for (const { id } of drills) {
    await app.go(`#/drill/${id}`)
    await app.press('Start')
    await writeFields()
    await page.clock.fastForward(120 * 60_000)
    await saved(page)
    expect(await given()).toEqual([])
  }
  expect(app.requests.filter((name) => name.includes('/drills/'))).toEqual([])

  for (const drill of drills) {
    await app.go(`#/drill/${drill.id}`)
    await writeFields()
    expect(await given()).toEqual([])
    await reveal(app)
    const own = new Set([...answerRuns(drill), ...answerSigns(drill)])
    const shown = await given()
    expect(shown.length).toBeGreaterThan(0)
    // Of the others nothing has come with it.
    expect(shown.filter((run) => !own.has(run))).toEqual([])
    for (const run of own) {
      hidden.delete(run)
      signs.delete(run)
    }
  }
  expect(app.requests.filter((name) => name.includes('/drills/'))).toHaveLength(drills.length)
})
