import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Program } from './support.ts'

/** The round of the fixtures, and a text for each of its sections. */
export const round = 'voice-note-search'
export const texts = {
  constraints: 'Latency: I assume 500 ms at p95 for a search.\nTraffic: a million notes a day.',
  'model-path': 'ASR: one pass over each note.\nEmbedding: one vector for each paragraph.',
  tradeoffs: 'No speaker labels: because they cost twice the time.',
  operations: 'Rollback: the index of yesterday is kept for a week.',
  evaluation: 'Online SLOs: recall at 10 above 80 % for each language.',
} as const

/** Words of the model answer and of what stands beside it. */
export const secrets = [
  'an offline recogniser that runs once for each note',
  'traffic returns to the previous index',
  'Sends audio to a search index',
  'What changes when notes are shared?',
]

export interface App {
  readonly context: BrowserContext
  readonly page: Page
  /** Paths of all that was fetched. */
  readonly requests: string[]
  /** Dialogs, errors and warnings: there should be none. */
  readonly problems: string[]
  /** Goes to an address of the site, and waits for its title. */
  readonly go: (hash: string) => Promise<void>
  readonly press: (name: string | RegExp) => Promise<void>
  readonly html: () => Promise<string>
}

const timeout = 30_000

/** Opens a new browser profile on the site, without a service worker. */
export async function openApp(
  browser: Browser,
  { url }: Program,
  options: BrowserContextOptions = {},
  script?: string,
): Promise<App> {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block', ...options })
  context.setDefaultTimeout(timeout)
  if (script !== undefined) await context.addInitScript(script)
  const page = await context.newPage()
  const requests: string[] = []
  const problems: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    const isOurs = message.text() === 'Service Worker registration blocked by Playwright'
    if (['error', 'warning'].includes(message.type()) && !isOurs) problems.push(message.text())
  })
  page.on('dialog', (dialog) => {
    problems.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  return {
    context,
    page,
    requests,
    problems,
    go: async (hash) => {
      await page.goto(`${url}${hash}`)
      const name = /^#\/([a-z]+)/.exec(hash)?.[1] ?? 'home'
      await page.locator(`main[data-page="${name}"] h1`).waitFor()
    },
    press: (name) =>
      page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click(),
    html: () => page.content(),
  }
}

/** Waits until all is stored. */
export const saved = (page: Page): Promise<void> =>
  expect.poll(() => page.locator('.saving').innerText(), { timeout }).toBe('Saved')

/** Writes in every section of the round. */
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
  await page.locator('.model').first().waitFor()
}

/** Gives the same grade to every criterion of the round. */
export async function gradeAll(page: Page, grade: 'met' | 'partly' | 'not'): Promise<number> {
  const inputs = page.locator(`.criterion input[value=${grade}]`)
  const count = await inputs.count()
  for (let index = 0; index < count; index += 1) await inputs.nth(index).check({ force: true })
  return count
}

/** Finishes the attempt on the page. */
export async function finish({ page, press }: App): Promise<void> {
  await press('Finish and plan the repeat')
  await page.locator('main[data-page="attempt"] .summary').waitFor()
  await saved(page)
}
