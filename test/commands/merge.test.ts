import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCorpus, run } from '../support/cached-runs.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { put, type Ran, temporaryFolder } from '../support/terminal.ts'
import { place, placeAll, world } from '../support/worlds.ts'

const formats = ['text', 'json', 'github', 'sarif', 'junit'] as const

const partName = (index: number): string => `facts/${index}.json`

/** Writes the facts of every part and gives their names. */
async function writeFacts(folder: string, of: number): Promise<string[]> {
  place(folder, 'facts', undefined)
  put(folder, { 'facts/keep': '' })
  const names: string[] = []
  for (let index = 1; index <= of; index += 1) {
    const args = ['lint', '--shard', `${index}/${of}`, '--facts-only', '--output', partName(index)]
    expect(await run(folder, args)).toEqual({ code: 0, stdout: '', stderr: '' })
    names.push(partName(index))
  }
  return names
}

const flags = fc.record({
  format: fc.constantFrom(...formats),
  quiet: fc.boolean(),
  max: fc.constantFrom(undefined, 0, 1, 100),
})

test('the facts of all parts, in any order, come to what one lint comes to', async () => {
  const seen = new Set<string>()
  const part = fc.integer({ min: 1, max: 7 }).chain((of) =>
    fc.record({
      of: fc.constant(of),
      order: fc.shuffledSubarray(
        Array.from({ length: of }, (_, index) => index),
        { minLength: of },
      ),
    }),
  )
  const folder = newCorpus()
  const check = async (
    all: Parameters<typeof placeAll>[1],
    { of, order }: { readonly of: number; readonly order: readonly number[] },
    {
      format,
      quiet,
      max,
    }: { readonly format: string; readonly quiet: boolean; readonly max: number | undefined },
  ): Promise<void> => {
    placeAll(folder, all)
    const names = await writeFacts(folder, of)
    const how = [
      `--format=${format}`,
      ...(quiet ? ['--quiet'] : []),
      ...(max === undefined ? [] : [`--max-warnings=${max}`]),
    ]
    const one = await run(folder, ['lint', '--no-cache', ...how])
    const merged = await run(folder, ['merge', ...order.map((at) => names[at] ?? ''), ...how])
    expect(merged).toEqual(one)
    const { stdout } = await run(folder, ['lint', '--no-cache', '--format=json'])
    for (const [, rule = ''] of stdout.matchAll(/"rule": "([^"]+)"/g)) seen.add(rule)
  }
  await fc.assert(fc.asyncProperty(world, part, flags, check), { seed: 20_260_101, numRuns: 30 })
  const corpusRules = ['unique', 'near-duplicate', 'link-targets', 'redirects', 'unused-exception', 'read']
  expect([...seen]).toEqual(expect.arrayContaining(corpusRules))
})

test('a report that is saved, and the annotations of a runner, are the same too', async () => {
  const folder = newCorpus()
  place(folder, paths.question, edit(valid.question, '## Answer', '## Anwser'))
  const names = await writeFacts(folder, 3)
  const io = { env: { GITHUB_ACTIONS: 'true' } }
  expect(await run(folder, ['merge', ...names], io)).toEqual(await run(folder, ['lint', '--no-cache'], io))
  expect((await run(folder, ['merge', ...names, '--output', 'merged.txt'])).code).toBe(1)
  await run(folder, ['lint', '--output', 'one.txt'])
  const [merged, one] = ['merged.txt', 'one.txt'].map((name) => readFileSync(path.join(folder, name), 'utf8'))
  expect(merged).toBe(one)
})

describe('what is refused in one line', () => {
  const refused = (ran: Ran, words: string): void => {
    expect(ran).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^drills: [^\n]+\n$/) })
    expect(ran.stderr).toContain(words)
  }
  const merge = (folder: string, ...args: string[]): Promise<Ran> => run(folder, ['merge', ...args])

  test('no facts, unknown files, and files that are no facts', async () => {
    const folder = newCorpus()
    const [one = ''] = await writeFacts(folder, 1)
    refused(await merge(folder), 'no facts to merge')
    refused(await merge(folder, 'facts/no.json'), 'no such file: `facts/no.json`')
    refused(await merge(folder, 'facts'), 'no such file')
    refused(await merge(folder, 'x\0y'), 'no such file')
    refused(await merge(folder, one, '--facts'), 'unknown flag')
    refused(await merge(folder, one, '--format', 'xml'), 'unknown format')
    const text = readFileSync(path.join(folder, one), 'utf8')
    const no = [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '"x"',
      '1',
      text.slice(0, -20),
      `${text}x`,
      '\ufeff',
      '{"__proto__":{}}',
    ]
    for (const content of [...no, '['.repeat(1e6), JSON.stringify('x'.repeat(1e7))]) {
      put(folder, { 'facts/x.json': content })
      refused(
        await merge(folder, 'facts/x.json'),
        '`facts/x.json` is not a facts file of `drills lint --facts-only`',
      )
    }
  })

  test('parts that are missing, there twice, or of something else', async () => {
    const folder = newCorpus()
    const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
    const alone = await writeFacts(folder, 1).then(([name = '']) => read(name))
    const [one = '', two = ''] = await writeFacts(folder, 2)
    put(folder, { 'facts/alone.json': alone })
    refused(await merge(folder, one), 'shard 2/2 is missing; all 2 are needed')
    refused(await merge(folder, two), 'shard 1/2 is missing')
    refused(await merge(folder, one, two, one), 'shard 1/2 is there twice')
    refused(await merge(folder, one, 'facts/alone.json'), 'shard 1/1 does not go with a shard of 2')
    put(folder, { 'facts/3.json': read(one).replace('"index":1', '"index":3') })
    refused(await merge(folder, one, two, 'facts/3.json'), 'shard 3/2 is beyond the last')
    const other = await run(folder, ['merge', one, two], { toolchain: () => 'test 2' })
    refused(other, 'shard 1/2 is of another build of the linter')
    place(folder, paths.rubric, `${valid.rubric}\nMore.\n`)
    refused(await merge(folder, one, two), 'shard 1/2 is of other definition documents than those here')
  })

  test.each<[string, (folder: string) => void, string]>([
    ['changed', (folder) => place(folder, paths.question, `${valid.question}\nMore.\n`), 'has changed'],
    ['come', (folder) => place(folder, 'drills/rounds/new.md', valid.round), 'no shard has the facts of'],
    ['gone', (folder) => place(folder, paths.question, undefined), 'is gone since'],
    ['become a folder', (folder) => place(folder, paths.question, 'folder'), 'has changed'],
    [
      'become another thing that can’t be read',
      (folder) => place(folder, 'drills/questions/unreadable.md', 'folder'),
      'has changed',
    ],
    ['grown', (folder) => place(folder, 'drills/questions/large.md', 'x'.repeat(2_100_001)), 'has changed'],
  ])('a drill that has %s since', async (_, change, words) => {
    const folder = newCorpus()
    place(folder, 'drills/questions/unreadable.md', { link: 'what-is-recall.md' })
    place(folder, 'drills/questions/large.md', 'x'.repeat(2_100_000))
    const names = await writeFacts(folder, 2)
    expect((await merge(folder, ...names)).code).toBe(1)
    change(folder)
    refused(await merge(folder, ...names), words)
  })

  test('no corpus at all', async () => {
    const folder = newCorpus()
    const names = await writeFacts(folder, 2)
    refused(await merge(temporaryFolder(), path.join(folder, names[0] ?? '')), 'no drills here')
  })
})
