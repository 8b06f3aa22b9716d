/** A 32-bit hash of two numbers: neighbouring drills get unrelated streams. */
function mix(seed, index) {
  let value = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  return (value ^ (value >>> 15)) >>> 0
}

/**
 * A stream of numbers that only depends on its seed and index (mulberry32).
 * @returns a function that gives a whole number from 0 to below `limit`
 */
export function createRandom(seed, index) {
  let state = mix(seed, index)
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4294967296) * limit)
  }
}

/** One of the values. */
export const pick = (random, values) => values[random(values.length)]

/** Some of the values, each once, in their order. */
export function sample(random, values, size) {
  const left = values.map((_, index) => index)
  while (left.length > size) left.splice(random(left.length), 1)
  return left.map((index) => values[index])
}
