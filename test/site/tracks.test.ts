import { expect, test } from 'vitest'
import { paths, valid } from '../support/corpus.ts'
import { timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { finish, gradeAll, hasFocus, reveal, saved } from './steps.ts'

const track = (id: string, order: number, title: string, drills: readonly string[]): string => `---
id: ${id}
order: ${order}
drills: [${drills.join(', ')}]
---

# ${title}

This is for those who *begin* on ${title.toLowerCase()}.
`

const note = 'the same measure, in a design that has to meet it'
const seeAlso = `
## See also

- [Voice note search](../rounds/voice-note-search.md): ${note}
`

const site = useSite('tracks', '/', {
  [paths.question]: `${valid.question.trimEnd()}\n${seeAlso}`,
  'drills/tracks/first-day.md': track('first-day', 1, 'Your first day', [
    'what-is-recall',
    'empty-search-results',
  ]),
  'drills/tracks/search.md': track('search', 2, 'Search engineer', [
    'voice-note-search',
    'what-is-recall',
    'empty-search-results',
  ]),
})

test('a learner follows a track from the first screen on to the end of its first drill, and with a plan', async () => {
  const app = await site.open({ viewport: { width: 320, height: 568 } })
  const { page, go, press } = app
  await page.clock.install({ time: new Date(2026, 11, 3, 9) })
  const text = (within: string): Promise<string> => page.locator(within).innerText()
  const says = (within: string, words: string | RegExp): Promise<void> =>
    expect.poll(async () => (await text(within)).replace(/\s+/g, ' '), { timeout }).toMatch(words)

  await go('#/')
  const begin = await page.getByRole('link', { name: 'Begin with this one' }).boundingBox()
  expect((begin?.y ?? 568) + (begin?.height ?? 0)).toBeLessThanOrEqual(568)
  await says('.first-drill', 'Or follow a way through: Your first day, Search engineer')
  expect(await page.locator('main .primary').count()).toBe(1)
  const found = await barriers(page, 'first screen')

  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('link', { name: 'Your first day' }).click()
  await hasFocus(page.getByRole('heading', { name: 'Your first day' }))
  await says('.track', 'This is for those who begin on your first day.')
  expect(await page.locator('.track .prose em').innerText()).toBe('begin')
  await says('.track', /2 drills · \d+ min against the clock Begin with/)
  const rows = page.locator('.drill-list > li')
  expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-current')))).toEqual([
    'step',
    null,
  ])
  await says('.drill-list > li:first-child', 'What does recall at ten measure? next 5 min · Question · Core')
  expect(await page.locator('main .primary').count()).toBe(1)
  found.push(...(await barriers(page, 'track')))
  await page.getByRole('link', { name: 'Begin with “What does recall at ten measure?”' }).click()

  await hasFocus(page.locator('main[data-page=drill] textarea'))
  await page.keyboard.type('The share of queries.')
  // What is said of another drill may say something of this one.
  expect(await page.content()).not.toContain(note)
  expect(app.requests.filter((path) => path.includes('/drills/'))).toEqual([])
  await reveal(app)
  await page.getByRole('tab', { name: 'Both answers' }).click()
  await says('.compare .see-also', `See also Voice note search: ${note}`)
  found.push(...(await barriers(page, 'revealed')))
  await page.getByRole('tab', { name: 'Grade' }).click()
  await gradeAll(page, 'met')
  await finish(app)
  await says('.see-also', `See also Voice note search: ${note}`)
  expect(await page.locator('.see-also').count()).toBe(1)
  expect(await page.locator('.see-also a').getAttribute('href')).toBe('#/drill/voice-note-search')
  found.push(...(await barriers(page, 'finished')))
  await page.getByRole('link', { name: 'Next in “Your first day”: Empty search results' }).click()
  await page.locator('main[data-page=drill] textarea').first().waitFor()

  await go('#/')
  await says('.followed-track', /^Your first day: 1 of 2$/)
  found.push(...(await barriers(page, 'home')))
  await page.getByRole('link', { name: 'Your first day' }).click()
  await says('.track', /1 of 2 done Go on with “Empty search results”/)
  await says('.drill-list > li:first-child', '100 of 100, 1 attempt')
  await page.getByRole('link', { name: 'All ways through' }).click()
  await says('article', /Your first day you follow it .* 1 of 2 done .* Search engineer 3 drills/)
  found.push(...(await barriers(page, 'tracks')))

  // The plan begins with the track that is followed, and may take another one or none.
  await go('#/plan')
  const field = page.getByLabel('Way through')
  expect(await field.locator('option').allInnerTexts()).toEqual([
    'None, only subjects',
    'Your first day',
    'Search engineer',
  ])
  expect(await field.inputValue()).toBe('first-day')
  found.push(...(await barriers(page, 'form')))
  await page.fill('input[name=date]', '2026-12-07')
  await page.fill('input[name=minutes]', '40')
  await press('Make the plan')
  await says('main', '40 minutes a day for all subjects, new drills from “Your first day” where they fit;')
  await says('.plan-days > li:first-child', 'Empty search results')
  await press('Change the plan')
  await field.selectOption('search')
  await press('Save the changes')
  await says('main', 'for all subjects, new drills from “Search engineer” where they fit;')
  await says('.plan-days > li:first-child', 'Voice note search')
  await press('Change the plan')
  await field.selectOption('')
  await press('Save the changes')
  await says('main', '40 minutes a day for all subjects;')

  // With a plan the result of a drill leads to both, and the lists say what the plan says.
  await press('Change the plan')
  await field.selectOption('search')
  await press('Save the changes')
  await says('main', 'new drills from “Search engineer” where they fit;')
  await go('#/track/search')
  await says('.drill-list > li:nth-child(2) .drill-state', /: history planned for Saturday 5 December$/)
  expect(await text('.drill-list')).not.toContain('due')
  await page.locator('.drill-list > li:nth-child(2) .drill-state a').click()
  await page.locator('main[data-page=history] a[href^="#/attempt/"]').first().click()
  await says('.next-of-track', 'Next in “Search engineer”: Voice note search')

  // It is followed until one stops.
  await saved(page)
  await page.reload()
  await go('#/track/search')
  await press('Stop following it')
  await page.getByText('You follow this way').waitFor({ state: 'detached' })
  await go('#/')
  await page.locator('.today').waitFor()
  expect(await page.locator('.followed-track').count()).toBe(0)
  await go('#/track/no-such-track')
  await page.getByRole('heading', { name: 'No such way through' }).waitFor()
  expect(found).toEqual([])
})
