import fc from 'fast-check'
import { toString as plain } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import { inline } from '../../../src/commands/new/inline.ts'
import { literalMarkup } from '../../../src/parse/literal-markup/literal-markup.ts'
import { parseMarkdown } from '../../../src/parse/markdown.ts'
import { plainMarkdown } from '../../../src/parse/plain-markdown.ts'

describe('marks get a backslash only where one of them means something', () => {
  test.each([
    ['Voice notes: 5 % of A&B, snake_case, 2 * 3', 'Voice notes: 5 % of A&B, snake_case, 2 * 3'],
    ['C #', 'C \\#'],
    ['---', '---'],
    ['*bold*', '\\*bold\\*'],
    ['<b>', '\\<b\\>'],
    ['[a](b)', '\\[a\\](b)'],
    ['a &amp; b', 'a \\&amp; b'],
    ['{{ x }}', '\\{\\{ x \\}\\}'],
    ['[^1]', '\\[\\^1\\]'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['**half', '\\*\\*half'],
    [':tada: ==now==', '\\:tada: \\==now\\=='],
    ['`code`', '\\`code\\`'],
  ])('%j becomes %j', (text, written) => {
    expect(inline(text)).toBe(written)
  })
})

test('code stays code where it is allowed', () => {
  expect(inline('Notes behind `/search`', { code: true })).toBe('Notes behind `/search`')
  expect(inline('Notes behind `/search', { code: true })).toBe('Notes behind \\`/search')
  expect(inline('`a` *b*', { code: true })).toBe('\\`a\\` \\*b\\*')
})

test('whatever the text, Markdown shows it and nothing else', () => {
  const mark = fc.constantFrom(...'\\`*_[]<>()&#~|{}$%^!-+.:;=" \'aé1'.split(''))
  const line = fc.string({ unit: mark, minLength: 1, maxLength: 24 }).map((text) => text.trim())
  fc.assert(
    fc.property(line, (text) => {
      const source = `# ${inline(text)}`
      const tree = parseMarkdown(source)
      expect(tree.children.map(({ type }) => type)).toEqual(['heading'])
      expect(plain(tree)).toBe(text)
      expect(plainMarkdown(tree, source)).toEqual([])
      expect(literalMarkup(tree, source, { criteria: [], headings: [] })).toEqual([])
    }),
    { numRuns: 2000, seed: 7 },
  )
})
