import { expect, test } from 'vitest'
import { readYaml } from '../../src/parse/yaml.ts'

const text = 'id: a\nlist:\n  - { b: 1, c: [x, "y z"] }\n  - d: >-\n      folded\n      text\nempty:\n'
const { data, findings, at, keyAt } = readYaml(text)
const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)

test('plain data', () => {
  expect(findings).toEqual([])
  expect(data).toEqual({ id: 'a', list: [{ b: 1, c: ['x', 'y z'] }, { d: 'folded text' }], empty: null })
})

test('the place of every value and key', () => {
  expect(words(at(['id']))).toBe('a')
  expect(words(keyAt(['id']))).toBe('id')
  expect(words(at(['list', 0]))).toBe('{ b: 1, c: [x, "y z"] }')
  expect(words(at(['list', 0, 'c', 1]))).toBe('"y z"')
  expect(words(keyAt(['list', 0, 'c']))).toBe('c')
  expect(words(at(['list', 1, 'd']))).toBe('>-\n      folded\n      text')
  expect(words(at(['list', 1]))).toBe('d: >-\n      folded\n      text')
  expect(at(['empty'])).toEqual({ start: text.indexOf('empty:') + 6, end: text.indexOf('empty:') + 6 })
})

test('where a missing thing belongs', () => {
  expect(at(['nothing'])).toEqual({ start: text.length, end: text.length })
  expect(at(['list', 0, 'e']).start).toBe(text.indexOf(' }'))
  expect(at(['list', 1, 'e']).start).toBe(text.indexOf('empty:'))
  expect(words(keyAt(['nothing']))).toBe(text.trimEnd())
})

test('numbers, dates and words are what the core schema says', () => {
  expect(readYaml('a: -3.5\nb: "2024-01-01"\nc: \'yes\'\nd: ~\ne: "1"\n1: f').data).toEqual({
    a: -3.5,
    b: '2024-01-01',
    c: 'yes',
    d: null,
    e: '1',
    '1': 'f',
  })
})

test.each([
  ['0x1f', 'number `0x1f`, expected decimal digits such as `31`: tools differ on what other figures mean'],
  ['0o7', 'number `0o7`, expected decimal digits such as `7`: tools differ on what other figures mean'],
  ['007', 'number `007`, expected decimal digits such as `7`: tools differ on what other figures mean'],
  ['2e3', 'number `2e3`, expected decimal digits such as `2000`: tools differ on what other figures mean'],
  ['+4', 'number `+4`, expected decimal digits such as `4`: tools differ on what other figures mean'],
  ['.5', 'number `.5`, expected decimal digits such as `0.5`: tools differ on what other figures mean'],
  ['.inf', 'number `.inf`, expected decimal digits: tools differ on what other figures mean'],
  [
    '1_000',
    'plain `1_000`, which some tools read as a number, expected decimal digits, or text in quotes: `"1_000"`',
  ],
  [
    '0b11',
    'plain `0b11`, which some tools read as a number, expected decimal digits, or text in quotes: `"0b11"`',
  ],
  [
    '3:20',
    'plain `3:20`, which some tools read as minutes and seconds, expected decimal digits, or text in quotes: `"3:20"`',
  ],
  ['2.0', 'number `2.0`, expected decimal digits such as `2`: tools differ on what other figures mean'],
  ['No', 'plain `No`, which some tools read as true or false, expected it in quotes: `"No"`'],
  ['off', 'plain `off`, which some tools read as true or false, expected it in quotes: `"off"`'],
  [
    '2026-01-31',
    'plain `2026-01-31`, which some tools read as a date, expected it in quotes: `"2026-01-31"`',
  ],
])('what YAML 1.1 reads differently is no data: %s', (value, message) => {
  for (const [text, start] of [
    [`a: ${value}\n`, 3],
    [`a: [x, ${value}]\n`, 7],
  ] as const)
    expect(readYaml(text).findings).toEqual([
      { at: { start, end: start + value.length }, message: `Unexpected ${message}` },
    ])
})

test.each(['0', '10', '-2', '1.50', 'yes-man', 'no one', '"on"', "'0x1f'", '1.2.3', 'v0x1', '9 to 5', 'one'])(
  'what every YAML reads alike is data: %s',
  (value) => expect(readYaml(`a: ${value}\n`).findings).toEqual([]),
)

test('no data with findings, and no prototype is touched', () => {
  const bad = readYaml('__proto__: { polluted: true }\n')
  expect(bad.data).toBeUndefined()
  expect(bad.findings).toEqual([
    { at: { start: 0, end: 9 }, message: 'Unexpected reserved key `__proto__`, expected another name' },
  ])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('brackets that are closed again do not add up', () => {
  expect(readYaml(`a: [${'[], '.repeat(200)}]`).findings).toEqual([])
  expect(readYaml(`# ${']'.repeat(500)}\na: ${'['.repeat(65)}${']'.repeat(65)}`).findings).toHaveLength(1)
  expect(readYaml(`a: ${'['.repeat(64)}${']'.repeat(64)}`).findings).toEqual([])
})
