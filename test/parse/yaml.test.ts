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
  expect(readYaml('a: 0x1f\nb: 2024-01-01\nc: yes\nd: ~\ne: "1"\n1: f').data).toEqual({
    a: 31,
    b: '2024-01-01',
    c: 'yes',
    d: null,
    e: '1',
    '1': 'f',
  })
})

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
