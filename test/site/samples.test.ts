import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '../support/corpus.ts'
import { type App, timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { gradeAll, reveal, round, roundWithSources, saved, writeAll } from './steps.ts'

const question = 'what-is-recall'

/** A sample answer with its verdicts, as a file of the corpus. */
const sample = (
  drill: string,
  level: string,
  form: string,
  verdicts: Readonly<Record<string, string>>,
  answer: string,
): string =>
  [
    '---',
    `drill: ${drill}`,
    `level: ${level}`,
    `form: ${form}`,
    'split: tuned',
    'verdicts:',
    ...Object.entries(verdicts).map(([id, verdict]) => `  ${id}: ${verdict}`),
    '---',
    '',
    answer,
    '',
  ].join('\n')

const verdicts = {
  'one-release-for-both': 'met',
  'index-goes-stale': 'not',
  'explicit-assumptions': 'partly',
  'measurable-launch-gates': 'not',
  'privacy-safe-observability': 'not',
  'rollback-path': 'met',
  'cost-and-latency-reasoning': 'partly',
  'learning-from-failures': 'not',
}
const count = Object.keys(verdicts).length

const site = useSite('samples', '/', {
  [paths.round]: roundWithSources,
  [`drills/samples/${round}/plain.md`]: sample(
    round,
    'middling',
    'typed',
    verdicts,
    '## What I would build\n\nThe recogniser and the index go out in one release.',
  ),
  [`drills/samples/${question}/short.md`]: sample(
    question,
    'weak',
    'typed',
    { 'share-of-queries': 'not' },
    'How often we are right.',
  ),
  [`drills/samples/${question}/told.md`]: sample(
    question,
    'strong',
    'spoken',
    { 'share-of-queries': 'met' },
    'so its the share of queries where a right one is in the first ten results',
  ),
})

const main = (page: Page) => page.locator('main')
const shows = (page: Page, words: string): Promise<void> =>
  expect.poll(() => main(page).innerText(), { timeout }).toContain(words)
const asks = (page: Page, number: number, of = count): Promise<void> =>
  shows(page, `Criterion ${number} of ${of}`)

/** Reveals the answer of the round after writing, and leaves the attempt. */
async function revealed(app: App): Promise<void> {
  await app.go(`#/drill/${round}`)
  await writeAll(app.page)
  await reveal(app)
  await saved(app.page)
}

test('no sample is fetched or shown before the learner knows the answer', async () => {
  const app = await site.open()
  const { page, go, requests } = app
  await go(`#/samples/${round}`)
  await shows(page, 'Try the drill yourself first')
  await go(`#/drill/${round}`)
  await writeAll(page)
  await saved(page)
  await go(`#/samples/${round}`)
  await shows(page, 'You are in the middle of a fresh attempt')
  expect(requests.filter((name) => name.includes('/samples/'))).toEqual([])
  expect(await app.html()).not.toContain('go out in one release')
  await go('#/samples/no-such-drill')
  await shows(page, 'This version of the site has no such drill.')
})

test('a sample is graded one criterion at a time, then seen beside the verdicts, and counted', async () => {
  const app = await site.open()
  const { page, go, press } = app
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
  await revealed(app)
  await go(`#/samples/${round}`)
  await asks(page, 1)
  expect(await page.locator('.sample-text h3').innerText()).toBe('What I would build')
  const before = await main(page).innerText()
  for (const word of ['middling', 'Given']) expect(before).not.toContain(word)
  expect(await barriers(page, 'grading a sample')).toEqual([])

  // By key and by button, and one step back.
  await page.keyboard.press('3')
  await asks(page, 2)
  await expect.poll(() => page.evaluate('document.activeElement.id'), { timeout }).toBe('one-title')
  await page.keyboard.press('b')
  await asks(page, 1)
  await press('Met 1')
  await asks(page, 2)
  for (let index = 1; index < count; index += 1) {
    await asks(page, index + 1)
    await page.keyboard.press('2')
  }
  await page.locator('#verdicts-title').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.id'), { timeout }).toBe('verdicts-title')
  // Met and 7 times partly, against 2 met, 2 partly and 4 not met.
  await shows(page, 'The same on 3 of 8 criteria. The answer as a whole is called middling.')
  await shows(
    page,
    'On 1 sample you were kinder than the given verdicts on 4 of 8 criteria and stricter on 1. That is too little to tell a habit',
  )
  const first = page.locator('.verdicts li').first()
  expect(await first.innerText()).toContain('Yours: Met · Given: Met · the same')
  await first.locator('summary').click()
  await shows(page, 'Met:')
  expect(await page.locator('.verdicts').innerText()).toContain('Given: Not met · you were kinder')
  expect(await page.locator('.next-task').innerText()).toBe('All drills')
  expect(await barriers(page, 'a graded sample')).toEqual([])
  await saved(page)

  // It is kept, and a second grading changes nothing that is counted.
  await page.reload()
  await page.locator('.verdicts').waitFor()
  await press('Grade it again')
  for (let index = 0; index < count; index += 1) {
    await asks(page, index + 1)
    await page.keyboard.press('3')
  }
  await shows(page, 'The same on 4 of 8 criteria.')
  await shows(page, 'kinder than the given verdicts on 4 of 8 criteria and stricter on 1.')
  await go('#/progress')
  await shows(page, 'On 1 sample you were kinder than the given verdicts on 4 of 8 criteria')
})

test('a drill may have several samples, or none', async () => {
  const app = await site.open()
  const { page, go, press } = app
  await go(`#/drill/${question}`)
  await page.locator('textarea').first().fill('A share of queries.')
  await reveal(app)
  await gradeAll(page, 'met')
  await saved(page)
  await go(`#/samples/${question}`)
  await asks(page, 1, 1)
  await press('2, spoken')
  await shows(page, 'so its the share of queries')
  await page.keyboard.press('1')
  await shows(page, 'On 1 sample you agreed with the given verdicts on all 1 criterion.')
  await saved(page)
  // The next visit offers the one that is left.
  await page.reload()
  await shows(page, 'How often we are right.')
  expect(await page.getByRole('button', { name: '2, spoken, graded' }).count()).toBe(1)

  const without = 'empty-search-results'
  await go(`#/drill/${without}`)
  await page.locator('textarea').first().fill('The index is empty.')
  await reveal(app)
  await saved(page)
  await go(`#/samples/${without}`)
  await shows(page, 'There is no sample answer to this drill.')
})
