import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { finish, grade, gradeAll, reveal, round, saved } from './steps.ts'

const site = useSite('reviewer')
const noClipboard = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"

const sentence = 'We pin the index and the model together.'
let app: App
let page: Page

async function open(opening: Parameters<typeof site.open>[0] = {}): Promise<void> {
  app = await site.open(opening)
  page = app.page
  await app.go(`#/drill/${round}`)
  await page.locator('textarea').first().fill(`${sentence} Traffic goes back at 9 %.`)
  await reveal(app)
}

beforeEach(() => open())

const openTab = (name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click()
const panel = (): Locator => page.locator('.reviewer')

/** Pastes a reply, and gives what is said of it. */
async function read(reply: string): Promise<string> {
  await panel().getByRole('textbox', { name: 'The reply' }).fill(reply)
  await app.press('Read the reply')
  const said = panel().locator('.banner')
  await said.waitFor({ timeout })
  return said.innerText()
}

const reviews = (): Locator => page.locator('.review-given')

test('the text for a reviewer is copied, and nothing leaves the page', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTab('Reviewer')
  const requests = app.requests.length
  await app.press('Copy for a reviewer')
  await panel().getByText('Copied.').waitFor()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied).toContain(`> ${sentence}`)
  expect(copied).toContain('`one-release-for-both`')
  expect(copied).toContain('Reply with one JSON object')
  // It asks for a grade, and gives no answer away.
  expect(copied).not.toContain('index format and model version are pinned together')
  expect(app.requests.slice(requests).filter((name) => name !== '/icon.svg')).toEqual([])
})

test('where copying is refused the text is selected', async () => {
  await open({ script: noClipboard })
  await openTab('Reviewer')
  await app.press('Copy for a reviewer')
  const text = panel().getByRole('textbox', { name: 'Text for a reviewer' })
  await text.waitFor()
  expect(await text.inputValue()).toContain(sentence)
  const isSelected = 'getSelection().toString().includes("Reply with one JSON object")'
  await expect.poll(() => page.evaluate(isSelected), { timeout }).toBe(true)
  expect(await barriers(page, 'not copied')).toEqual([])
})

test('what is no verdict changes nothing, and says what it is', async () => {
  await openTab('Reviewer')
  const cases: readonly (readonly [string, string])[] = [
    ['', 'There is no reply yet'],
    ['I would rather not grade this.', 'it is a reply without a JSON object'],
    ['{"verdicts": [', 'it is a reply without a JSON object'],
    ['{"verdicts": [}', 'it is a reply whose JSON can’t be read'],
    ['{"score": 90}', 'it is a reply whose `verdicts` is no list'],
    [
      `{"verdicts": [{"id": "rollback-path", "verdict": "met", "quote": "words of somebody else"}, {"id": "constructor", "verdict": "met"}]}`,
      'No verdict in this reply can be used. Nothing has changed.',
    ],
  ]
  for (const [reply, words] of cases) {
    expect(await read(reply)).toContain(words)
    expect(await reviews().count()).toBe(0)
    // What was pasted stays, to be mended.
    expect(await panel().getByRole('textbox', { name: 'The reply' }).inputValue()).toBe(reply)
  }
  const said = await panel().locator('.banner').innerText()
  expect(said).toContain('Rollback path: a quote that is not in the answer')
  expect(said).toContain('Constructor: an unknown criterion')
  const strangers = Array.from({ length: 999 }, (_, index) => ({ id: `stranger-${index}`, verdict: 'met' }))
  expect(await read(JSON.stringify({ verdicts: strangers }))).toMatch(
    /Stranger 0: an unknown criterion(?:\n+Stranger [1-4]: .+){4}\n+994 more entries$/,
  )
  expect(await page.locator('.saving').innerText()).toMatch(/^Sav/)
})

test('verdicts stand beside my grades, are taken over one by one or all, compared and deleted', async () => {
  await grade(page, 'one-release-for-both', 'met')
  await grade(page, 'index-goes-stale', 'met')
  await grade(page, 'rollback-path', 'not')
  await openTab('Reviewer')
  const reply = {
    verdicts: [
      { id: 'one-release-for-both', verdict: 'met', quote: sentence },
      { id: 'index-goes-stale', verdict: 'not', quote: '' },
      { id: 'rollback-path', verdict: 'partly', quote: 'Traffic goes back at 9 %' },
      { id: 'explicit-assumptions', verdict: 'met', quote: 'not in the answer at all' },
      { id: 'privacy-safe-observability', verdict: 'not', quote: '' },
    ],
    redFlags: [{ id: 'model-choice-is-the-system', quote: sentence }],
  }
  const text = `Here you are:\n\`\`\`json\n${JSON.stringify(reply)}\n\`\`\``
  const said = await read(text)
  expect(said).toContain('Read: 4 verdicts on 8 criteria.')
  expect(said).toContain('Explicit assumptions: a quote that is not in the answer')
  expect(await reviews().innerText()).toContain(
    'You agree on 1 of 3 criteria. You were kinder on 1: “Index goes stale”. You were stricter on 1: “Rollback path”.',
  )
  const again = await read(text)
  expect(again).toContain('What can be used of this reply was read before. Nothing has changed.')
  expect(again).toContain('Explicit assumptions: a quote that is not in the answer')
  expect(await barriers(page, 'read')).toEqual([])

  await page.getByRole('button', { name: 'Take over Partly for Rollback path' }).click()
  await expect.poll(() => reviews().innerText(), { timeout }).toContain('You agree on 2 of 3 criteria.')
  await page.getByRole('button', { name: /^Take over the red flag/ }).click()
  await expect.poll(() => reviews().innerText(), { timeout }).toContain('Ticked')
  expect(await page.locator('.red-flags input:checked').count()).toBe(1)
  await openTab('Grade')
  await page.locator('.map-step[data-criterion=index-goes-stale]').click()
  const theirs = page.locator('#criterion-index-goes-stale .their-verdicts')
  expect(await theirs.innerText()).toContain('Not met')
  await theirs.getByRole('button', { name: 'Take over Not met' }).click()
  await openTab('Reviewer')
  await app.press('Take over all')
  await expect.poll(() => reviews().innerText(), { timeout }).toContain('You agree on 4 of 4 criteria.')

  const other = { verdicts: [{ id: 'rollback-path', verdict: 'met', quote: 'Traffic goes back at 9 %' }] }
  expect(await read(JSON.stringify(other))).toContain('Read: 1 verdict on 8 criteria.')
  expect(await reviews().count()).toBe(2)
  expect(await read(JSON.stringify(other))).toContain('This reply was read before. Nothing has changed.')
  const [verdict] = other.verdicts
  expect(await read(JSON.stringify({ verdicts: [verdict, { ...verdict, verdict: 'not' }] }))).toContain(
    'Rollback path: a second verdict',
  )
  await saved(page)
  await page.reload()
  await reviews().last().waitFor()
  await reviews().last().getByRole('button', { name: 'Delete this review' }).click()
  await app.press('Delete it')
  await expect.poll(() => reviews().count(), { timeout }).toBe(1)
  expect(await reviews().innerText()).toContain('You agree on 4 of 4 criteria.')
})

test('a finished attempt can be reviewed, and keeps its grades', async () => {
  await gradeAll(page, 'met')
  await finish(app)
  await openTab('Reviewer')
  await read('{"verdicts": [{"id": "rollback-path", "verdict": "not"}]}')
  expect(await reviews().innerText()).toContain('You were kinder on 1: “Rollback path”.')
  expect(await page.getByRole('button', { name: /^Take over/ }).count()).toBe(0)
  expect(await page.locator('.summary').innerText()).toContain('100 of 100')
})
