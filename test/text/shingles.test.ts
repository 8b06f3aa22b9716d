import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packShingles, shingles, unpackShingles } from '../../src/text/shingles.ts'

test('shingles are runs of three words, each once, whatever the punctuation', () => {
  expect(shingles('a b c d')).toHaveLength(2)
  expect(shingles('A, b! (c) d…')).toEqual(shingles('a b c d'))
  expect(shingles('a b c a b c a b c')).toHaveLength(3)
  expect(shingles('a b')).toHaveLength(0)
})

test('what is packed is what comes back', () => {
  fc.assert(
    fc.property(fc.uint32Array({ maxLength: 20 }), (runs) => {
      expect(unpackShingles(packShingles(runs))).toEqual(runs)
    }),
    { seed: 20_260_101 },
  )
})

test('a number that was cut off is left out', () => {
  const cut = Buffer.from([7, 0, 0, 0, 9, 9, 9]).toString('base64')
  expect(unpackShingles(cut)).toEqual(Uint32Array.of(7))
  expect(unpackShingles('')).toEqual(new Uint32Array())
})
