import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ran } from '../../commands/terminal.ts'
import { edit, paths, valid } from '../../support/corpus.ts'
import { temporary } from '../../support/package.ts'
import { memory, remembered, run, tree } from './runs.ts'
import { beginning, place, placeAll } from './worlds.ts'

const names = ['findings', 'drills'] as const
type Name = (typeof names)[number]

const { folder, remove } = temporary('drills-damage')
const at = (name: string): string => path.join(folder, memory, name)
/** What the two files hold after a build of the corpus as it is. */
const good = new Map<Name, Buffer>()
const anew: { lint?: Ran; build?: Ran; package?: Record<string, string> } = {}

const build = (...more: string[]): Promise<Ran> =>
  run(folder, ['build', '--out', path.join(folder, 'out'), ...more])
const lint = (...more: string[]): Promise<Ran> => run(folder, ['lint', '--format=json', ...more])

const restore = (): void => {
  rmSync(path.join(folder, memory), { recursive: true, force: true })
  mkdirSync(path.join(folder, memory), { recursive: true })
  for (const [name, bytes] of good) writeFileSync(at(name), bytes)
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
  for (const name of names) good.set(name, readFileSync(at(name)))
})
afterAll(remove)

/** A lint, then a build, come to what they come to anew, and leave files that are whole again. */
async function harmless(repairable = true): Promise<void> {
  expect(await lint()).toEqual(anew.lint)
  expect(await build()).toEqual(anew.build)
  expect(tree(path.join(folder, 'out'))).toEqual(anew.package)
  if (!repairable) return
  expect(remembered(folder)).toEqual(['drills', 'findings'])
  expect(readFileSync(at('findings')).length).toBe(good.get('findings')?.length)
  expect(readFileSync(at('drills')).length).toBe(good.get('drills')?.length)
}

const bytesOf = (name: Name): Buffer => good.get(name) ?? Buffer.alloc(0)

describe.each(names)('the file %s', (name) => {
  test('cut off anywhere', async () => {
    const { length } = bytesOf(name)
    const lengths = [0, 1, 127, 128, 129, length - 129, length - 128, length - 1]
    for (const kept of [
      ...lengths,
      ...Array.from({ length: 8 }, (_, index) => Math.floor((length * index) / 8)),
    ]) {
      restore()
      writeFileSync(at(name), bytesOf(name).subarray(0, kept))
      await harmless()
    }
  })

  test('with any byte changed, taken out or put in', async () => {
    const { length } = bytesOf(name)
    const place = fc.oneof(
      fc.nat(length - 1),
      fc.nat(200).map((back) => length - 1 - back),
    )
    const damage = fc.tuple(place, fc.integer({ min: 1, max: 255 }), fc.constantFrom('change', 'take', 'put'))
    const check = async ([where, by, how]: readonly [number, number, string]): Promise<void> => {
      restore()
      const bytes = Buffer.from(bytesOf(name))
      bytes[where] = (bytes[where] ?? 0) ^ by
      const [before, after] = [bytes.subarray(0, where), bytes.subarray(how === 'put' ? where : where + 1)]
      const changed =
        how === 'change' ? bytes : Buffer.concat([before, Buffer.alloc(how === 'put' ? 1 : 0, by), after])
      writeFileSync(at(name), changed)
      await harmless()
    }
    await fc.assert(fc.asyncProperty(damage, check), { seed: 20_260_101, numRuns: 30 })
  })

  test.each<[string, () => string | Uint8Array]>([
    ['garbage', () => 'x'.repeat(5000)],
    ['zeros', () => new Uint8Array(5000)],
    ['only an end', () => bytesOf(name).subarray(-128)],
    ['an end that points beyond the file', () => `${'drills-cache 99999999 99999999 x'.padEnd(127)}\n`],
    ['an end that points before the file', () => `${'drills-cache 0 0 47DEQpj8HBSa-_TI'.padEnd(127)}\n`],
    ['the file twice', () => Buffer.concat([bytesOf(name), bytesOf(name)])],
    ['the file after something else', () => Buffer.concat([Buffer.from('x'), bytesOf(name)])],
    ['the other file', () => bytesOf(name === 'drills' ? 'findings' : 'drills')],
  ])('that holds %s', async (_, content) => {
    restore()
    writeFileSync(at(name), content())
    await harmless()
  })

  test('of another build', async () => {
    restore()
    await run(folder, ['build', '--out', path.join(folder, 'out')], { toolchain: () => 'test 2' })
    await harmless()
  })

  test('with a folder in its place', async () => {
    restore()
    place(folder, path.join(memory, name), 'folder')
    await harmless(false)
    writeFileSync(at(`${name}/x`), 'x')
    await harmless(false)
    expect(readFileSync(at(`${name}/x`), 'utf8')).toBe('x')
  })

  test('with a link in its place', async () => {
    restore()
    const [real, gone] = [path.join(folder, 'elsewhere'), path.join(folder, 'gone')]
    place(folder, 'elsewhere', undefined)
    cpSync(at(name), real)
    for (const to of [real, gone, at(name), folder, '/dev/zero', '/dev/null']) {
      rmSync(at(name), { force: true })
      symlinkSync(to, at(name))
      await harmless()
      expect(readFileSync(real)).toEqual(bytesOf(name))
    }
  })
})

test('both files gone, or their folder', async () => {
  for (const gone of [memory, 'node_modules/.cache', 'node_modules']) {
    restore()
    rmSync(path.join(folder, gone), { recursive: true, force: true })
    await harmless()
  }
})
