import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlainYaml } from '../../src/parse/plain-yaml.ts'
import { readYaml } from '../../src/parse/yaml.ts'

const words = [
  'a',
  'id',
  'core',
  'system-design',
  'gpt4',
  'a-',
  'a--b',
  'yes',
  'no',
  'on',
  'e5',
  'inf',
  'nan',
  'null-x',
]
const others = [
  'true',
  'false',
  'null',
  '~',
  'Null',
  '012',
  '1.5',
  '-1',
  '0x1f',
  '1e3',
  '"q"',
  "'q'",
  'a b',
  'a: b',
  'a #b',
]
const word = fc.oneof({ weight: 39, arbitrary: fc.constantFrom(...words) }, fc.constantFrom(...others))
const number = fc.oneof(fc.nat(999_999_999), fc.constantFrom(0, 1, 1_000_000_000)).map(String)
const list = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(...Array<string>(9).fill(', '), ',', ' , ', ', \n  '),
  )
  .map(([all, between]) => `[${all.join(between)}]`)
const key = fc.constantFrom('id', 'kind', 'order', 'topics', 'a', 'b', 'c', 'A', 'a-b', '"id"', 'constructor')
const line = fc
  .tuple(
    key,
    fc.constantFrom(...Array<string>(9).fill(': '), ':  ', ':'),
    fc.oneof(word, number, list),
    fc.constantFrom(...Array<string>(9).fill(''), ' ', ' # x'),
  )
  .map((parts) => parts.join(''))
const yaml = fc
  .tuple(fc.constantFrom('#--', '#--', ''), fc.array(line, { maxLength: 3 }), fc.constantFrom('\n', '\r\n'))
  .map(([first, lines, end]) => [first, ...lines].map((each) => each + end).join(''))

describe('front matter of plain lines', () => {
  test('is read as the library reads it, with the same places', () => {
    let plain = 0
    fc.assert(
      fc.property(yaml, (text) => {
        const found = readPlainYaml(text)
        if (!found) return
        plain += 1
        const wanted = readYaml(text)
        expect(wanted.findings).toEqual([])
        expect(found.data).toEqual(wanted.data)
        const keys = [...Object.keys(found.data as object), 'missing']
        for (const path of [[], ...keys.map((each) => [each]), ...keys.map((each) => [each, 0])]) {
          expect(found.at(path)).toEqual(wanted.at(path))
          expect(found.keyAt(path)).toEqual(wanted.keyAt(path))
        }
      }),
      { seed: 20_260_102, numRuns: 5000 },
    )
    expect(plain).toBeGreaterThan(400)
  })

  test.each([
    ['a value of another type', 'a: true\n'],
    ['an empty value', 'a:\n'],
    ['an empty list', 'a: []\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['nested keys', 'a:\n  b: c\n'],
    ['nothing', ''],
  ])('is left to the library: %s', (_, text) => {
    expect(readPlainYaml(`#--\n${text}`)).toBeUndefined()
  })
})
