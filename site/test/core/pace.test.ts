import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paceOf } from '../../src/core/speaking/pace.ts'
import { wavOf } from '../../src/core/speaking/wav.ts'

const rate = 8_000

/** Noise between −1 and 1 that is the same in every run. */
function noise(): () => number {
  let seed = 1
  return () => {
    seed = (seed * 16_807) % 2_147_483_647
    return (2 * seed) / 2_147_483_647 - 1
  }
}

interface Sound {
  /** From 0 to 1. */
  readonly level: number
  readonly seconds: number
}

/** Sound as speech is: a tone whose loudness rises and falls four times a second, over the noise of a room. */
function samples(sounds: readonly Sound[], room = 0.0005): Float32Array {
  const random = noise()
  const values = sounds.flatMap(({ level, seconds }) =>
    Array.from({ length: Math.round(seconds * rate) }, (_, index) => {
      const time = index / rate
      const syllable = 0.2 + 0.8 * Math.abs(Math.sin(Math.PI * 4 * time))
      return level * syllable * Math.sin(2 * Math.PI * 220 * time) + room * random()
    }),
  )
  return Float32Array.from(values)
}

const speech = (seconds: number, level = 0.3): Sound => ({ level, seconds })
const silence = (seconds: number): Sound => ({ level: 0, seconds })

test('speech, its long pauses and their places are found to a few hundredths of a second', () => {
  const sound = [
    silence(3),
    speech(4),
    silence(2.5),
    speech(3),
    silence(1),
    speech(2),
    silence(4),
    speech(1),
    silence(3),
  ]
  const { length, speaking, pauses } = paceOf(samples(sound), rate)
  expect(length).toBe(23_500)
  expect(Math.abs(speaking - 10_000)).toBeLessThanOrEqual(200)
  expect(pauses).toHaveLength(2)
  for (const [index, { at, length: lasts }] of [
    [0, { at: 7_000, length: 2_500 }],
    [1, { at: 15_500, length: 4_000 }],
  ] as const) {
    expect(Math.abs((pauses[index]?.at ?? 0) - at)).toBeLessThanOrEqual(100)
    expect(Math.abs((pauses[index]?.length ?? 0) - lasts)).toBeLessThanOrEqual(100)
  }
})

describe('the same answer', () => {
  const sound = [speech(4), silence(3), speech(4)]
  test.each([
    ['through a quiet microphone', samples(sound.map((each) => ({ ...each, level: each.level / 20 })))],
    ['beside a fan', samples(sound, 0.03)],
    ['so loud that it clips', samples(sound, 0.002).map((value) => Math.max(-1, Math.min(1, value * 8)))],
    ['from a card that adds a constant', samples(sound).map((value) => value + 0.2)],
    ['with digital silence between', samples(sound, 0)],
  ])('%s has the same pace', (_, values) => {
    const { speaking, pauses } = paceOf(values, rate)
    expect(Math.abs(speaking - 8_000)).toBeLessThanOrEqual(400)
    expect(pauses).toHaveLength(1)
  })
})

test.each([
  ['nothing', new Float32Array(0), 0],
  ['less than a frame', samples([speech(0.01)]), 10],
  ['digital silence', new Float32Array(rate * 5), 5_000],
  ['a quiet room', samples([silence(5)]), 5_000],
  ['a loud fan', samples([silence(5)], 0.5), 5_000],
  [
    'a fan that turns faster after a while',
    Float32Array.from([...samples([silence(3)], 0.1), ...samples([silence(2)], 0.25)]),
    5_000,
  ],
  ['a steady constant', new Float32Array(rate * 2).fill(1), 2_000],
])('%s is no speech', (_, values, length) => {
  expect(paceOf(values, rate)).toEqual({ length, speaking: 0, pauses: [] })
})

test('a click in a long pause is no word', () => {
  // Each half of it is no long pause.
  const sound = [speech(4), silence(1.5), speech(0.03, 0.9), silence(1.5), speech(4)]
  const { pauses } = paceOf(samples(sound), rate)
  expect(pauses).toHaveLength(1)
})

test('whatever the sound, its parts fit into its length', () => {
  const bit = fc.record({
    level: fc.double({ min: 0, max: 1, noNaN: true }),
    seconds: fc.double({ min: 0, max: 3, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 6 }), fc.constantFrom(8_000, 11_025, 16_000), (sounds, each) => {
      const { length, speaking, pauses } = paceOf(samples(sounds), each)
      const silent = pauses.reduce((sum, pause) => sum + pause.length, 0)
      expect(speaking + silent).toBeLessThanOrEqual(length)
      expect(pauses.every((pause) => pause.length >= 2_000 && pause.at > 0)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('samples become a sound of one channel with 16 bits', () => {
  const view = new DataView(wavOf(Float32Array.from([0, 1, -1, 2]), 16_000))
  const words = (at: number): string =>
    String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)))
  expect([words(0), words(8), words(12), words(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data'])
  expect([view.byteLength, view.getUint32(4, true), view.getUint32(24, true)]).toEqual([52, 44, 16_000])
  expect([44, 46, 48, 50].map((at) => view.getInt16(at, true))).toEqual([0, 32_767, -32_767, 32_767])
})
