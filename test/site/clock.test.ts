import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { type App, type Opening, timeout, useSite } from './app.ts'
import { openMore, round, saved } from './steps.ts'

const long = edit(
  valid.round,
  'Design it.',
  `They speak while they walk, in several languages, and half of the notes are shorter than ten seconds. A search is typed
or spoken, on a phone that is often offline. The app has a million users, of whom a tenth search every day. Design it.`,
)
const site = useSite('clock', '/', { [paths.round]: long })

let app: App
let page: Page

async function open(opening: Opening = {}, hash = `#/drill/${round}`): Promise<void> {
  app = await site.open(opening)
  page = app.page
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
  await app.go(hash)
  await page.locator('.timer').waitFor()
}

const field = (name: string): Locator => page.locator(`#field-${name}`)
const phase = (): Promise<string> => page.locator('.timer-phase strong').innerText()
const running = (): Promise<string | null> => page.locator('.clock').getAttribute('data-running')
const minutes = (count: number): Promise<void> => page.clock.runFor(count * 60_000)
const says = (of: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(of, { timeout }).toEqual(expected)
const isFocused = async (target: Locator): Promise<boolean> =>
  (await target.and(page.locator(':focus')).count()) > 0
const box = async (target: Locator): Promise<{ top: number; bottom: number; height: number }> => {
  const found = await target.boundingBox()
  if (found === null) throw new Error(`${target} is not shown`)
  return { top: found.y, bottom: found.y + found.height, height: found.height }
}

test('the clock starts with the first letter, in the phase of its text, and the title tells what is left', async () => {
  await open()
  const name = await page.title()
  expect(name).toMatch(/^Voice note search · /)
  expect(await running()).toBe('false')
  await field('design').pressSequentially('A')
  await says(running, 'true')
  expect(await phase()).toBe('Design')
  await page.clock.runFor(5000)
  await says(() => page.title().then((title) => /^9:5\d · /.test(title) && title.endsWith(name)), true)
  await minutes(10)
  await says(() => page.title().then((title) => /^\+0:\d\d over · /.test(title)), true)

  const told = async () => [
    await page.locator('.clock small').innerText(),
    await page.locator('.announcer').innerText(),
  ]
  await says(told, ['over', 'Time for Design is over. You can keep writing.'])
  await app.press('Pause')
  await says(() => page.title(), name)
  await says(told, ['over, paused', ''])
  await app.press('Resume')
  await says(told, ['over', 'Time for Design is over. You can keep writing.'])
  await says(() => page.title().then((title) => title === name), false)
  await openMore(page)
  await app.press('Hide clock')
  await says(() => page.title(), name)
  await app.press('Hide clock')
  await says(() => page.title().then((title) => title.startsWith('+')), true)
  await app.go('#/')
  expect(await page.title()).not.toMatch(/\d:\d\d/)
})

test('the phase of the text one writes in is offered, not forced, and Start leads into the first text', async () => {
  await open()
  await app.press('Start')
  await says(() => isFocused(field('assumptions')), true)
  const offer = page.getByRole('button', { name: 'Move the clock to Design' })
  await field('design').focus()
  expect(await offer.count()).toBe(0)
  const places = async () => [await box(page.locator('.timer-bar')), await box(field('design'))]
  const before = await places()
  await page.keyboard.type('A path')
  await offer.waitFor()
  // Nothing has moved.
  expect(await places()).toEqual(before)
  expect(await phase()).toBe('Assumptions')
  const spoken = page.getByRole('status').filter({ hasText: 'Alt Enter moves it to Design.' })
  expect(await spoken.getByRole('button').count()).toBe(0)
  expect(await spoken.count()).toBe(1)
  // It never flashes on the way to the next phase.
  await page.evaluate(`globalThis.offers = []
    new MutationObserver(() => offers.push(document.querySelector('.clock-offer')?.innerText ?? ''))
      .observe(document.querySelector('.timer-bar'), { childList: true, subtree: true })`)
  await offer.click()
  await says(phase, 'Design')
  expect(await offer.count()).toBe(0)
  expect(await page.evaluate('offers.filter((words) => words !== "")')).toEqual([])
  // The caret is where it was.
  await page.keyboard.type(' of parts')
  expect(await field('design').inputValue()).toBe('A path of parts')

  await field('failure-modes').pressSequentially('It breaks')
  await page.getByRole('button', { name: 'Move the clock to Failure modes' }).waitFor()
  await field('design').pressSequentially('.')
  expect(await page.locator('.clock-offer button').count()).toBe(0)
  await field('metrics-and-rollout').pressSequentially('Numbers')
  await page.keyboard.press('Alt+Enter')
  await says(phase, 'Metrics and rollout')
  expect(await running()).toBe('true')
  // What is left is that of a phase, which is said where there are several.
  await app.go('#/')
  await says(
    () =>
      page
        .locator('.continue')
        .innerText()
        .then((text) => /, [45]:\d\d left in Metrics and rollout$/.test(text)),
    true,
  )
})

test('a question has one text, five minutes, and neither phases nor hints', async () => {
  await open({}, '#/drill/what-is-recall')
  expect(await page.locator('.clock').innerText()).toMatch(/^5:00\s+left$/)
  expect(await page.locator('main textarea').count()).toBe(1)
  expect(await page.locator('.hints, .mode, .phase-list').count()).toBe(0)
  expect(await page.locator('.reveal p').first().innerText()).toContain(
    'shown beside yours. The clock then stops.',
  )
  await field('answer').pressSequentially('R')
  await says(running, 'true')
})

const places = [
  { width: 320, height: 568, hasTouch: true },
  { width: 390, height: 330, hasTouch: true },
  { width: 320, height: 280, hasTouch: true },
  { width: 640, height: 400, hasTouch: false },
  { width: 768, height: 1024, hasTouch: true },
  { width: 1440, height: 900, hasTouch: false },
]

test.each(places)('the clock stays in sight at $width × $height and covers no text', async (place) => {
  const { width, height, hasTouch } = place
  await open({ viewport: { width, height }, hasTouch, reducedMotion: 'reduce' })
  const bar = page.locator('.timer')
  const isInSight = async (): Promise<void> => {
    const { top, bottom } = await box(bar)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(height + 1)
    expect(bottom - top).toBeLessThan(height / 2)
    expect(await page.locator('.clock-figures').isVisible()).toBe(true)
  }
  if (width < 896 || height > 500) await isInSight()
  // Before the clock runs the prompt is whole, then the first text is on the screen.
  const fold = page.locator('.prompt-fold')
  const whole = (await box(fold)).height
  expect(await page.getByRole('button', { name: 'Read it all' }).count()).toBe(0)
  await app.press('Start')
  const isFolded = width < 576 || (width < 896 && height < 768)
  await says(async () => (await box(fold)).height < whole, isFolded)
  expect((await box(field('assumptions'))).top).toBeLessThan(height - 24)
  for (const name of ['assumptions', 'design', 'failure-modes', 'metrics-and-rollout']) {
    await field(name).focus()
    await page.keyboard.type('Some words.')
    await isInSight()
    const text = await box(field(name))
    const { bottom } = await box(bar)
    // The first line, which is being written, is below the bar and above the end of the screen.
    expect(text.top).toBeGreaterThanOrEqual(bottom - 1)
    expect(text.top + 36).toBeLessThanOrEqual(height)
  }
  // Nor does it with more lines than the screen has.
  for (let line = 0; line < 30; line += 1) await page.keyboard.press('Enter')
  await isInSight()
  expect((await box(field('metrics-and-rollout'))).bottom).toBeGreaterThan((await box(bar)).bottom + 24)
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
})

test('the prompt is one key or tap away, and the caret stays', async () => {
  await open({ viewport: { width: 390, height: 664 }, hasTouch: true })
  const panel = page.locator('.prompt-panel')
  const words = (await page.locator('.prompt-text').first().innerText()).slice(0, 40)
  await field('assumptions').pressSequentially('One two')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Alt+p')
  await panel.waitFor()
  expect(await panel.innerText()).toContain(words)
  expect(await page.locator('[aria-live=polite]', { has: panel }).count()).toBe(1)
  // Held down, the key acts once.
  await page.keyboard.down('Alt')
  for (let count = 0; count < 3; count += 1) await page.keyboard.down('p')
  await page.keyboard.up('p')
  await page.keyboard.up('Alt')
  await says(() => panel.count(), 0)
  await page.keyboard.press('Alt+p')
  await panel.waitFor()
  await page.keyboard.press('Escape')
  await says(() => panel.count(), 0)
  await page.keyboard.type('w')
  expect(await field('assumptions').inputValue()).toBe('One twwo')
  // What is written is never hidden below it.
  await field('assumptions').fill('line\n'.repeat(30))
  await page.keyboard.press('Alt+p')
  await panel.waitFor()
  await page.keyboard.type('x')
  await says(() => panel.count(), 0)
  expect(await isFocused(field('assumptions'))).toBe(true)

  const opener = page.getByRole('button', { name: 'Prompt', exact: true })
  await opener.tap()
  await panel.waitFor()
  expect(await opener.getAttribute('aria-expanded')).toBe('true')
  expect(await isFocused(field('assumptions'))).toBe(true)
  await panel.focus()
  await page.keyboard.press('Escape')
  await says(() => panel.count(), 0)
  await says(() => isFocused(field('assumptions')), true)

  // A menu that one leaves is closed, and Escape is for the text again.
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.locator('.more-panel').waitFor()
  await field('assumptions').focus()
  await says(() => page.locator('.more-panel').count(), 0)
  expect(await more.getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.press('Escape')
  expect(await isFocused(field('assumptions'))).toBe(false)

  // Where the keyboard covers the page, the bar follows what is left of it.
  const top = (): Promise<string> => page.evaluate("getComputedStyle(document.querySelector('.timer')).top")
  expect(await top()).toBe('0px')
  await page.evaluate(`Object.defineProperty(visualViewport, 'offsetTop', { value: 120 })
    visualViewport.dispatchEvent(new Event('scroll'))`)
  expect(await top()).toBe('120px')

  // On this screen its first lines are shown until all is asked for; on a wide one it stays beside the text.
  const fold = page.locator('.prompt-fold')
  const folded = (await box(fold)).height
  await app.press('Read it all')
  await says(async () => (await box(fold)).height > folded, true)
  await page.setViewportSize({ width: 1440, height: 900 })
  await field('metrics-and-rollout').focus()
  expect(await page.locator('.prompt-text').first().isVisible()).toBe(true)
  expect((await box(page.locator('.prompt'))).bottom).toBeGreaterThan(200)
})

const counting = `
  globalThis.tones = 0
  const node = { connect() {}, gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} } }
  globalThis.AudioContext = class {
    currentTime = 0
    destination = {}
    resume() { globalThis.tones += 1; return Promise.resolve() }
    close() { return Promise.resolve() }
    createGain() { return node }
    createOscillator() {
      return { connect() {}, frequency: {}, start() {}, stop() {}, addEventListener(_, end) { end() } }
    }
  }`

test('a tone sounds once at the end of a phase, when it is wanted', async () => {
  await open({ script: counting })
  const tones = (): Promise<number> => page.evaluate('tones')
  await app.press('Start')
  await minutes(6)
  await says(
    () => page.locator('.announcer').innerText(),
    'Time for Assumptions is over. You can keep writing.',
  )
  expect(await tones()).toBe(0)

  await openMore(page)
  await app.press('Sound at the end')
  await saved(page)
  await page.keyboard.press('Escape')
  await app.press('Next phase')
  await minutes(9)
  expect(await tones()).toBe(0)
  await minutes(2)
  await says(tones, 1)
  await minutes(5)
  expect(await tones()).toBe(1)
  // More time takes back that it is over, and ends once more.
  await openMore(page)
  for (let count = 0; count < 2; count += 1) await app.press('+5 min')
  await says(() => page.locator('.announcer').innerText(), '')
  await minutes(6)
  await says(tones, 2)
  await app.go('#/data')
  expect(
    await page.getByRole('checkbox', { name: 'Play a soft tone at the end of a phase' }).isChecked(),
  ).toBe(true)
})

test('after the lid was closed the time away is offered back, also more than once', async () => {
  await open()
  await field('assumptions').pressSequentially('A')
  await minutes(2)
  for (const hours of [8, 3]) {
    await page.clock.fastForward(hours * 60 * 60_000)
    const offer = page.locator('.absence')
    await offer.waitFor()
    expect(await offer.innerText()).toContain(`${hours} hours`)
    // A tab that is locked offers nothing.
    const other = await app.tab()
    await other.go(`#/drill/${round}`)
    await other.press('Write here instead')
    await says(() => offer.isVisible(), false)
    await other.page.close()
    await says(() => offer.isVisible(), true)
    // It waits for an answer while one goes on.
    await field('assumptions').pressSequentially('B')
    await app.press('Don’t count that time')
    await says(
      () =>
        page
          .locator('.clock-figures')
          .innerText()
          .then((text) => /^[45]:\d\d$/.test(text)),
      true,
    )
  }
  await page.clock.fastForward(60 * 60_000)
  await app.press('Count it')
  await says(() => page.locator('.absence').count(), 0)
  await page.evaluate('dispatchEvent(new Event("focus"))')
  expect(await page.locator('.absence').count()).toBe(0)
  await says(() => page.locator('.clock').getAttribute('data-state'), 'over')
})

test('what another tab has answered is not offered again', async () => {
  await open()
  await field('assumptions').pressSequentially('A')
  await minutes(2)
  await saved(page)
  await page.clock.fastForward(8 * 60 * 60_000)
  const offer = page.locator('.absence')
  await offer.waitFor()
  const other = await app.tab()
  await other.go(`#/drill/${round}`)
  await other.press('Write here instead')
  await other.page.locator('#field-assumptions:enabled').waitFor()
  await other.press('Don’t count that time')
  await says(() => offer.count(), 0)
  await saved(other.page)
  await other.page.close()
  await page.evaluate('dispatchEvent(new Event("focus"))')
  await field('assumptions').and(page.locator(':enabled')).waitFor()
  expect(await offer.count()).toBe(0)
  await says(
    () =>
      page
        .locator('.clock-figures')
        .innerText()
        .then((text) => /^(?:5:00|4:5\d)$/.test(text)),
    true,
  )
})

test('when the system clock is set back, what is over stays over', async () => {
  await open()
  await app.press('Start')
  await minutes(6)
  const over = 'Time for Assumptions is over. You can keep writing.'
  await says(() => page.locator('.announcer').innerText(), over)
  await page.clock.setSystemTime(new Date('2026-11-02T08:06:00'))
  await page.clock.runFor(60_000)
  await says(
    () =>
      page
        .locator('.clock')
        .innerText()
        .then((text) => /^\+2:\d\d\s+over$/.test(text)),
    true,
  )
  expect(await page.locator('.announcer').innerText()).toBe(over)
  await app.press('Pause')
  await says(running, 'false')
  expect(await page.locator('.clock').innerText()).toMatch(/^\+2:\d\d\s+over, paused$/)
})

test('an interview shows no help until it is asked for, and guided is chosen before the first word', async () => {
  await open()
  const points = page.locator('.points')
  const instructions = page.locator('.instruction, .phase-text')
  expect(await points.or(instructions).count()).toBe(0)
  expect(await page.locator('main textarea').count()).toBe(4)
  // Not even the titles of the sections.
  const all = page.locator('.hints').first()
  expect(await all.innerText()).toMatch(/^Hint/)
  expect(await page.locator('main').innerText()).not.toMatch(/Constraints|Model path|What this phase/)
  // One key or tap shows the labels of a section, a second one its instructions.
  await app.press('Hint for Assumptions')
  expect(await points.innerText()).toContain('Latency')
  expect(await instructions.count()).toBe(0)
  await app.press('More on Constraints')
  expect(await instructions.count()).toBe(1)
  await app.press('Hide the hint for Constraints')
  expect(await points.or(instructions).count()).toBe(0)
  // A section without points has its instruction only.
  await app.press('Hint for Design')
  expect(await instructions.count()).toBe(1)
  await app.press('Hide the hint for Model path')
  await app.press('Hide the hints for Design')
  await app.press('Hint for Design')
  expect(await instructions.count()).toBe(1)
  await app.press('Hint for Failure modes')
  await app.press(/^What this phase is about.*Failure modes$/)
  expect(await instructions.count()).toBe(2)
  await saved(page)
  await page.reload()
  // What was shown once is open when one comes back.
  await points.first().waitFor()
  expect(await instructions.count()).toBe(3)
  await app.press('Hide the hints for Design')
  await says(() => instructions.count(), 2)

  await page.getByRole('radio', { name: 'Guided' }).check({ force: true })
  await says(() => page.locator('main textarea').count(), 5)
  expect(await page.locator('.hints').count()).toBe(0)
  expect(await points.count()).toBeGreaterThan(0)
  await page.getByRole('radio', { name: 'Interview' }).check({ force: true })
  await field('assumptions').pressSequentially('A')
  await says(() => page.getByRole('radio').count(), 0)
  await app.press('Show the model answer')
  await expect
    .poll(() => page.locator('.remarks').first().innerText(), { timeout })
    .toContain(
      'Hints: instructions of Constraints, instructions of Model path, labels of Operations, instructions of Failure modes',
    )
})

test('a worksheet is the prompt and empty lines for each phase, whatever was written', async () => {
  await open()
  await field('assumptions').fill('My own words.')
  await app.press('Hint for Assumptions')
  await page.evaluate(`print = () => { globalThis.printed = document.documentElement.className }`)
  await app.press('Print as a worksheet')
  expect(await page.evaluate('printed')).toBe('print-worksheet')
  await page.emulateMedia({ media: 'print' })
  const shown = await page.locator('main').innerText()
  expect(shown).toContain('Voice note search')
  expect(shown).not.toContain('Latency')
  expect(await field('assumptions').isVisible()).toBe(false)
  expect(await page.locator('.worksheet h2').allInnerTexts()).toEqual([
    'Assumptions 5 min',
    'Design 10 min',
    'Failure modes 5 min',
    'Metrics and rollout 5 min',
  ])
  for (const lines of await page.locator('.worksheet .lines').all())
    expect((await box(lines)).height).toBeGreaterThan(150)
  await page.evaluate('dispatchEvent(new Event("afterprint"))')
  expect(await field('assumptions').isVisible()).toBe(true)
  expect(await page.locator('.worksheet').isVisible()).toBe(false)
})
