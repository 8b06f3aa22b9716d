import { expect, test } from 'vitest'
import { decode, tooLarge } from '../../src/parse/encoding.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('text without a byte order mark, and with one', () => {
  expect(decode(bytes('a'))).toEqual({ text: 'a', base: 0, findings: [] })
  const { text, base, findings } = decode(bytes('\ufeffa'))
  expect([text, base]).toEqual(['a', 1])
  expect(findings.map(({ at }) => at)).toEqual([{ start: -1, end: 0 }])
  expect(decode(bytes(''))).toEqual({ text: '', base: 0, findings: [] })
})

test.each([
  [[0x61, 0x80], 1],
  [[0xc3], 0],
  [[0xe2, 0x82, 0xac, 0xe2, 0x82], 1],
  [[0xf0, 0x9f, 0x8e, 0x99, 0xff], 2],
  [[0xc0, 0x80], 0],
  [[0xf5, 0x80, 0x80, 0x80], 0],
  [[0xef, 0xbb, 0xbf, 0x61, 0xff], 1],
])('the first invalid byte of %j', (content, start) => {
  const [found, ...more] = decode(Uint8Array.from(content)).findings.filter(({ message }) =>
    message.includes('UTF-8'),
  )
  expect(more).toEqual([])
  expect(found?.at).toEqual({ start, end: start + 1 })
})

test('broken bytes become replacement characters, and the rest is read', () => {
  expect(decode(Uint8Array.from([0x61, 0xff, 0x62])).text).toBe('a\ufffdb')
})

test('a size that is too large', () => {
  expect(tooLarge(262_145)).toEqual({
    rule: 'encoding',
    at: { start: 0, end: 0 },
    message: 'Unexpected size of 262145 bytes, expected at most 262144 (256 KiB)',
  })
})
