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
  expect(beyondBounds(`a\n\n${long}\nb`, 0)?.at).toEqual({ start: 3, end: 3 + long.length + 2 })
  const split = `${'*'.repeat(1000)}\n\n${'word '.repeat(2000)}`
  expect(beyondBounds(split, 0)).toBeUndefined()
})

test('the sum over all paragraphs', () => {
  const paragraph = `${'*'.repeat(300)} ${'word '.repeat(600)}\n\n`
  expect(beyondBounds(paragraph.repeat(10), 0)).toBeUndefined()
  const found = beyondBounds(paragraph.repeat(12), 0)
  expect(found?.at).toEqual({ start: 0, end: paragraph.trimEnd().length + 1 })
  expect(found?.message).toBe(
    'Unexpected 3600 brackets, asterisks and other Markdown marks in long paragraphs, expected shorter ones; the costliest is this one, with 300 in 3301 characters',
  )
})

test('the costliest paragraph is blamed, not the one that is one too much', () => {
  const paragraph = `${'*'.repeat(900)} ${'word '.repeat(400)}`
  const long = `${'['.repeat(1100)} ${'word '.repeat(1400)}`
  const small = '[a] [b] [c] d'
  const text = `${paragraph}\n\n${long}\n\n${small}\n`
  const found = beyondBounds(`${text}\n${paragraph}\n`, 0)
  const start = paragraph.length + 2
  expect(found).toEqual({
    rule: 'encoding',
    at: { start, end: start + long.length },
    message:
      'Unexpected 1100 brackets, asterisks and other Markdown marks in one paragraph of 8101 characters, expected shorter paragraphs',
  })
  const many = beyondBounds(
    `${`${paragraph}\n\n`.repeat(3)}${paragraph.slice(0, 2460)}\n\n${small.repeat(40)}\n`,
    0,
  )
  expect(many?.at).toEqual({ start: 0, end: paragraph.length })
})
