import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { type App, timeout } from './app.ts'

/** The round of the fixtures, and a text for each of its phases, as an interview has them. */
export const round = 'voice-note-search'
export const texts = {
  assumptions: 'Latency: I assume 500 ms at p95 for a search.\nTraffic: a million notes a day.',
  design:
    'ASR: one pass over each note.\nEmbedding: one vector for each paragraph.\nNo speaker labels: because they cost twice the time.',
  'failure-modes': 'Rollback: the index of yesterday is kept for a week.',
  'metrics-and-rollout': 'Online SLOs: recall at 10 above 80 % for each language.',
} as const

/** The round of the fixtures, with worked figures and references. */
export const roundWithSources = `${edit(
  valid.round,
  '## Criteria\n',
  '## Worked figures\n\n- **Notes:** 2,000,000 ÷ 86,400 ≈ 23 a second.\n\n## Criteria\n',
).trimEnd()}

## References

- [A paper](https://example.org/paper): what a sentence costs
`

/** Words of the model answer and of what stands beside it: criteria, red flags, follow-ups. */
export const secrets = [
  'an offline recogniser that runs once for each note',
  'traffic returns to the previous index',
  'One release for both',
  'the index and the recogniser that filled it change in one release',
  'Sends audio to a search index',
  'What changes when notes are shared?',
  'Whoever may read a note may find it',
]

const isSaid = (page: Page, words: string): Promise<void> =>
  expect.poll(() => page.locator('.saving').innerText(), { timeout }).toBe(words)

/** Waits until all is stored. */
export const saved = (page: Page): Promise<void> => isSaid(page, 'Saved')

/** Waits until the page has found that it can't store. */
export const notSaved = (page: Page): Promise<void> => isSaid(page, 'Not saved')

/** Waits until an element has the focus. */
export const hasFocus = (target: Locator): Promise<void> =>
  expect.poll(() => target.and(target.page().locator(':focus')).count(), { timeout }).toBe(1)

/** Chooses to be guided, with a text for each section, before anything is written. */
export async function guide(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Guided' }).check({ force: true })
  await page.locator('#field-constraints').waitFor()
}

/** Opens the menu with what is rarely wanted of the timer. */
export const openMore = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'More', exact: true }).click()

/** Writes in every phase of the round. */
export async function writeAll(page: Page): Promise<void> {
  for (const [field, text] of Object.entries(texts)) await page.fill(`#field-${field}`, text)
}

export const written = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      Object.keys(texts).map(async (field) => [field, await page.inputValue(`#field-${field}`)] as const),
    ),
  )

/** Reveals the model answer, and waits for it. */
export async function reveal({ page, press }: App): Promise<void> {
  await press('Show the model answer')
  await page.locator('.criterion:not([hidden])').waitFor()
}

export type Grade = 'met' | 'partly' | 'not'

/** Opens a criterion by its id. */
export async function openCriterion(page: Page, criterion: string): Promise<void> {
  await page.locator(`.map-step[data-criterion="${criterion}"]`).click()
  await page.locator(`#criterion-${criterion}`).waitFor()
}

/** Opens a criterion and grades it. */
export async function grade(page: Page, criterion: string, given: Grade): Promise<void> {
  await openCriterion(page, criterion)
  await page.locator(`#criterion-${criterion} [data-grade=${given}]`).click()
}

/** Gives the same grade to every criterion of the attempt. */
export async function gradeAll(page: Page, given: Grade): Promise<number> {
  const ids = await page
    .locator('.map-step[data-criterion]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-criterion') ?? ''))
  for (const id of ids) await grade(page, id, given)
  return ids.length
}

/** Finishes the attempt on the page, whatever is asked before. */
export async function finish({ page, press }: App): Promise<void> {
  await press('Finish')
  const anyway = page.getByRole('button', { name: 'Finish anyway', exact: true })
  const summary = page.locator('main[data-page="attempt"] .summary')
  await anyway.or(summary).first().waitFor()
  if ((await anyway.count()) > 0) await anyway.click()
  await summary.waitFor()
  await saved(page)
}
