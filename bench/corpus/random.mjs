/**
 * A stream of numbers that only depends on its seed and index. The generator (sfc32) has 128 bits of state: with
 * 32 bits the streams of 100,000 drills would run into one another and repeat whole prompts.
 * @returns a function that gives a whole number from 0 to below `limit`
 */
export function createRandom(seed, index) {
  let [a, b, c, counter] = [seed | 0, index | 0, 0x9e3779b9 | 0, 1]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first numbers still resemble the seed.
  for (let round = 0; round < 15; round += 1) next()
  return (limit) => Math.floor((next() / 4294967296) * limit)
}

/** One of the values. */
export const pick = (random, values) => values[random(values.length)]

/** Some of the values, each once, in their order. */
export function sample(random, values, size) {
  const left = values.map((_, index) => index)
  while (left.length > size) left.splice(random(left.length), 1)
  return left.map((index) => values[index])
}
