import { expect, test } from 'vitest'
import { paths } from '../support/corpus.ts'
import { type App, useSite } from './app.ts'
import { barriers, sizes } from './barriers.ts'
import {
  finish,
  gradeAll,
  guide,
  notSaved,
  openCriterion,
  openMore,
  reveal,
  round,
  roundWithSources,
  saved,
  writeAll,
} from './steps.ts'
import { denied, fill } from './storage.ts'

const site = useSite('axe', '/', { [paths.round]: roundWithSources })

test('no page has a barrier that axe knows, narrow or enlarged, light or dark', async () => {
  const app = await site.open()
  const { page, go, press } = app
  const start = new Date('2026-11-02T09:00:00').getTime()
  await page.clock.setFixedTime(start)
  const found: string[] = []
  const look = async (place: string): Promise<void> => {
    found.push(...(await barriers(page, place)))
  }

  for (const [hash, ready] of [
    ['#/', '.today'],
    ['#/loop', '.phase-texts'],
    ['#/rubric', '.criterion-text'],
    ['#/repeat', 'h1'],
    ['#/drill/no-such-drill', 'h1'],
  ] as const) {
    await go(hash)
    await page.locator(ready).first().waitFor()
    await look(hash)
  }

  await go(`#/drill/${round}`)
  await guide(page)
  await look('guided')
  await page.getByRole('radio', { name: 'Interview' }).check({ force: true })
  await press('Start')
  await writeAll(page)
  await page.clock.setFixedTime(start + 6 * 60_000)
  await page.locator('.clock[data-state=over]').waitFor()
  await look('writing')
  await press('Hint for Assumptions')
  await press('Hint for Design')
  await press(/^What this phase is about.*Design/)
  await page.keyboard.press('Alt+p')
  await page.locator('.prompt-panel').waitFor()
  await look('hint and prompt')
  await page.keyboard.press('Escape')
  await openMore(page)
  await look('menu of the timer')
  await page.keyboard.press('Escape')
  await reveal(app)
  await look('revealed')
  await press('Finish')
  await look('asked before finishing')
  await gradeAll(page, 'not')
  await look('graded')
  for (const name of ['Both answers', 'Prompt', 'Second round', 'Reviewer']) {
    await page.getByRole('tab', { name }).click()
    await look(name)
  }
  await page.getByRole('tab', { name: 'Grade' }).click()
  await openCriterion(page, 'rollback-path')
  // What was looked for.
  await page.evaluate(
    "document.querySelectorAll('main details').forEach((details) => { details.open = true })",
  )
  await look('a criterion')
  await finish(app)
  await look('finished')

  await go(`#/drill/${round}`)
  await press('Start')
  await page.fill('#field-assumptions', 'Something else.')
  await press('Set this attempt aside')
  await look('asked back')
  await press('Keep writing')
  await reveal(app)
  await gradeAll(page, 'met')
  await finish(app)
  await page.getByRole('link', { name: 'Compare with the previous one' }).click()
  await page.locator('main[data-page="compare"] table').first().waitFor()
  await look('two attempts')

  await go(`#/history/${round}`)
  await look('history')
  await page.clock.setFixedTime(start + 5 * 24 * 60 * 60_000)
  await go('#/')
  await look('home with work')
  await page.fill('input[type=search]', 'no drill has these words')
  await page.locator('main').getByText('No drill matches').waitFor()
  await look('home without a match')
  await go('#/repeat')
  await page.locator('.review').waitFor()
  await look('repeat')
  await press('Show the model answer')
  await page.locator('.review-answer').waitFor()
  await look('card')
  await go('#/data')
  await press('Delete everything')
  await look('data')
  await saved(page)
  await page.setInputFiles('input[type=file]', {
    name: 'some.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}'),
  })
  await page.locator('.banner-bad').waitFor()
  await look('refused import')

  await go('#/drill/what-is-recall')
  await press('Show the model answer')
  await look('blank question')
  await press('Show it')
  await page.locator('.model').first().waitFor()
  await look('revealed question')
  await press('Keyboard')
  await page.locator('dialog[open]').waitFor()
  await look('help')
  await page.keyboard.press('Escape')

  expect(found).toEqual([])
})

/** Writes in an attempt that can't be saved, and gives what is wrong with the pages that say so. */
async function unsaved({ page, go }: App, place: string): Promise<readonly string[]> {
  await go(`#/drill/${round}`)
  await writeAll(page)
  await notSaved(page)
  const found = await barriers(page, `${place}, writing`)
  await go('#/data')
  await notSaved(page)
  return [...found, ...(await barriers(page, `${place}, data`))]
}

test('where nothing can be stored there is none either', async () => {
  expect(await unsaved(await site.open({ script: denied }), 'denied')).toEqual([])
  const full = await site.open()
  await fill(full, site.server.url)
  expect(await unsaved(full, 'full')).toEqual([])
})

test('nor where another tab holds the attempt, at any stage', async () => {
  const holder = await site.open()
  await holder.go(`#/drill/${round}`)
  await writeAll(holder.page)
  await saved(holder.page)
  const { page, go } = await holder.tab()
  await go(`#/drill/${round}`)
  const locked = page.getByRole('button', { name: 'Write here instead' })
  await locked.waitFor()
  expect(await barriers(page, 'locked')).toEqual([])
  await reveal(holder)
  await page.locator('.model').first().waitFor()
  expect(await locked.count()).toBe(1)
  expect(await barriers(page, 'locked and revealed')).toEqual([])
})

test('what is planted is found', async () => {
  const { page, go } = await site.open()
  await go('#/loop')
  expect(await barriers(page, 'before')).toEqual([])
  const plant = (html: string, style = ''): Promise<unknown> =>
    page.evaluate(`{
    const element = document.createElement('${html}')
    element.textContent = 'planted'
    element.style.cssText = '${style}'
    document.querySelector('main').append(element)
  }`)
  await plant('img')
  expect(await barriers(page, 'planted')).toHaveLength(sizes.length)
  // Words that can be read in the light and not in the dark.
  await plant('p', 'color: #000; background: light-dark(#fff, #111)')
  expect(await barriers(page, 'planted')).toHaveLength(2 * sizes.length)
  await plant('p', 'width: 700px')
  expect(await barriers(page, 'planted')).toHaveLength(2 * sizes.length + 2)
})
