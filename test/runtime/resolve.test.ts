import { expect, test } from 'vitest'
import { resolver } from '../../src/runtime/resolve.ts'

const resolve = resolver(['live', 'new-name', 'one', 'two'], {
  renamed: { 'old-name': 'new-name', 'older-name': 'new-name' },
  split: { both: { ids: ['one', 'two'], reason: 'it was two things' } },
  retired: { tapes: 'nobody uses tapes' },
})

test.each([
  ['live', { status: 'active', id: 'live' }],
  ['new-name', { status: 'active', id: 'new-name' }],
  ['old-name', { status: 'renamed', id: 'new-name' }],
  ['older-name', { status: 'renamed', id: 'new-name' }],
  ['both', { status: 'split', ids: ['one', 'two'], reason: 'it was two things' }],
  ['tapes', { status: 'retired', reason: 'nobody uses tapes' }],
  ['never-there', { status: 'unknown' }],
  ['', { status: 'unknown' }],
  ['LIVE', { status: 'unknown' }],
  ['constructor', { status: 'unknown' }],
  ['__proto__', { status: 'unknown' }],
  ['toString', { status: 'unknown' }],
])('%s', (id, resolution) => {
  expect(resolve(id)).toEqual(resolution)
})

test('an id that is published wins over a redirect of it', () => {
  const both = resolver(['a'], { renamed: { a: 'b' }, split: {}, retired: { a: 'gone' } })
  expect(both('a')).toEqual({ status: 'active', id: 'a' })
})
