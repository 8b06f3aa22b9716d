import { expect, test } from 'vitest'
import { beyondBounds, maxLines, maxMarks } from '../../src/parse/bounds.ts'

const lines = (amount: number): string => 'a\n'.repeat(amount)

test('lines are counted from the beginning of the file', () => {
  expect(beyondBounds(lines(maxLines), 0)).toBeUndefined()
  expect(beyondBounds(`${lines(maxLines)}b`, 0)?.at).toEqual({ start: 4000, end: 4000 })
  expect(beyondBounds(`${lines(maxLines)}b`, 4)?.message).toBe(
    'Unexpected line 2001, expected at most 2000 in a file',
  )
  expect(beyondBounds(lines(maxLines).replaceAll('\n', '\r\n'), 0)).toBeUndefined()
  expect(beyondBounds('\r'.repeat(maxLines + 1), 0)?.at.start).toBe(maxLines)
})

test('marks count behind the front matter', () => {
  const marked = '* *\n\n'.repeat(900)
  expect(beyondBounds(marked, 0)).toBeUndefined()
  expect(beyondBounds(`${'*'.repeat(maxMarks)}\n`, maxMarks)).toBeUndefined()
  expect(beyondBounds(`a\n\n${'*'.repeat(maxMarks + 1)}`, 0)?.at).toEqual({ start: 3, end: 5004 })
  const quotes = '> > > > > a\n\n'.repeat(999)
  expect(beyondBounds(quotes, 0)).toBeUndefined()
  expect(beyondBounds('> > > > > > a\n\n'.repeat(999), 0)?.message).toMatch(/^Unexpected 5004 brackets/)
})

test('marks times length of a paragraph', () => {
  const long = `${'*'.repeat(1000)} ${'word '.repeat(2000)}`
  expect(beyondBounds(`${long.slice(0, 9000)}\n`, 0)).toBeUndefined()
  expect(beyondBounds(`a\n\n${long}\nb`, 0)?.at).toEqual({ start: 3, end: 3 + long.length })
  const split = `${'*'.repeat(1000)}\n\n${'word '.repeat(2000)}`
  expect(beyondBounds(split, 0)).toBeUndefined()
})

test('the sum over all paragraphs', () => {
  const paragraph = `${'*'.repeat(300)} ${'word '.repeat(600)}\n\n`
  expect(beyondBounds(paragraph.repeat(10), 0)).toBeUndefined()
  const at = beyondBounds(paragraph.repeat(12), 0)?.at
  expect(at?.start).toBe(paragraph.length * 10)
})
