import { expect, test } from 'vitest'
import { readFrontMatter } from '../../src/parse/front-matter.ts'

const anything = Object.assign(() => true, { errors: null })
const read = (text: string) => readFrontMatter<Record<string, unknown>>(text, anything, {})

test('offsets are those of the file', () => {
  const text = '---\r\nid: a\r\n---\r\n\r\n# T\r\n'
  const { matter, findings, closed, end } = read(text)
  expect([matter.data, findings, closed]).toEqual([{ id: 'a' }, [], true])
  expect(text.slice(matter.at(['id']).start, matter.at(['id']).end)).toBe('a')
  expect(matter.at(['x'])).toEqual({ start: 12, end: 12 })
  expect(text.slice(end)).toBe('\r\n\r\n# T\r\n')
})

test('a fence inside a value closes it: lines decide', () => {
  const { matter, end } = read('---\nid: |\n  a\n---\nb\n---\n')
  expect(matter.data).toEqual({ id: 'a\n' })
  expect(end).toBe(17)
})

test('whether the rest can be read', () => {
  expect(read('# T\n\n## Answer\n')).toMatchObject({ closed: true, foreign: false, end: 0 })
  expect(read('# T\n')).toMatchObject({ closed: true, foreign: true })
  expect(read('---\nid: a\n')).toMatchObject({ closed: false })
  expect(read('\n---\nid: a\n---\n')).toMatchObject({ closed: false })
  expect(read('---\nid: [\n---\n')).toMatchObject({ closed: true, end: 13 })
  expect(read('## Prompt\n\ntext\n\n---\n\nmore\n')).toMatchObject({ closed: true, end: 0 })
})
