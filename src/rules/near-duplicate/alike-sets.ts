import { eachMeeting, type Sets } from './min-hash.ts'
import { missing, sketch } from './sketch.ts'

/** Two sets of a list that are alike, with how many numbers they have in common. */
export interface Alike {
  readonly at: number
  /** The one that comes first in the list. */
  readonly other: number
  readonly both: number
}

/** What two sorted sets have in common: how many numbers, and the first. */
function common(one: Uint32Array, other: Uint32Array): { both: number; first: number } {
  let both = 0
  let first = 0
  for (let left = 0, right = 0; left < one.length && right < other.length; ) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0)
    if (difference === 0) {
      if (both === 0) first = one[left] ?? 0
      both += 1
    }
    if (difference <= 0) left += 1
    if (difference >= 0) right += 1
  }
  return { both, first }
}

/**
 * Finds the sets that share at least `share` of all their numbers, and at least one, with one before them in the list;
 * for each in the order of the first number in common. Numbers are of 32 bits without sign, sorted, each once.
 *
 * Not every pair is compared, only those that have one of many keys in common, which sets that are alike are all but
 * certain to have (MinHash with banding). Of pairs exactly at the share one in a million is missed, in every run the same.
 */
export function alikeSets(sets: Sets, share: number): Alike[] {
  const bits = sketch(sets)
  const found = new Map<number, Alike & { readonly first: number }>()
  eachMeeting(sets, share, (other, at) => {
    const [one, two] = [sets[other], sets[at]]
    if (!one || !two) return
    const most = Math.min(one.length - missing(bits, other, at), two.length - missing(bits, at, other))
    if (most < share * (one.length + two.length - most) - 1e-6) return
    if (found.has(at * sets.length + other)) return
    const { both, first } = common(one, two)
    if (both > 0 && both / (one.length + two.length - both) >= share)
      found.set(at * sets.length + other, { at, other, both, first })
  })
  return [...found.values()].sort((a, b) => a.at - b.at || a.first - b.first || a.other - b.other)
}
