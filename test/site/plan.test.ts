import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { finish, gradeAll, reveal, saved } from './steps.ts'

const site = useSite('plan')

let app: App
let page: Page

const at = (day: number, hour = 9): Date => new Date(2026, 11, day, hour)

beforeEach(async () => {
  app = await site.open()
  page = app.page
  await page.clock.install({ time: at(3) })
  await app.go('#/')
})

/** Closes the page on one day and opens it on another. */
async function wakeOn(day: number, hash: string, hour = 9): Promise<void> {
  await saved(page)
  await page.clock.setSystemTime(at(day, hour))
  await page.reload()
  await app.go(hash)
}

const main = (): Promise<string> => page.locator('main').innerText()
const shows = (words: string | RegExp): Promise<void> =>
  words instanceof RegExp
    ? expect.poll(main, { timeout }).toMatch(words)
    : expect.poll(main, { timeout }).toContain(words)

/** The tasks of a list, each in one line. */
const tasks = async (within = 'main'): Promise<string[]> =>
  (await page.locator(`${within} .tasks > li`).allInnerTexts()).map((text) =>
    text.replace(/\s*\n\s*/g, ' | ').trim(),
  )

async function makePlan(date: string, minutes: string): Promise<void> {
  await page.fill('input[name=date]', date)
  await page.fill('input[name=minutes]', minutes)
  await page.locator('.plan-form button[type=submit]').click()
}

async function answer(words: string): Promise<void> {
  await page.locator('main textarea').first().fill(words)
  await reveal(app)
  await gradeAll(page, 'not')
  await finish(app)
}

test('from a first visit on Thursday to an interview on Monday, with a missed day', async () => {
  // One button, and what it does.
  const begin = page.getByRole('link', { name: 'Begin with this one' })
  expect(await page.locator('main .primary').count()).toBe(1)
  // On the first screen of the smallest phones, too.
  for (const [width, height] of [
    [320, 568],
    [360, 640],
    [375, 667],
    [390, 664],
  ] as const) {
    await page.setViewportSize({ width, height })
    const place = await begin.boundingBox()
    expect((place?.y ?? height) + (place?.height ?? 0)).toBeLessThanOrEqual(height)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
  await shows('its 5 minutes begin with your first key')
  await begin.click()
  await page.locator('main[data-page=drill] textarea').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.tagName'), { timeout }).toBe('TEXTAREA')
  await page.keyboard.type('The share of queries.')
  await expect.poll(() => page.locator('.clock').getAttribute('data-running'), { timeout }).toBe('true')
  // It is open elsewhere too, with its clock.
  await app.go('#/')
  await shows(/Continue: What does recall at ten measure\?, \d:\d\d left$/m)
  await page.locator('.continue a').click()
  await page.locator('main[data-page=drill] textarea').waitFor()
  await answer('The share of queries.')
  await shows('The drill is due tomorrow')
  await app.go('#/')
  expect(await page.locator('.continue').count()).toBe(0)

  await app.go('#/plan')
  for (const [date, minutes, words] of [
    ['', '60', 'Enter the day of your interview.'],
    ['2026-12-02', '60', 'This day is over.'],
    ['2026-12-03', '60', 'That is today'],
    ['2026-12-07', '0', 'Enter between 5 and 720 minutes.'],
    [
      '2026-12-02',
      '0',
      'This day is over. Enter a day from tomorrow on.\n\nEnter between 5 and 720 minutes.',
    ],
  ] as const) {
    await makePlan(date, minutes)
    await expect.poll(() => page.getByRole('alert').innerText(), { timeout }).toContain(words)
    expect(await page.locator('.plan-days').count()).toBe(0)
  }
  expect(await barriers(page, 'form')).toEqual([])
  await makePlan('2026-12-07', '40')
  await page.locator('.plan-days > li').nth(3).waitFor()
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')
  expect(await page.locator('.plan-days h2').allInnerTexts()).toEqual([
    'Today Thursday 3 December',
    'Tomorrow Friday 4 December',
    'Saturday 5 December',
    'Sunday 6 December',
  ])
  expect(await tasks('.plan-days > li:first-child')).toEqual(['Voice note search | Round · Core | 35 min'])
  expect(await barriers(page, 'plan')).toEqual([])
  const downloading = page.waitForEvent('download')
  await app.press('Download as a calendar file')
  const file = await downloading
  expect(file.suggestedFilename()).toBe('plan-2026-12-07.ics')
  const calendar = readFileSync(await file.path(), 'utf8')
  expect(calendar.split('\r\n')).toContain(`URL:${site.server.url}#/plan`)
  expect(calendar.match(/(?<=^DTSTART.*)\d{8}/gm)).toEqual([3, 4, 5, 6, 7].map((day) => `2026120${day}`))

  await app.go('#/')
  await page.locator('.today .tasks a').click()
  await page.locator('main[data-page=drill] textarea').first().fill('Rollback')
  await app.go('#/')
  await page.locator('.today .tasks').waitFor()
  expect(await tasks('.today')).toEqual(['Voice note search | Begun · Round · Core | 35 min'])
  await page.locator('.today .tasks a').click()
  await page.locator('main[data-page=drill] textarea').first().waitFor()
  await answer('Rollback: the index of yesterday is kept for a week.')
  await shows('The drill is planned again for Saturday 5 December, a day that may move')
  await app.go('#/')
  await page.locator('.today .tasks').waitFor()
  expect(await tasks('.today')).toEqual(['Voice note search | Done · Round · Core | 35 min'])
  await shows('All done for today.')

  await wakeOn(4, '#/')
  await page.locator('.today .tasks').waitFor()
  expect(await tasks('.today')).toEqual([
    '5 cards to repeat | A minute each | 5 min',
    'Empty search results | Incident · Core | 35 min',
  ])

  // Saturday passes, and a night that still belongs to it.
  await wakeOn(4, '#/repeat')
  await rateAll()
  await wakeOn(6, '#/', 3)
  await page.locator('.today .tasks').waitFor()
  await shows('2 days to Monday 7 December')
  await wakeOn(6, '#/')
  await page.locator('.today .tasks').waitFor()
  await shows('the eve of Monday 7 December')
  await shows(
    'Saturday had 35 minutes planned; nothing was done. What is left has no place for the repetition of “Voice note search”.',
  )
  expect(await tasks('.today')).toEqual([
    '9 cards to repeat | A minute each | 9 min',
    'What does recall at ten measure? | Question · Core · Once more | 8 min',
    'Voice note search | Second round, the follow-up questions | 6 min',
  ])
  expect(await barriers(page, 'eve')).toEqual([])

  // The page was open all night.
  await saved(page)
  await page.clock.setSystemTime(at(7))
  await page.evaluate("dispatchEvent(new Event('focus'))")
  await shows('Your interview is today')
  // Nothing but the morning: no drill that would be due.
  expect(await page.locator('.today').count()).toBe(1)
  await page.getByRole('link', { name: 'See what is left for the morning' }).click()
  await shows(/You have finished 1 attempt since you made it\. Nothing new this morning\./)
  const weakest = page.locator('.morning > li')
  expect(await weakest.count()).toBe(5)
  // One of each drill comes first, with the words of the model answer and one's own.
  for (const [index, title] of [
    'Not met in Voice note search',
    'Not met in What does recall at ten measure?',
  ].entries()) {
    const said = (): Promise<string> => weakest.nth(index).innerText()
    await expect.poll(said, { timeout }).toContain('The model answer says')
    expect(await said()).toContain(title)
    expect(await said()).toMatch(/You wrote on 3 Dec 2026\s+\S/)
  }
  await shows('Repeat a few of them')
  expect(await barriers(page, 'morning')).toEqual([])
  await wakeOn(8, '#/')
  await shows('How did it go?')
  // What is due is there again.
  await shows('cards to repeat')
  await app.go('#/plan')
  await shows('Your interview was on Monday 7 December.')
  expect(await barriers(page, 'after')).toEqual([])
  await app.press('End the plan')
  await page.locator('.confirm .primary').click()
  await page.locator('.plan-form').waitFor()
  await app.go('#/')
  await shows('Make a plan up to it')
})

test('the day turns at the hour that the settings say', async () => {
  await page.clock.setSystemTime(at(3, 2))
  // The clock of a page that is open never goes back.
  await page.reload()
  await app.go('#/plan')
  await makePlan('2026-12-03', '30')
  await shows('Your interview is tomorrow, on Thursday 3 December.')
  await app.go('#/data')
  await page.getByLabel('The day turns at').selectOption('2:00')
  await app.go('#/plan')
  await shows('Your interview is today, so the plan ends here.')
  await saved(page)
  await page.reload()
  await shows('Your interview is today, so the plan ends here.')
})

const isFocused = (selector: string): Promise<void> =>
  expect
    .poll(() => page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`), { timeout })
    .toBe(true)

/** Rates the due cards: the first is forgotten once, and comes back after all others. */
async function rateAll(): Promise<void> {
  const title = page.locator('.review h2')
  const rate = async (name: RegExp): Promise<void> => {
    await app.press('Show the model answer')
    await page.locator('.ratings').waitFor()
    await app.press(name)
    await page.locator('.ratings').waitFor({ state: 'detached' })
  }
  await title.waitFor()
  const first = await title.innerText()
  await page.fill('.review textarea', 'My words')
  await app.press('Show the model answer')
  await page.locator('.waiting summary').click()
  await page.locator('.review-answer .own-text, .review-answer .quiet').first().waitFor()
  await shows('You wrote on 3 Dec 2026')
  await shows('Good and Easy would be later: your plan repeats every card before the interview.')
  // Another tab moves a card before this one, which stays with what was typed.
  const other = await app.tab()
  await other.go('#/repeat')
  await other.page.locator('.waiting summary').click()
  await other.page.locator('.waiting input').last().fill('2026-12-01')
  await shows('due 3 days ago')
  await other.page.close()
  expect(await title.innerText()).toBe(first)
  expect(await page.inputValue('.review textarea')).toBe('My words')
  expect(await page.locator('.ratings button').first().innerText()).toMatch(/Again\s+later in this visit/)
  await app.press(/^Again/)
  await page.locator('.ratings').waitFor({ state: 'detached' })
  await shows('5 cards to go in today’s part of the plan; 9 are due')
  expect(await page.inputValue('.review textarea')).toBe('')
  for (let left = 5; left > 1; left -= 1) {
    await shows(`${left} card`)
    expect(await title.innerText()).not.toBe(first)
    await rate(/^Good/)
  }
  await shows('1 card to go in today’s part of the plan; 5 are due')
  expect(await title.innerText()).toBe(first)
  await rate(/^Again/)
  await shows('1 card to go')
  expect(await title.innerText()).toBe(first)
  await rate(/^Good/)
  await shows('Today’s part of the plan is done. 4 more cards are due, which can wait for another day.')
  await expect
    .poll(() => page.locator('.next-task').innerText(), { timeout })
    .toMatch(/^Go on with your plan\s+Next: .+, \d+ min$/)
  await app.press('Repeat them now')
  // By keys the focus follows, and Escape leaves the text for them.
  for (let left = 4; left > 0; left -= 1) {
    await shows(`${left} card`)
    await isFocused('.review h2')
    await page.locator('.review textarea').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('m')
    await isFocused('.review-answer h3')
    // The prompt of the drill was read with its first card.
    expect(await page.getByRole('button', { name: 'Read it all' }).count()).toBe(1)
    await page.keyboard.press('3')
  }
  await shows('No card is due today.')
  // Nothing is listed twice: what is due has its own list.
  const lines = await page.locator('.due-list > li').allInnerTexts()
  const names = lines.map((line) => line.split('\n')[0])
  expect(new Set(names).size).toBe(names.length)
}
