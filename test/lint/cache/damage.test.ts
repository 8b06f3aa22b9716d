import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digest } from '../../../src/text/digest.ts'
import { cachedFiles, cacheFile, cacheFolder, run, tree } from '../../support/cached-runs.ts'
import { edit, paths, valid } from '../../support/corpus.ts'
import { temporary } from '../../support/package.ts'
import type { Ran } from '../../support/terminal.ts'
import { beginning, place, placeAll } from '../../support/worlds.ts'

const { folder, remove } = temporary('drills-damage')
const file = path.join(folder, cacheFile)
/** What the cache holds after a build of the corpus as it is. */
let good = Buffer.alloc(0)
const anew: { lint?: Ran; build?: Ran; package?: Record<string, string> } = {}

const build = (...more: string[]): Promise<Ran> =>
  run(folder, ['build', '--out', path.join(folder, 'out'), ...more])
const lint = (...more: string[]): Promise<Ran> => run(folder, ['lint', '--format=json', ...more])

const restore = (): void => {
  rmSync(path.join(folder, cacheFolder), { recursive: true, force: true })
  mkdirSync(path.join(folder, cacheFolder), { recursive: true })
  writeFileSync(file, good)
}

beforeAll(async () => {
  placeAll(folder, beginning)
  // A warning, so that there is something to lose.
  place(folder, paths.question, edit(valid.question, 'Explain the metric', `Explain ${'x '.repeat(400)}`))
  place(folder, paths.round, edit(valid.round, 'difficulty: core', 'difficulty: core\nstatus: deprecated'))
  anew.lint = await lint('--no-cache')
  anew.build = await build('--no-cache')
  anew.package = tree(path.join(folder, 'out'))
  await build()
  good = readFileSync(file)
})
afterAll(remove)

/** A lint, then a build, print what they print without a cache, and leave a file that is whole again. */
async function harmless(repairable = true): Promise<void> {
  expect(await lint()).toEqual(anew.lint)
  expect(await build()).toEqual(anew.build)
  expect(tree(path.join(folder, 'out'))).toEqual(anew.package)
  if (!repairable) return
  expect(cachedFiles(folder).filter((name) => name !== '.gitignore')).toEqual(['results.json'])
  expect(readFileSync(file).length).toBe(good.length)
}

type Lines = Readonly<Record<string, unknown>>

const each = (entries: Lines, change: (entry: unknown) => unknown): Lines =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, change(entry)]))

const withResult = (entries: Lines, more: Lines): Lines =>
  each(entries, (entry) => {
    const { result, ...rest } = entry as { result: Lines }
    return { ...rest, result: { ...result, ...more } }
  })

describe('the file of the cache', () => {
  test('cut off anywhere', async () => {
    const { length } = good
    const lengths = [0, 1, 127, 128, 129, length - 129, length - 128, length - 1]
    for (const kept of [
      ...lengths,
      ...Array.from({ length: 8 }, (_, index) => Math.floor((length * index) / 8)),
    ]) {
      restore()
      writeFileSync(file, good.subarray(0, kept))
      await harmless()
    }
  })

  test('with any byte changed, taken out or put in', async () => {
    const { length } = good
    const place = fc.oneof(
      fc.nat(length - 1),
      fc.nat(200).map((back) => length - 1 - back),
    )
    const damage = fc.tuple(place, fc.integer({ min: 1, max: 255 }), fc.constantFrom('change', 'take', 'put'))
    const check = async ([where, by, how]: readonly [number, number, string]): Promise<void> => {
      restore()
      const bytes = Buffer.from(good)
      bytes[where] = (bytes[where] ?? 0) ^ by
      const [before, after] = [bytes.subarray(0, where), bytes.subarray(how === 'put' ? where : where + 1)]
      const changed =
        how === 'change' ? bytes : Buffer.concat([before, Buffer.alloc(how === 'put' ? 1 : 0, by), after])
      writeFileSync(file, changed)
      await harmless()
    }
    await fc.assert(fc.asyncProperty(damage, check), { seed: 20_260_101, numRuns: 30 })
  })

  test.each<[string, () => string | Uint8Array]>([
    ['garbage', () => 'x'.repeat(5000)],
    ['zeros', () => new Uint8Array(5000)],
    ['only its end', () => good.subarray(-128)],
    ['no entries', () => `${good.toString('utf8').split('\n').slice(0, 2).join('\n')}\n`],
    ['the file twice', () => Buffer.concat([good, good])],
    ['the file after something else', () => Buffer.concat([Buffer.from('x'), good])],
  ])('that holds %s', async (_, content) => {
    restore()
    writeFileSync(file, content())
    await harmless()
  })

  test.each<[string, (header: Lines, entries: Lines) => readonly [unknown, unknown]]>([
    ['no header', (_, entries) => [null, entries]],
    ['a list as header', (_, entries) => [[], entries]],
    ['no findings', ({ diagnostics, ...header }, entries) => [header, entries]],
    ['findings that are none', (header, entries) => [{ ...header, diagnostics: [null] }, entries]],
    ['findings without a place', (header, entries) => [{ ...header, diagnostics: [{ rule: 'x' }] }, entries]],
    ['a digest that is a number', (header, entries) => [{ ...header, corpus: 7 }, entries]],
    ['files that are no pairs', (header, entries) => [{ ...header, corpus: 'x', outside: ['x'] }, entries]],
    ['a list of results', (header) => [{ ...header, corpus: 'x' }, []]],
    ['results that are none', (header, entries) => [{ ...header, corpus: 'x' }, each(entries, () => null)]],
    [
      'facts that are none',
      (header, entries) => [{ ...header, corpus: 'x' }, withResult(entries, { facts: 1 })],
    ],
    [
      'facts without titles',
      (header, entries) => [{ ...header, corpus: 'x' }, withResult(entries, { facts: { file: 'x' } })],
    ],
    [
      'results of another file',
      (header, entries) => [{ ...header, corpus: 'x' }, withResult(entries, { file: 'x' })],
    ],
  ])('with a right checksum that holds %s', async (_, forge) => {
    restore()
    const [, header = '', entries = ''] = good.toString('utf8').split('\n')
    const forged = forge(JSON.parse(header), JSON.parse(entries))
      .map((line) => JSON.stringify(line))
      .join('\n')
    const content = `${digest(forged)}\n${forged}`
    writeFileSync(file, content)
    expect(await lint()).toEqual(anew.lint)
    writeFileSync(file, content)
    await harmless()
  })

  test.each<[string, unknown]>([
    ['a list', []],
    ['a number', 7],
    ['a drill that is none', { listed: 7, files: 'x' }],
    ['a drill without anything', { listed: { drill: {} } }],
    [
      'a drill without names',
      { listed: { drill: { id: 'x', kind: 'x', title: 'x', difficulty: 'x', json: '{}', minutes: 1 } } },
    ],
    ['a sample without anything', { sample: {} }],
    ['a track without anything', { track: {} }],
    ['a reason that is no text', { unfit: 7 }],
  ])('with a right checksum that holds for every product %s', async (_, product) => {
    restore()
    const [, header = '', entries = ''] = good.toString('utf8').split('\n')
    const forged = each(JSON.parse(entries), (entry) => ({ ...(entry as Lines), product }))
    const lines = `${header}\n${JSON.stringify(forged)}`
    writeFileSync(file, `${digest(lines)}\n${lines}`)
    await harmless()
  })

  test('of another build', async () => {
    restore()
    await run(folder, ['build', '--out', path.join(folder, 'out')], { toolchain: () => 'test 2' })
    await harmless()
  })

  test('with a folder in its place', async () => {
    restore()
    place(folder, cacheFile, 'folder')
    await harmless(false)
    writeFileSync(path.join(file, 'x'), 'x')
    await harmless(false)
    expect(readFileSync(path.join(file, 'x'), 'utf8')).toBe('x')
  })

  test('with a link in its place', async () => {
    restore()
    const [real, gone] = [path.join(folder, 'elsewhere'), path.join(folder, 'gone')]
    place(folder, 'elsewhere', undefined)
    cpSync(file, real)
    for (const to of [real, gone, file, folder, '/dev/zero', '/dev/null']) {
      rmSync(file, { force: true })
      symlinkSync(to, file)
      await harmless()
      expect(readFileSync(real)).toEqual(good)
    }
  })
})

test('the file gone, or its folder', async () => {
  for (const gone of [cacheFile, cacheFolder, 'node_modules/.cache', 'node_modules']) {
    restore()
    rmSync(path.join(folder, gone), { recursive: true, force: true })
    await harmless()
  }
})
