import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hearing, speak } from '../support/voice.ts'
import { type App, type Opening, timeout, useSite } from './app.ts'
import { barriers } from './barriers.ts'
import { reveal, round, saved } from './steps.ts'

const site = useSite('speaking', '/', {}, (folder) => {
  const file = path.join(folder, 'voice.wav')
  speak(file, 'Five hundred milliseconds at most. <break time="2600ms"/> And one index for a week.')
  return hearing(file)
})

const allowed: Opening = { permissions: ['microphone'] }

/** The recorder of a phase. */
const recorder = (page: Page, phase: string): Locator =>
  page.locator('.speaking').filter({
    has: page.getByRole('button', {
      name: new RegExp(`^(Record|Record here instead|Stop recording): ${phase}$`),
    }),
  })

const record = (page: Page, phase: string): Promise<void> =>
  page.getByRole('button', { name: `Record: ${phase}`, exact: true }).click()

const stop = (page: Page, phase: string): Promise<void> =>
  page.getByRole('button', { name: `Stop recording: ${phase}` }).click()

const says = (place: Locator, words: string | RegExp): Promise<void> =>
  expect.poll(() => place.innerText(), { timeout }).toMatch(words)

/** Waits until a take is so many seconds long. */
const lasts = (page: Page, seconds: number): Promise<void> =>
  expect
    .poll(async () => Number(/0:(\d\d)/.exec(await page.locator('.level').innerText())?.[1] ?? 0), {
      timeout,
    })
    .toBeGreaterThanOrEqual(seconds)

const seconds = async (place: Locator): Promise<number> => {
  const [, minutes = '0', rest = '0'] = /(\d+):(\d\d) of/.exec(await place.innerText()) ?? []
  return Number(minutes) * 60 + Number(rest)
}

async function opened(opening: Opening = allowed): Promise<App> {
  const app = await site.open(opening)
  await app.go(`#/drill/${round}`)
  await app.press('Speak instead: Assumptions')
  await app.page.locator('.record').first().waitFor()
  return app
}

/** Records so many seconds of the first phase and waits until they are measured. */
async function recorded(app: App, length = 3): Promise<void> {
  await record(app.page, 'Assumptions')
  await lasts(app.page, length)
  await stop(app.page, 'Assumptions')
  await app.page.locator('.pace').first().waitFor()
  await saved(app.page)
}

test('an answer is recorded phase by phase with the clock, measured, and played again', async () => {
  const app = await site.open({
    ...allowed,
    // Pauses a sound before it has begun, once.
    script: `{
      const { play } = HTMLMediaElement.prototype
      HTMLMediaElement.prototype.play = function () {
        const playing = play.call(this)
        if (!globalThis.interrupted) document.querySelector('.player button').click()
        globalThis.interrupted = true
        return playing
      }
    }`,
  })
  const { page, press } = app
  await app.go(`#/drill/${round}`)
  // A key opens the recorder at once, from within the text; it says what it does, and the text keeps the focus.
  await page.focus('#field-assumptions')
  await page.keyboard.press('Alt+v')
  await page.locator('.clock[data-running=true]').waitFor()
  await says(page.locator('.speaking-status').first(), 'Recording.')
  expect(await page.locator('#field-assumptions:focus').count()).toBe(1)
  await expect.poll(() => page.locator('.level [data-on=true]').count(), { timeout }).toBeGreaterThan(3)
  expect(await barriers(page, 'recording')).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  // Only this phase has a recorder; the bar and the title tell of it wherever one is.
  expect(await page.locator('.record').count()).toBe(1)
  expect(await page.getByRole('button', { name: /^Speak instead/ }).count()).toBe(3)
  expect(await page.title()).toMatch(/^● \d:\d\d · /)
  expect(await page.locator('.timer .recording-stop').innerText()).toBe('Stop recording')
  await lasts(page, 4)

  // The next phase goes on in a take of its own, and the clock takes the recording along.
  await press('Next phase')
  await page.getByRole('button', { name: 'Stop recording: Design' }).waitFor()
  await says(recorder(page, 'Assumptions'), /You spoke 0:0\d of 0:0\d/)
  await says(recorder(page, 'Assumptions').locator('.record'), 'Record here instead')
  // The voice comes back every seven seconds, so its pause has passed by then.
  await lasts(page, 10)
  await press('Pause')
  await says(recorder(page, 'Design'), 'The clock is paused, so the recording is too.')
  await press('Resume')
  await page.getByRole('button', { name: 'Pause recording' }).click()
  await says(recorder(page, 'Design').locator('.speaking-status'), 'Recording paused.')
  await page.getByRole('button', { name: 'Go on recording' }).click()
  // The button is the same, so the focus stays, and the pace is read out.
  const button = recorder(page, 'Design').locator('.record')
  await button.focus()
  await page.keyboard.press('Enter')
  await says(recorder(page, 'Design').locator('.speaking-status'), /You spoke/)
  await says(recorder(page, 'Assumptions').locator('.record'), /^Record$/)
  expect(await page.locator('.recording-stop').count()).toBe(0)
  expect(await page.title()).toMatch(/^\d/)
  expect(await button.and(page.locator(':focus')).count()).toBe(1)
  await says(recorder(page, 'Design'), /You spoke 0:\d\d of 0:\d\d, with \d long pause/)

  // A transcript is added to what is there.
  await page.fill('#field-assumptions', 'Written before.')
  await page.getByRole('button', { name: 'Paste a transcript: Assumptions' }).click()
  await page
    .getByLabel('A transcript of what you said')
    .fill('I assume five hundred milliseconds <b>at</b> p95')
  await press('Add to my text')
  await says(recorder(page, 'Assumptions'), 'The transcript was added to your text.')
  expect(await page.inputValue('#field-assumptions')).toBe(
    'Written before.\n\nI assume five hundred milliseconds <b>at</b> p95',
  )

  await saved(page)
  await page.reload()
  await page.locator('.pace').nth(1).waitFor()
  await reveal(app)
  const player = page.locator('.player')
  // Folded up, so that it leaves the screen to the grading.
  const said = page.getByText(/^What you said, \d:\d\d$/)
  await said.waitFor()
  expect(await player.isVisible()).toBe(false)
  await said.click()
  await player.waitFor()
  await says(page.locator('.paces'), /Assumptions: You spoke .*\nDesign: You spoke .* long pause/)
  expect(await player.locator('.player-marks li').count()).toBe(2)
  expect(await barriers(page, 'replay')).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })

  // The bar seeks by keys, across takes, before and while it plays.
  const bar = player.getByRole('slider', { name: 'Place in the recording' })
  const time = player.locator('.player-time')
  await bar.focus()
  await page.keyboard.press('ArrowRight')
  expect(await seconds(time)).toBe(5)
  expect(await bar.getAttribute('aria-valuetext')).toMatch(/^5 seconds of 1\d seconds, Design$/)
  await player.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => page.evaluate('globalThis.interrupted'), { timeout }).toBe(true)
  await player.getByRole('button', { name: 'Play' }).click()
  await player.getByRole('button', { name: 'Pause' }).waitFor()
  expect(await player.getByRole('alert').count()).toBe(0)
  await expect.poll(() => seconds(time), { timeout }).toBeGreaterThanOrEqual(7)
  await page.keyboard.press('Shift+Tab')
  await player.getByLabel('Speed').selectOption('1.5')
  await player.getByRole('button', { name: 'Assumptions 0:00' }).click()
  await expect.poll(() => seconds(time), { timeout }).toBeLessThan(4)
  // It goes on into the next take by itself, and stops at the end.
  await expect.poll(() => player.locator('[aria-current]').innerText(), { timeout }).toMatch(/^Design/)
  await bar.press('End')
  await player.getByRole('button', { name: 'Play' }).waitFor()
  await player.getByText('can’t be played').waitFor({ state: 'detached' })

  // One take is saved under its name, and deleted for good.
  await page.locator('.takes summary').click()
  const first = page.locator('.takes li').first()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    first.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^voice-note-search-[a-z-]+-\d{4}-\d\d-\d\d-\d{4}\.webm$/)
  expect(
    readFileSync(await download.path())
      .subarray(0, 4)
      .toString('hex'),
  ).toBe('1a45dfa3')
  await first.getByRole('button', { name: 'Delete' }).click()
  await first.getByRole('button', { name: 'Delete the recording' }).click()
  await says(page.locator('.paces'), /^Design/)
  await says(page.locator('.replay > [role=status]'), 'The recording was deleted.')
  await expect.poll(() => page.locator('.takes summary:focus').count(), { timeout }).toBe(1)
  await saved(page)
  await page.reload()
  await page.locator('.said > summary').click()
  await says(page.locator('.paces'), /^Design/)
  expect(app.requests.filter((name) => name.includes('blob'))).toEqual([])
})

test('a spoken answer is graded by listening, and its transcript can still be added', async () => {
  const app = await opened()
  const { page, press } = app
  await recorded(app)
  await reveal(app)
  const card = page.locator('.criterion:not([hidden])')
  await says(card.locator('.mine'), /You said this \(0:0\d\)\. Only text can be searched/)
  expect(await page.locator('.grading').innerText()).not.toMatch(
    /Choose|Use the selection|Nothing written|Hardly anything/,
  )
  const part = card.locator('.said-part')
  expect(await part.count()).toBe(1)
  expect(await part.locator('summary').innerText()).toMatch(/^You said this in Assumptions \(0:0\d\)$/)
  await part.locator('summary').click()
  await part.getByRole('button', { name: 'Play' }).waitFor()
  await press('Paste a transcript: Assumptions')
  await part.getByLabel('A transcript of what you said').fill('Five hundred milliseconds at most.')
  await press('Add to my text')
  await says(part, 'The transcript was added to your text.')
  // It is a text like any other: a sentence of it can be chosen.
  await card.getByRole('option', { name: 'Five hundred milliseconds at most.' }).click()
  await says(card.locator('.mine blockquote'), 'Five hundred milliseconds at most.')
  await page.getByRole('tab', { name: 'Both answers' }).click()
  const pair = page.getByRole('region', { name: 'Assumptions' })
  await says(pair, /You\nFive hundred milliseconds at most\.\n/)
  await says(pair, /You said this \(0:0\d\)/)
})

test('who speaks is not away, up to the end of the recording', async () => {
  const app = await site.open({
    ...allowed,
    // Counts the pieces of sound that have come in.
    script: `{
      const { start } = MediaRecorder.prototype
      MediaRecorder.prototype.start = function (...args) {
        this.addEventListener('dataavailable', () => { globalThis.pieces = (globalThis.pieces ?? 0) + 1 })
        return start.apply(this, args)
      }
    }`,
  })
  const { page } = app
  await page.clock.install({ time: new Date('2026-11-02T09:00:00') })
  await app.go(`#/drill/${round}`)
  await app.press('Speak instead: Assumptions')
  const pieces = (): Promise<number> => page.evaluate<number>('globalThis.pieces ?? 0')
  const comesBack = (): Promise<void> =>
    page.evaluate<void>("document.dispatchEvent(new Event('visibilitychange'))")
  await record(page, 'Assumptions')
  await page.getByRole('button', { name: 'Stop recording: Assumptions' }).waitFor()
  for (const _ of [1, 2]) {
    await page.clock.fastForward('06:00')
    const before = await pieces()
    await expect.poll(pieces, { timeout }).toBeGreaterThan(before)
  }
  await comesBack()
  await stop(page, 'Assumptions')
  await page.locator('.pace').first().waitFor()
  await page.clock.fastForward('06:00')
  await comesBack()
  await saved(page)
  expect(await page.locator('.absence').count()).toBe(0)
  await page.clock.fastForward('05:00')
  await comesBack()
  await says(page.locator('.absence'), '11 minutes since your last action')
})

test('where the microphone is refused, missing or unplugged, it is said and the text stays', async () => {
  const refused = await opened({})
  await refused.page.fill('#field-assumptions', 'Some words.')
  await record(refused.page, 'Assumptions')
  await says(recorder(refused.page, 'Assumptions'), 'does not let this page use the microphone')
  expect(await refused.page.locator('.record:focus').count()).toBe(1)
  expect(await refused.page.inputValue('#field-assumptions')).toBe('Some words.')
  await saved(refused.page)

  const missing = await opened({
    script: `if (isSecureContext) navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('none', 'NotFoundError') }`,
  })
  await record(missing.page, 'Assumptions')
  await says(recorder(missing.page, 'Assumptions'), 'No microphone was found.')
  // The clock waits for a microphone.
  expect(await missing.page.locator('.clock[data-running=true]').count()).toBe(0)

  const { page } = await opened({
    ...allowed,
    script: `
      const get = globalThis.MediaDevices?.prototype.getUserMedia
      if (get) MediaDevices.prototype.getUserMedia = async function (...args) {
        const stream = await get.apply(this, args)
        globalThis.unplug = () => stream.getTracks().forEach((track) => {
          track.stop()
          track.dispatchEvent(new Event('ended'))
        })
        return stream
      }`,
  })
  await record(page, 'Assumptions')
  await lasts(page, 2)
  await page.evaluate('unplug()')
  await says(recorder(page, 'Assumptions'), 'The microphone was unplugged')
  await says(recorder(page, 'Assumptions'), 'You spoke')
})

test('where the storage or the space is full, what was recorded is kept and it is said', async () => {
  const { page, go } = await opened({
    ...allowed,
    script: `
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...args) {
        if (this.name === 'chunks' && globalThis.isFull) throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, args)
      }`,
  })
  await page.fill('#field-assumptions', 'Some words.')
  await record(page, 'Assumptions')
  await lasts(page, 3)
  await page.evaluate('globalThis.isFull = true')
  await says(
    recorder(page, 'Assumptions'),
    'The storage of this browser is full, so the recording has ended.',
  )
  await says(recorder(page, 'Assumptions'), 'You spoke')
  expect(await page.inputValue('#field-assumptions')).toBe('Some words.')
  await page.evaluate('globalThis.isFull = false')

  // A take of the size of all the space.
  await go('#/data')
  await page.locator('.recordings-list li').waitFor()
  const space = page.getByLabel('Recordings may take')
  await space.fill('5')
  await space.press('Enter')
  await says(
    page.locator('.recordings-space'),
    'Write a whole number from 10 to 10000. The space is still 200 MB.',
  )
  await space.fill('10')
  await space.press('Enter')
  await saved(page)
  await page.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open('drills-practice:/:recordings')
    request.onerror = reject
    request.onsuccess = () => {
      const transaction = request.result.transaction('takes', 'readwrite')
      const store = transaction.objectStore('takes')
      store.getAll().onsuccess = ({ target }) => {
        const [take] = target.result
        store.put({ ...take, id: 'large', bytes: 10 * 1024 * 1024 }, 'large')
      }
      transaction.oncomplete = () => resolve(request.result.close())
    }
  })`)
  await go(`#/drill/${round}`)
  await record(page, 'Assumptions')
  await says(recorder(page, 'Assumptions'), 'The space for recordings, 10 MB, is used up.')
})

test('a tab that is closed in mid-recording loses the last seconds at most; two tabs never record at once', async () => {
  const app = await opened()
  await app.page.fill('#field-assumptions', 'Some words.')
  await saved(app.page)
  await record(app.page, 'Assumptions')
  await lasts(app.page, 4)
  const second = await app.tab()
  await second.go('#/drill/what-is-recall')
  await second.press(/^Speak/)
  const other = second.page.locator('.speaking')
  await other.getByRole('button', { name: /^Record/ }).click()
  await says(other, 'Another tab is recording. Stop it there first.')
  await app.page.close()

  const third = await app.tab()
  await third.go(`#/drill/${round}`)
  await says(
    third.page.locator('.banners'),
    /A recording of “.+” was interrupted. What was recorded until then, 0:0[3-6], is kept./,
  )
  await says(recorder(third.page, 'Assumptions'), 'You spoke')
  expect(await third.page.inputValue('#field-assumptions')).toBe('Some words.')
  // Leaving the page ends a recording.
  await record(third.page, 'Assumptions')
  await lasts(third.page, 2)
  await third.page.evaluate("location.hash = '#/'")
  await third.page.locator('main[data-page=home]').waitFor()
  const left = 'The recording has ended because you left the page.'
  await says(third.page.locator('.banners'), left)
  await third.page.getByRole('link', { name: 'Back to the attempt' }).click()
  await says(recorder(third.page, 'Assumptions'), left)
  expect(await third.page.locator('.banners').innerText()).not.toContain(left)
  // The bar ends a recording from anywhere in the attempt.
  await record(third.page, 'Assumptions')
  await lasts(third.page, 2)
  await third.page.locator('.recording-stop').click()
  await says(recorder(third.page, 'Assumptions'), /^Record\n/)
  await third.go('#/data')
  await says(third.page.locator('.recordings-list'), 'Delete the recordings')
  await expect
    .poll(() => third.page.locator('#recordings-title + p').innerText(), { timeout })
    .toMatch(/^3 recordings/)
})

test('recordings are exported, wiped and imported; what is not ours changes nothing', async () => {
  const app = await opened()
  const { page, go, press } = app
  const other = await app.tab()
  await other.go('#/data')
  const list = other.page.locator('#recordings-title + p')
  await says(list, 'There are no recordings yet.')
  await recorded(app)
  await says(list, /^1 recording, /)
  await go('#/data')
  await page.getByLabel(/With the recordings, \d+ KB/).check()
  expect(await barriers(page, 'data')).toEqual([])
  const downloads: string[] = []
  const files: string[] = []
  page.on('download', (download) => {
    const file = path.join(site.folder, download.suggestedFilename())
    void download.saveAs(file).then(() => files.push(file))
    downloads.push(file)
  })
  await press('Export everything')
  await expect.poll(() => files.length, { timeout }).toBe(2)
  const [texts = '', sounds = ''] = downloads
  expect(sounds).toMatch(/\.recordings$/)

  await press('Delete everything')
  await press('Delete everything')
  await page.getByText('Everything was deleted.').waitFor()
  await says(page.locator('section[aria-labelledby=recordings-title]'), 'There are no recordings yet.')
  await says(list, 'There are no recordings yet.')
  const stored = await page.evaluate(`new Promise((resolve) => {
    indexedDB.open('drills-practice:/:recordings').onsuccess = ({ target: { result } }) => {
      const request = result.transaction('chunks').objectStore('chunks').count()
      request.onsuccess = () => resolve(request.result)
    }
  })`)
  expect(stored).toBe(0)

  const imports = page.locator('section[aria-labelledby=import-title]')
  const offer = async (bytes: Buffer, words: string | RegExp, name = 'some.recordings'): Promise<void> => {
    const file = path.join(site.folder, name)
    writeFileSync(file, bytes)
    await page.setInputFiles('input[type=file]', file)
    await says(imports, words)
  }
  const whole = readFileSync(sounds)
  const changed = Buffer.from(whole)
  changed.writeUInt8(changed.readUInt8(changed.length - 9) ^ 1, changed.length - 9)
  const elsewhere = Buffer.from(whole.toString('latin1').replace('"site":"', '"site":"x'), 'latin1')
  await offer(whole, /attempts that are not here. .*Nothing was changed/)
  await page.setInputFiles('input[type=file]', texts)
  await press('Import')
  await says(imports, 'Imported and saved.')
  await offer(changed, 'The file of recordings is damaged or its end is missing. Nothing was changed.')
  await offer(whole.subarray(0, -1), 'damaged')
  await offer(elsewhere, 'The file holds recordings of another site. Nothing was changed.')
  await offer(Buffer.from('RIFF'), 'damaged')
  expect(await imports.getByRole('button', { name: 'Import' }).count()).toBe(0)

  for (const name of ['E.RECORDINGS', 'e.recordings.txt', 'some.recordings'])
    await offer(whole, /Recordings: 1 new, \d+ KB; 0 already here/, name)
  await press('Import')
  await says(imports, 'The recordings were imported.')
  await offer(whole, 'Recordings: 0 new, 0 KB; 1 already here')
  // While the next file is read, the one before it can't be imported.
  await page.evaluate(`{
    const { arrayBuffer } = Blob.prototype
    Blob.prototype.arrayBuffer = function () {
      Blob.prototype.arrayBuffer = arrayBuffer
      return new Promise((resolve) => { globalThis.letRead = resolve }).then(() => this.arrayBuffer())
    }
  }`)
  await offer(Buffer.from('RIFF'), 'Reading the recordings')
  expect(await imports.getByRole('button', { name: 'Import' }).count()).toBe(0)
  await expect.poll(() => page.evaluate('typeof letRead'), { timeout }).toBe('function')
  await page.evaluate('letRead()')
  await says(imports, 'damaged')
  await go(`#/drill/${round}`)
  await says(recorder(page, 'Assumptions'), 'Listen to it')
  await page.locator('.listen summary').first().click()
  const player = page.locator('.player')
  await player.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => seconds(player.locator('.player-time')), { timeout }).toBeGreaterThanOrEqual(2)
})

test('dictation is for browsers that recognise speech on the device', async () => {
  const stub = (place: string): string => `
    globalThis.asked = []
    globalThis.SpeechRecognition = class {
      static async available(options) { asked.push(options); return '${place}' }
      start() {
        globalThis.local = this.processLocally
        const result = Object.assign([{ transcript: ' five hundred milliseconds ' }], { isFinal: true })
        setTimeout(() => this.onresult({ resultIndex: 0, results: [result] }))
      }
      stop() { this.onend() }
    }`
  const local = await opened({ script: stub('available') })
  await local.page.fill('#field-assumptions', 'At p95:')
  await local.page.getByRole('button', { name: 'Dictate: Assumptions' }).click()
  await expect
    .poll(() => local.page.inputValue('#field-assumptions'), { timeout })
    .toBe('At p95: five hundred milliseconds')
  expect(await local.page.evaluate('[local, asked[0].processLocally]')).toEqual([true, true])
  await local.page.getByRole('button', { name: 'Stop dictating: Assumptions' }).click()
  await local.page.getByRole('button', { name: 'Dictate: Assumptions' }).waitFor()

  // A language pack that comes after the page was left starts nothing.
  const fetching = await opened({
    script: `${stub('downloadable')}
      SpeechRecognition.install = () => new Promise((resolve) => { globalThis.fetched = resolve })`,
  })
  await fetching.page.getByRole('button', { name: 'Dictate: Assumptions' }).click()
  await fetching.press('Let the browser fetch it')
  await says(recorder(fetching.page, 'Assumptions'), 'is fetching the language pack')
  await fetching.page.evaluate("location.hash = '#/'")
  await fetching.page.locator('main[data-page=home]').waitFor()
  await fetching.page.evaluate('fetched(true)')
  expect(await fetching.page.evaluate("'local' in globalThis")).toBe(false)

  const remote = await opened({ script: stub('unavailable') })
  await remote.page.getByRole('button', { name: 'Dictate: Assumptions' }).click()
  await says(
    recorder(remote.page, 'Assumptions'),
    'This browser would send your voice to its maker, so dictation is off here.',
  )
  expect(await remote.page.evaluate("'local' in globalThis")).toBe(false)

  const old = await opened({ script: 'globalThis.SpeechRecognition = class {}' })
  await old.page.getByRole('button', { name: 'Dictate: Assumptions' }).click()
  await says(recorder(old.page, 'Assumptions'), 'would send your voice')
})
