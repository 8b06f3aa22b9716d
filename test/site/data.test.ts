import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type App, timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { finish, gradeAll, hasFocus, reveal, round, saved, texts, writeAll, written } from './steps.ts'

const site = useSite('data')

let app: App
let page: Page

beforeEach(async () => {
  app = await site.open()
  page = app.page
})

/** A finished attempt and an open one. */
async function practise(): Promise<void> {
  await app.go(`#/drill/${round}`)
  await writeAll(page)
  await reveal(app)
  await gradeAll(page, 'partly')
  await page.fill('.finish textarea', 'A note.')
  await finish(app)
  await app.go(`#/drill/${round}`)
  await app.press('Start')
  await writeAll(page)
  await saved(page)
  // The next visit remembers the version of the package.
  await page.reload()
  await saved(page)
}

/** The text of a fresh export. */
async function exported(): Promise<string> {
  await app.go('#/data')
  const [download] = await Promise.all([page.waitForEvent('download'), app.press('Export everything')])
  return readFileSync(await download.path(), 'utf8')
}

const sorted = (items: readonly { readonly id: string }[]): unknown =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1))

/** An export without the time at which it was made; the order of the records is no matter. */
function content(text: string): unknown {
  const { attempts, cards, reviews, samples, settings } = JSON.parse(text)
  return {
    attempts: sorted(attempts),
    cards: sorted(cards),
    reviews: sorted(reviews),
    samples: sorted(samples),
    settings,
  }
}

const offer = (text: string): Promise<void> =>
  page.setInputFiles('input[type=file]', {
    name: 'some.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })

const imports = () => page.locator('section[aria-labelledby=import-title]')
const says = (words: string): Promise<void> =>
  expect.poll(() => imports().innerText(), { timeout }).toContain(words)

const markup =
  '<img src=x onerror="window.hacked=1;alert(1)"><script>window.hacked=1</script><b id=hacked>b</b>'

/** Nothing of the markup has become part of the page or was run. */
async function isHarmless(): Promise<void> {
  expect(await page.evaluate("'hacked' in window")).toBe(false)
  expect(await page.locator('img, #hacked, script:not([src])').count()).toBe(0)
}

/** Replaces every text, or those under the keys given. */
function replaced(value: unknown, keys?: ReadonlySet<string>, key = ''): unknown {
  if (typeof value === 'string') return keys === undefined || keys.has(key) ? markup : value
  if (Array.isArray(value)) return value.map((each) => replaced(each, keys, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, keys, name)]))
}

test('an export brings everything back after all was deleted', async () => {
  await practise()
  const file = await exported()
  await app.press('Delete everything')
  await app.press('Delete everything')
  await page.getByText('Everything was deleted.').waitFor()
  await hasFocus(page.getByRole('button', { name: 'Delete everything' }))
  await page.reload()
  await page.locator('#export-title').waitFor()
  expect(await page.locator('main').innerText()).toContain('0 attempts, 0 cards, 0 reviews')

  await offer(file)
  await says('Attempts: 2 new, 0 changed, 0 the same')
  await hasFocus(imports().getByRole('heading', { name: 'some.json contains:' }))
  await app.press('Import')
  await says('Imported and saved.')
  await hasFocus(page.locator('input[type=file]'))
  await page.reload()
  await page.locator('#export-title').waitFor()
  expect(content(await exported())).toEqual(content(file))
  await app.go(`#/drill/${round}`)
  await page.locator('textarea').first().waitFor()
  expect(await written(page)).toEqual(texts)

  // Once more it adds nothing.
  await app.go('#/data')
  await offer(file)
  await says('Attempts: 0 new, 0 changed, 2 the same')
  await says('There is nothing new in some.json')
  expect(await imports().getByRole('button', { name: 'Import' }).count()).toBe(0)
  await app.press('Close')
  await says('Nothing was changed.')
})

test('an import says of each attempt what it would change, and reads the version before', async () => {
  await practise()
  const full = JSON.parse(await exported())
  const changed = full.attempts.map((attempt: { finishedAt: number | null; updatedAt: number }) =>
    attempt.finishedAt === null
      ? attempt
      : {
          ...attempt,
          note: { value: 'Another note.', changedAt: attempt.updatedAt + 1, kept: [] },
          updatedAt: attempt.updatedAt + 1,
        },
  )
  await offer(JSON.stringify({ ...full, attempts: changed }))
  await says('Attempts: 0 new, 1 changed, 1 the same')
  await says('the file has the newer state. Different afterwards: the note, another version of a text')
  expect(await barriers(page, 'preview')).toEqual([])
  await app.press('Cancel')
  await says('Nothing was changed.')

  // What a visitor has exported before there were modes, hints, recordings, plans and samples.
  const without = (record: object, keys: readonly string[]): object =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
  const added = ['mode', 'hints', 'spoken', 'readAt', 'quotes', 'verdicts', 'followUps', 'mark']
  const { samples: _, ...rest } = full
  const old = {
    ...rest,
    version: 2,
    attempts: full.attempts.map((attempt: object, index: number) => ({
      ...without(attempt, added),
      id: `earlier-attempt-${index}`,
    })),
    settings: without(full.settings, ['sound', 'dayStart', 'plan', 'recordingSpace']),
  }
  await offer(JSON.stringify(old))
  await says('Attempts: 2 new, 0 changed, 0 the same')
  await app.press('Import')
  await says('Imported and saved.')
  const { attempts } = JSON.parse(await exported())
  const earlier = attempts.filter(({ id }: { id: string }) => id.startsWith('earlier-'))
  expect(earlier.map(({ mode }: { mode: string }) => mode)).toEqual(['guided', 'guided'])
})

test('an old export is refused in words, and an old database is left alone', async () => {
  await app.go('#/')
  const old = 'audio-text-drills:/'
  await page.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open(${JSON.stringify(old)}, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('attempts').put({ id: 'old' }, 'old')
    request.onsuccess = () => resolve(request.result.close())
    request.onerror = reject
  })`)
  await practise()
  const names = await page.evaluate<string[]>(
    'indexedDB.databases().then((all) => all.map(({ name }) => name))',
  )
  expect(names.sort()).toEqual([old, 'drills-practice:/'])
  expect(await page.locator('.banners').innerText()).toBe('')

  const { attempts, ...rest } = JSON.parse(await exported())
  const { score, ...attempt } = attempts[0]
  await offer(JSON.stringify({ ...rest, version: 1, attempts: [attempt] }))
  await says(
    'The file was exported by an earlier version of this site, whose grades can’t be carried over to the criteria that drills have now. Nothing was changed.',
  )
  await app.go('#/')
  await app.go('#/data')
  // Nor is it taken when it only claims to be new.
  await offer(JSON.stringify({ ...rest, attempts: [attempt] }))
  await says('not a valid export of this site')
  expect(await imports().getByRole('button', { name: 'Import' }).count()).toBe(0)
})

/** Deeper than a program can follow step by step. */
const nested = '['.repeat(100_000) + ']'.repeat(100_000)

test('a file that is no export changes nothing and is refused in plain words', async () => {
  await practise()
  const file = await exported()
  const full = JSON.parse(file)
  const hostile: readonly (readonly [string, string])[] = [
    ['hello', 'it can’t be read as JSON'],
    ['', 'it can’t be read as JSON'],
    [markup, 'it can’t be read as JSON'],
    ['{"a":1}', 'not an export of this site'],
    ['null', 'not an export of this site'],
    [JSON.stringify({ ...full, version: 7 }), 'made by a newer version of this site'],
    [JSON.stringify({ ...full, version: 1 }), 'exported by an earlier version of this site'],
    [file.slice(0, file.length / 2), 'damaged or its end is missing'],
    [JSON.stringify(replaced(full)), 'not an export of this site'],
    [JSON.stringify({ ...full, attempts: replaced(full.attempts) }), 'not a valid export of this site'],
    [JSON.stringify({ ...full, [markup]: 1 }), 'not a valid export of this site'],
    [JSON.stringify({ ...full, attempts: [{ ...full.attempts[0], [markup]: 1 }] }), 'not a valid export'],
    [file.replace('{', '{"__proto__":{"hacked":1},'), 'not a valid export of this site'],
    [file.replace('"texts":{', `"texts":${nested},"more":{`), 'not a valid export of this site'],
    [nested, 'not an export of this site'],
  ]
  for (const [text, words] of hostile) {
    // The message before goes with the page.
    await app.go('#/')
    await app.go('#/data')
    await offer(text)
    await says(words)
    await says('Nothing was changed.')
    expect(await imports().innerText()).not.toContain('<')
    expect(await imports().getByRole('button', { name: 'Import' }).count()).toBe(0)
    await isHarmless()
  }
  await page.reload()
  expect(content(await exported())).toEqual(content(file))
})

test('once the browser has promised to keep the data, nothing warns of the opposite', async () => {
  const asked = await site.open({
    script: `if (isSecureContext) StorageManager.prototype.persisted = StorageManager.prototype.persist =
      async () => globalThis.isGranted === true`,
  })
  await asked.go(`#/drill/${round}`)
  await asked.page.locator('textarea').first().fill('Some words.')
  await saved(asked.page)
  await asked.go('#/data')
  const panel = asked.page.locator('section[aria-labelledby=storage-title]')
  await expect.poll(() => panel.innerText(), { timeout }).toContain('The browser may clear what is stored')
  await asked.page.evaluate('globalThis.isGranted = true')
  await asked.press('Ask the browser to keep it')
  await expect.poll(() => panel.innerText(), { timeout }).toContain('The browser keeps what is stored here')
  expect(await panel.getByRole('button').count()).toBe(0)
})

test('a file of 50 MB is refused before it is read, however good its content may be', async () => {
  await practise()
  const file = await exported()
  const padded = path.join(site.folder, 'large.json')
  writeFileSync(padded, file.padEnd(50 * 1024 * 1024))
  const input = page.locator('input[type=file]')
  await input.setInputFiles(padded)
  await says('The file is 50 MB; exports of this site are at most')
  await says('Nothing was changed.')
  expect(await imports().getByRole('button', { name: 'Import' }).count()).toBe(0)
  // The next file is taken as ever, and nothing in it is new.
  await offer(file)
  await says('Attempts: 0 new, 0 changed, 2 the same')
})

test('markup in an import stays text wherever it is shown', async () => {
  await practise()
  const full = JSON.parse(await exported())
  const keys = new Set([
    'title',
    'value',
    'kept',
    'text',
    'packageVersion',
    'prompt',
    'substance',
    'seenVersion',
  ])
  const attempts = full.attempts.map((attempt: { readonly texts: object }, index: number) => ({
    ...(replaced(
      { ...attempt, redFlags: [{ source: 'drill', id: markup, text: markup }] },
      keys,
    ) as typeof attempt),
    id: `hostile-attempt-${index}`,
    drillId: index === 0 ? 'gone-drill' : round,
    finishedAt: Date.now(),
    clock: { running: false },
  }))
  await offer(JSON.stringify({ ...full, attempts }))
  await says('Attempts: 2 new')
  await app.press('Import')
  await says('Imported and saved.')
  await page.reload()
  await app.go('#/')
  expect(await page.locator('main').innerText()).toContain(markup)
  const pages = [
    '#/data',
    '#/',
    '#/repeat',
    '#/history/gone-drill',
    '#/attempt/hostile-attempt-0',
    `#/history/${round}`,
  ]
  for (const hash of pages) {
    await app.go(hash)
    await isHarmless()
  }
  // The open attempt is revealed, so that old work is seen.
  await app.go(`#/drill/${round}`)
  await reveal(app)
  for (const hash of ['#/attempt/hostile-attempt-0', '#/attempt/hostile-attempt-1']) {
    await app.go(hash)
    await page.locator('.own-text').first().waitFor()
    expect(await page.locator('.own-text').first().innerText()).toContain('<script>window.hacked=1</script>')
    await isHarmless()
  }
  await app.go('#/compare/hostile-attempt-0/hostile-attempt-1')
  expect(await page.locator('main').innerText()).toContain('<script>window.hacked=1</script>')
  await isHarmless()
})
