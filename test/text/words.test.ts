import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean } from '../../src/text/did-you-mean.ts'
import { count, withArticle } from '../../src/text/grammar.ts'
import { locator } from '../../src/text/locator.ts'
import { oneOf, quote } from '../../src/text/quote.ts'
import { sharedRuns } from '../../src/text/shared-runs.ts'
import { singularSlug, slug, title } from '../../src/text/slug.ts'
import { countWords, words } from '../../src/text/words.ts'

test('words', () => {
  expect(words('It’s 3.5 GPU-hours, e.g. naïve—really')).toEqual([
    'it’s',
    '3.5',
    'gpu-hours',
    'e.g',
    'naïve',
    'really',
  ])
  expect(words('… – ! ')).toEqual([])
})

test.each([
  ['CI/CD', 'ci-cd'],
  ['Online SLOs', 'online-slos'],
  ['  A & B! ', 'a-b'],
  ['Café\u0301', 'café'],
  ['東京', '東京'],
  ['…', ''],
])('slug of %j', (text, expected) => {
  expect(slug(text.normalize('NFD').normalize('NFC') === text ? text : text.replace('é\u0301', 'é'))).toBe(
    expected,
  )
})

test('singular', () => {
  expect(singularSlug('Failure modes')).toBe('failure-mode')
  expect(singularSlug('Policies')).toBe('policy')
  expect(singularSlug('ASRs')).toBe('asr')
  expect(singularSlug('is')).toBe('is')
})

test('did you mean', () => {
  const known = ['latency', 'quality', 'alerts', 'online-slos', 'ci-cd']
  expect(didYouMean('latancy', known)).toBe('latency')
  expect(didYouMean('alert', known)).toBe('alerts')
  expect(didYouMean('online-slo', known)).toBe('online-slos')
  expect(didYouMean('cicd', known)).toBe('ci-cd')
  expect(didYouMean('latnecy', known)).toBe('latency')
  expect(didYouMean('throughput', known)).toBeUndefined()
  expect(didYouMean('x'.repeat(100_000), known)).toBeUndefined()
  expect(didYouMean('', known)).toBeUndefined()
  expect(didYouMean('latency', [])).toBeUndefined()
})

test('words in messages', () => {
  expect([oneOf([]), oneOf(['a']), oneOf(['a', 'b']), oneOf(['a', 'b', 'c'], 'and')]).toEqual([
    '',
    '`a`',
    '`a` or `b`',
    '`a`, `b` and `c`',
  ])
  expect([count(1, 'word'), count(0, 'word'), count(2, 'word')]).toEqual(['1 word', '0 words', '2 words'])
  expect([withArticle('round'), withArticle('incident')]).toEqual(['a round', 'an incident'])
  expect(title('data-retention')).toBe('Data retention')
  expect(quote('a `b`\n\tc')).toBe('`a ˋbˋ c`')
  expect(quote('x'.repeat(80))).toBe(`\`${'x'.repeat(59)}…\``)
})

test('places: every line end, past both ends, and behind a byte order mark', () => {
  const locate = locator('ab\r\nc\rd\n')
  const at = (offset: number): string => {
    const { line, column } = locate({ start: offset, end: offset })
    return `${line}:${column}`
  }
  expect([0, 2, 3, 4, 5, 6, 7, 8, 99, -5].map(at)).toEqual([
    '1:1',
    '1:3',
    '1:4',
    '2:1',
    '2:2',
    '3:1',
    '3:2',
    '4:1',
    '4:1',
    '1:1',
  ])
  const behind = locator('ab\nc', 1)
  expect(behind({ start: -1, end: 0 })).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 2 })
  expect(behind({ start: 0, end: 3 })).toEqual({ line: 1, column: 2, endLine: 2, endColumn: 1 })
  expect(locator('')({ start: 0, end: 1 })).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1 })
})

test('shared runs, each at its longest and once', () => {
  const text = 'one two three four five. | ONE two, three four! x | one two three'
  const [left = 0, middle = 0, end = text.length] = [text.indexOf('|'), text.lastIndexOf('|')]
  const runs = (length: number): string[] =>
    sharedRuns(
      text,
      [{ start: 0, end: left }],
      [
        { start: left, end: middle },
        { start: middle, end },
      ],
      length,
    ).map(({ one, other }) => `${text.slice(one.start, one.end)} / ${text.slice(other.start, other.end)}`)
  expect(runs(3)).toEqual(['one two three four / ONE two, three four'])
  expect(runs(5)).toEqual([])
  expect(sharedRuns(text, [], [{ start: 0, end }], 2)).toEqual([])
})

test('words are what the expression says, in ASCII and beyond it', () => {
  const expression = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu
  const part = fc.constantFrom(
    'a',
    'B',
    '9',
    "'",
    '’',
    '.',
    '-',
    ' ',
    'é',
    'İ',
    '😀',
    '𝒜',
    '\ud835',
    '中',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const found = text.toLowerCase().match(expression) ?? []
      expect(words(text)).toEqual([...found])
      expect(countWords(text)).toBe(found.length)
    }),
    { seed: 20_260_101, numRuns: 2000 },
  )
})
