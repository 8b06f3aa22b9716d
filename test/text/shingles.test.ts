import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packShingles, shingles, unpackShingles } from '../../src/text/shingles.ts'

test('shingles are runs of three words, each once, whatever the punctuation', () => {
  expect(shingles('a b c d')).toHaveLength(2)
  expect(shingles('A, b! (c) d…')).toEqual(shingles('a b c d'))
  expect(shingles('a b c a b c a b c')).toHaveLength(3)
  expect(shingles('a b')).toHaveLength(0)
})

test('what is packed is what comes back, sets of all sizes at once', () => {
  fc.assert(
    fc.property(fc.array(fc.uint32Array({ maxLength: 20 })), (sets) => {
      expect(unpackShingles(sets.map(packShingles))).toEqual(sets)
    }),
    { seed: 20_260_101 },
  )
})

test('a number that was cut off is left out, and moves no other', () => {
  const whole = packShingles(Uint32Array.of(1, 2))
  const cut = Buffer.from([7, 0, 0, 0, 9, 9, 9]).toString('base64')
  expect(unpackShingles([cut, whole, ''])).toEqual([
    Uint32Array.of(7),
    Uint32Array.of(1, 2),
    new Uint32Array(),
  ])
})
