import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/parse/markdown.ts'
import { maxDepth, nestingAfter, nestingBefore } from '../../src/parse/nesting.ts'

test.each(['> ', '>', '- ', '+ ', '* ', '1. ', '1) ', '> - '])('%j opens levels', (marker) => {
  const most = marker.repeat(Math.floor(maxDepth / (marker.length === 4 ? 2 : 1)))
  expect(nestingBefore(`text\n${most}a`)).toBeUndefined()
  expect(nestingBefore(`text\n${most}${marker}a`)?.at.start).toBe(5)
})

test('lines may end in any way, and be indented', () => {
  const deep = '> '.repeat(33)
  for (const end of ['\n', '\r\n', '\r'])
    expect(nestingBefore(`a${end}  ${deep}b`)?.at).toEqual({
      start: 3 + end.length,
      end: 2 + end.length + 66,
    })
})

test('what opens nothing', () => {
  expect(nestingBefore('-'.repeat(80))).toBeUndefined()
  expect(nestingBefore('- '.repeat(80))).toBeUndefined()
  expect(nestingBefore('*'.repeat(80))).toBeUndefined()
  expect(nestingBefore(`a ${'> '.repeat(80)}`)).toBeUndefined()
  expect(nestingBefore('1.1.1.1.'.repeat(3))).toBeUndefined()
})

test('items behind more blanks than any level needs', () => {
  expect(nestingBefore(`${' '.repeat(96)}- a`)).toBeUndefined()
  expect(nestingBefore(`${' '.repeat(97)}- a`)?.at).toEqual({ start: 97, end: 98 })
  expect(nestingBefore(`${'\t'.repeat(25)}- a`)?.at).toEqual({ start: 25, end: 26 })
})

test('the tree is measured without recursion', () => {
  const emphasis = (levels: number): string => `${'*a _b '.repeat(levels)}c${'_*'.repeat(levels)}`
  expect(nestingAfter(parseMarkdown(emphasis(14)))).toBeUndefined()
  const text = emphasis(20)
  const found = nestingAfter(parseMarkdown(text))
  expect(text.slice(found?.at.start, found?.at.end)).toBe('a ')
})
