import { expect, test } from 'vitest'
import { isAbsolute, maxUrlLength, relativeTarget } from '../../src/model/target.ts'

test.each([
  ['b.md', { path: 'drills/rounds/b.md', fragment: undefined }],
  ['./b.md#c', { path: 'drills/rounds/b.md', fragment: 'c' }],
  ['../rubric.md#a#b', { path: 'drills/rubric.md', fragment: 'a#b' }],
  ['#c', { path: 'drills/rounds/a.md', fragment: 'c' }],
  ['', { path: 'drills/rounds/a.md', fragment: undefined }],
  ['?x=1', { path: 'drills/rounds/a.md', fragment: undefined }],
  ['b.md?x=1#', { path: 'drills/rounds/b.md', fragment: '' }],
  ['b%20c.md#%C3%A9', { path: 'drills/rounds/b c.md', fragment: 'é' }],
  ['%zz.md#%', { path: 'drills/rounds/%zz.md', fragment: '%' }],
  ['../../..', { path: '..', fragment: undefined }],
  ['../../../../x', { path: '../../x', fragment: undefined }],
  ['..', { path: 'drills', fragment: undefined }],
])('%s', (url, target) => {
  expect(relativeTarget('drills/rounds/a.md', url)).toEqual(target)
})

test.each([
  'https://a.example',
  'HTTP:a',
  'x+y-z.1:a',
  '/a',
  '\\a',
  '//a',
  ' \t/a',
  'java\tscript:a',
  '\u0001mailto:a',
  'c:\\a',
])('%j is absolute', (url) => {
  expect(isAbsolute(url)).toBe(true)
  expect(relativeTarget('drills/rounds/a.md', url)).toBeUndefined()
})

test.each(['a:b/c'.slice(1), './a:b', '1a:b', 'a/b:c', '..\\a'])('%j is relative', (url) => {
  expect(isAbsolute(url)).toBe(false)
})

test('what is too long is not resolved', () => {
  expect(relativeTarget('a.md', 'x'.repeat(maxUrlLength))).toBeDefined()
  expect(relativeTarget('a.md', 'x'.repeat(maxUrlLength + 1))).toBeUndefined()
})
