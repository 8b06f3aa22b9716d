import { describe, expect, test } from 'vitest'
import { valid } from '../../support/corpus.ts'
import { ofQuestion } from '../../support/found.ts'
import { checked, checkedProse } from './checked.ts'

const most = 100_000
const many = (part: string): string => part.repeat(Math.ceil(most / part.length))

/** Texts that might take long, or break something. */
const texts: Readonly<Record<string, string>> = {
  'parentheses that open': `${many('(')}5 × 5 = 25`,
  'parentheses that close': `5 × 5${many(')')} = 25`,
  'parentheses in parentheses': `${'('.repeat(5000)}5${')'.repeat(5000)} × 5 = 25`,
  'equations in parentheses': many('(5 × 5 = 25 '),
  'a sum of a kilometre': `${many('5 + ')}5 = 25`,
  'a chain of a kilometre': many('5 × 5 = '),
  'signs of equality': many('= '),
  'powers of powers': `${many('9^')}9 = 25`,
  'roots of roots': `${many('√')}9 = 25`,
  'minus after minus': `${many('- ')}5 = 25`,
  'a number of many digits': `5 × ${many('5')} = 25`,
  'many numbers of many digits': `5 × ${many('5 ')} = 25`,
  'commas between digits': `5${many(',')}5 × 5 = 25`,
  'slashes between digits': `${many('5/')}5 = 25`,
  'words behind a number': `5 ${many('word ')}× 5 = 25`,
  'shares of shares': `${many('5 of ')}5 = 25`,
  roundings: `5 × 5 = 26 ${many('(rounded ')}`,
  superscripts: `5${many('²')} = 25`,
  backslashes: many('\\'),
  'blanks behind the sign': `5 × 5 =${many(' ')}25`,
  'numbers beyond all bounds': `${many('1e99 × ')}5 = 25`,
}

describe('ends soon, without a word or with one that says what to write', () => {
  test.each(Object.entries(texts))('%s', (_, text) => {
    const before = performance.now()
    for (const message of checkedProse(text).messages) {
      expect(message).toMatch(/^Unexpected .+, expected .+$/s)
      expect(message.length).toBeLessThan(300)
    }
    expect(performance.now() - before).toBeLessThan(20_000)
  })
})

test('more calculations than any drill has', () => {
  const many = `${'5 × 5 = 25. '.repeat(1000)}6 × 6 = 35. 6 × 6 = 35.`
  const found = ofQuestion(valid.question.replace('The share', `${many} The share`))
  expect(found.filter((line) => line.includes('arithmetic:'))).toEqual([
    expect.stringMatching(
      /^\d+:12010-\d+:12012 «35» arithmetic: Unexpected calculation 1001, expected at most 1000 in a drill$/,
    ),
  ])
})

test('a result that nobody can write', () => {
  expect(checked('9^99 × 9^99 = 5, 10^300 × 10^300 = 5').messages).toEqual([
    'Unexpected `5`, expected `8.710e+188` (9^99 × 9^99 comes to 8.710e+188)',
    'Unexpected result `5` of a calculation that has none (10^300 × 10^300), expected one that comes to a number',
  ])
})

test('text of the author in a message is cut and harmless', () => {
  const found = ofQuestion(
    valid.question.replace('The share', `::error::${'5 + '.repeat(60)}5 = 306. The share`),
  )
  expect(found.filter((line) => line.includes('arithmetic'))).toEqual([
    expect.stringMatching(
      /^\d+:\d+-\d+:\d+ «306» arithmetic: Unexpected `306`, expected `305` \(5( \+ 5)+ ?\+?… comes to 305\)$/,
    ),
  ])
})
