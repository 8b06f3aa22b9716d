import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCorpus, run } from '../support/cached-runs.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { put } from '../support/terminal.ts'
import { place } from '../support/worlds.ts'

const facts = 'facts.json'

/** A corpus with findings of many kinds, and its facts. */
async function prepared(): Promise<{ folder: string; data: unknown }> {
  const folder = newCorpus()
  place(folder, paths.question, edit(valid.question, '## Answer', '## Anwser'))
  const excepted = 'topics: [asr]\nexceptions: [{ rule: near-duplicate, reason: x }]'
  place(folder, 'drills/rounds/twin.md', edit(valid.round, 'topics: [asr]', excepted))
  place(folder, 'drills/questions/unreadable.md', 'folder')
  put(folder, { 'keep.txt': '' })
  await run(folder, ['lint', '--shard=1/1', '--facts-only', '--output', facts])
  return { folder, data: JSON.parse(readFileSync(path.join(folder, facts), 'utf8')) as unknown }
}

type Place = readonly (string | number)[]

/** Every place inside some data. */
const placesOf = (data: unknown, at: Place = []): Place[] =>
  typeof data === 'object' && data !== null
    ? [
        at,
        ...Object.entries(data).flatMap(([key, value]) =>
          placesOf(value, [...at, Array.isArray(data) ? Number(key) : key]),
        ),
      ]
    : [at]

const valueAt = (data: unknown, at: Place): unknown =>
  at.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], data)

/** The same data as text, with something else in one place. */
function written(data: unknown, at: Place, value: unknown): string {
  const copy = JSON.parse(JSON.stringify({ data })) as Record<string | number, unknown>
  const holder = valueAt(copy, ['data', ...at].slice(0, -1)) as Record<string | number, unknown>
  const key = ['data', ...at].at(-1) ?? ''
  if (value === undefined) delete holder[key]
  else holder[key] = value
  return JSON.stringify(copy['data'] ?? null)
}

const attack =
  '\u001b[2J\u009b2J\u0007\b\r\n::error file=x::y\n##[command]x ##vso[x]y \u202e\u2066\u200b ]]> <!-- | `x` [x](https://e.example) @a {0}'

const forbidden = [
  /[\0-\x09\x0b-\x1f\x7f-\x9f]/,
  /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/,
  /##[a-z]*\[/i,
]

const formats = ['text', 'json', 'github', 'sarif', 'junit']

/** Merges, which may find something or refuse, and never fails or prints what acts. */
async function withstands(folder: string, text: string, format: string): Promise<0 | 1 | 2> {
  put(folder, { [facts]: text })
  const { code, stdout, stderr } = await run(folder, ['merge', facts, '--format', format])
  expect([0, 1, 2]).toContain(code)
  if (code === 2) expect([stdout, stderr]).toEqual(['', expect.stringMatching(/^drills: [^\n]{1,600}\n$/)])
  else expect(stderr).toBe('')
  for (const pattern of forbidden) expect(stdout + stderr).not.toMatch(pattern)
  const commands = stdout.split('\n').filter((line) => /::/.test(line))
  if (format === 'github')
    for (const line of commands) expect(line).toMatch(/^::(?:error|warning|notice) [^:]*::(?:(?!::).)*$/)
  else expect(commands).toEqual([])
  return code === 0 || code === 1 ? code : 2
}

test('whatever stands in facts in place of something, they are refused or printed like any others', async () => {
  const { folder, data } = await prepared()
  const seen = new Set<number>()
  const places = placesOf(data)
  const check = async (at: Place, value: unknown, format: string): Promise<void> => {
    seen.add(await withstands(folder, written(data, at, value), format))
  }
  const values = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, true, 0, -1, 1, 1.5, 1e15, 1e308, '', 'x', attack, [], {}, [
      [],
    ]),
    fc.constantFrom<unknown>(JSON.parse('{"__proto__":{"x":1}}'), { constructor: 1 }, { length: 1e9 }, [
      null,
    ]),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(...places).map((at) => valueAt(data, at)),
  )
  const property = fc.asyncProperty(fc.constantFrom(...places), values, fc.constantFrom(...formats), check)
  await fc.assert(property, { seed: 20_260_101, numRuns: 300 })
  expect([...seen].sort()).toEqual([1, 2])
})

test('every text and every number of facts may be anything', async () => {
  const { folder, data } = await prepared()
  const seen = new Set<number>()
  const tried = new Set<unknown>()
  for (const [nth, at] of placesOf(data).entries()) {
    const now = valueAt(data, at)
    const name = at.findLast((key) => typeof key === 'string')
    // What is printed differs by the name of the place, so the first of each meets every format.
    const one = formats[nth % formats.length] ?? 'text'
    if (typeof now === 'string')
      for (const format of tried.has(name) ? [one] : formats)
        seen.add(await withstands(folder, written(data, at, attack), format))
    if (typeof now === 'number') seen.add(await withstands(folder, written(data, at, 1e300), one))
    tried.add(name)
  }
  expect([...seen].sort()).toEqual([1, 2])
})

test('keys that every object has, and texts of ten megabytes, are nothing special', async () => {
  const { folder, data } = await prepared()
  const text = JSON.stringify(data)
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    for (const value of ['{}', '{"version":1}', 'null'])
      expect(
        await withstands(folder, text.replaceAll('{"file":', `{"${key}":${value},"file":`), 'text'),
      ).toBe(2)
  const large = 'x'.repeat(10_000_000)
  const messages = placesOf(data).filter((at) =>
    ['message', 'title', 'id', 'anchors', 'file'].includes(String(at.at(-1))),
  )
  const each = new Map(messages.map((at) => [String(at.at(-1)), at]))
  expect(each.size).toBe(5)
  for (const [key, at] of each)
    await withstands(folder, written(data, at, key === 'anchors' ? [large] : large), 'json')
})
