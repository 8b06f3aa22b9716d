import type { Sets } from './min-hash.ts'

/** Numbers are told apart by their last bits. */
const classes = 256

/** A few bits of each set, to tell quickly how little two can have in common. */
export function sketch(sets: Sets): Int32Array {
  const bits = new Int32Array((sets.length * classes) / 32)
  for (const [index, set] of sets.entries()) {
    for (const value of set) {
      const at = (index * classes + (value & (classes - 1))) >>> 5
      bits[at] = (bits[at] ?? 0) | (1 << (value & 31))
    }
  }
  return bits
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** How many numbers of a set are missing in another, or more: a class that one has and the other has not is a number. */
export function missing(bits: Int32Array, of: number, from: number): number {
  let sum = 0
  for (let at = 0; at < classes / 32; at += 1)
    sum += ones((bits[(of * classes) / 32 + at] ?? 0) & ~(bits[(from * classes) / 32 + at] ?? 0))
  return sum
}
