import { beforeAll, describe, expect, test } from 'vitest'
import { type Scripts, suggestScripts } from '../support/suggest.ts'
import { zip } from '../support/zip.ts'

let scripts: Scripts
beforeAll(async () => {
  scripts = await suggestScripts()
})

describe('a zip file', () => {
  const most = { 'fixes.diff': 100, 'pull-request.json': 10 }
  const read = (bytes: Uint8Array) => Object.fromEntries(scripts.textsOfZip(bytes, most))

  test('is read, packed or not', () => {
    const entries = [
      { name: 'fixes.diff', text: 'a\n' },
      { name: 'pull-request.json', text: '{}', stored: true },
    ]
    expect(read(zip(entries))).toEqual({ 'fixes.diff': 'a\n', 'pull-request.json': '{}' })
    expect(read(zip([]))).toEqual({})
  })

  const damaged = 'a zip file that is damaged, or holds too much'
  const name = 'fixes.diff'
  test.each([
    ['no zip file', Buffer.from('x'.repeat(100)), 'no zip file'],
    ['nothing', Buffer.alloc(0), 'no zip file'],
    ['a path', zip([{ name: '../fixes.diff', text: 'x' }]), 'an entry that is not expected'],
    ['another file', zip([{ name: 'scripts/suggest.mjs', text: 'x' }]), 'an entry that is not expected'],
    ['a name of every object', zip([{ name: 'constructor', text: 'x' }]), 'an entry that is not expected'],
    [
      'a file twice',
      zip([
        { name, text: 'x' },
        { name, text: 'y' },
      ]),
      'an entry that is there twice',
    ],
    ['a bomb', zip([{ name, text: Buffer.alloc(50_000_000) }]), damaged],
    [
      'too much that is not packed',
      zip([{ name, text: 'x'.repeat(101), stored: true }]),
      'an entry that is too large, or packed in an unknown way',
    ],
    ['a size beyond the file', zip([{ name, text: 'x', size: 9999 }]), 'an entry longer than the file'],
    ['a size of 4 GiB', zip([{ name, text: 'x', size: 0xffffffff }]), 'an entry longer than the file'],
    ['data that ends too early', zip([{ name, text: 'x'.repeat(50), size: 2 }]), damaged],
    ['no UTF-8', zip([{ name, text: Buffer.from([0xff, 0xfe]) }]), damaged],
    [
      'no entries where they should be',
      Buffer.concat([Buffer.alloc(40), zip([{ name, text: 'x' }]).subarray(-22)]),
      'no list of entries',
    ],
  ])('with %s is refused', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(new Error(message))
  })
})
