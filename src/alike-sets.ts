type Sets = readonly (readonly number[])[]

/** Two sets of a list that are alike, with how many numbers they have in common. */
export interface Alike {
  readonly at: number
  /** The one that comes first in the list. */
  readonly other: number
  readonly both: number
}

/** Least numbers in common, by a bound. Rounding may let one too few pass, never one too many. */
const least = (bound: number): number => Math.max(1, Math.ceil(bound - 1e-6))

/** How many numbers a set must have in common with any set like it. */
const leastOf = (size: number, share: number): number => least(share * size)

/** The same with one that is no smaller: so many more, that it is enough to know fewer of its rare numbers. */
const leastOfSmaller = (size: number, share: number): number => least(((2 * share) / (1 + share)) * size)

/**
 * How many rare numbers sets that are alike must share to be compared, where that many must be alike at all. One would
 * do; with four, of which chance alone seldom makes a pair, 10,000 prompts of like wording take a sixth of the time.
 */
const votes = 4

const add = (table: Int32Array, at: number, by = 1): void => {
  table[at] = (table[at] ?? 0) + by
}

/** How often the numbers of all sets occur, by their last bits: numbers that collide count as one. */
function countTable(sets: Sets): Int32Array {
  const total = sets.reduce((sum, { length }) => sum + length, 0)
  const counts = new Int32Array(2 ** Math.min(22, Math.ceil(Math.log2(total + 1)) + 1))
  for (const set of sets) for (const value of set) add(counts, value & (counts.length - 1))
  return counts
}

interface Rarest {
  /** Of every set in turn its rarest numbers, the rarest first; so many that sets which are alike share `votes` of them. */
  readonly values: Uint32Array
  /** Where those of a set begin. */
  readonly starts: Int32Array
  /** Whose each is. */
  readonly owners: Int32Array
}

/** How many of a set's rarest numbers hold `votes` of the `least` that it shares with another. */
const prefixOf = (size: number, least: number): number => Math.min(size, Math.max(0, size - least + votes))

function rarestOf(sets: Sets, share: number, counts: Int32Array): Rarest {
  const starts = new Int32Array(sets.length + 1)
  for (const [index, { length }] of sets.entries())
    starts[index + 1] = (starts[index] ?? 0) + prefixOf(length, leastOf(length, share))
  const values = new Uint32Array(starts[sets.length] ?? 0)
  const owners = new Int32Array(values.length)
  for (const [index, set] of sets.entries()) {
    const [start = 0, end = 0] = starts.subarray(index, index + 2)
    // How often, then which: one order for all sets, in numbers that a double holds.
    const keys = new Float64Array(set.length)
    for (let at = 0; at < set.length; at += 1) {
      const value = set[at] ?? 0
      keys[at] = (counts[value & (counts.length - 1)] ?? 0) * 2 ** 32 + value
    }
    keys.sort()
    for (let at = start; at < end; at += 1) values[at] = (keys[at - start] ?? 0) % 2 ** 32
    owners.fill(index, start, end)
  }
  return { values, starts, owners }
}

/** Where among the rarest the numbers stand, by their last bits: `places` from `starts[bits]` to `starts[bits + 1]`. */
interface Index {
  readonly places: Int32Array
  readonly starts: Int32Array
}

function indexOf(sets: Sets, share: number, { values, starts: from }: Rarest, size: number): Index {
  const visit = (each: (at: number, bits: number) => void): void => {
    for (const [owner, { length }] of sets.entries()) {
      const start = from[owner] ?? 0
      const end = Math.min(from[owner + 1] ?? 0, start + prefixOf(length, leastOfSmaller(length, share)))
      for (let at = start; at < end; at += 1) each(at, (values[at] ?? 0) & (size - 1))
    }
  }
  const starts = new Int32Array(size + 1)
  visit((_, bits) => add(starts, bits + 1))
  for (let bits = 0; bits < size; bits += 1) add(starts, bits + 1, starts[bits])
  const next = starts.slice()
  const places = new Int32Array(starts[size] ?? 0)
  visit((at, bits) => {
    places[next[bits] ?? 0] = at
    add(next, bits)
  })
  return { places, starts }
}

/** What two sorted sets have in common: how many numbers, and the first. */
function common(one: readonly number[], other: readonly number[]): { both: number; first: number } {
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
 * To count what each pair has in common takes time that grows with the square of the list where many share a few usual
 * numbers. Two sets that are alike share rare ones too, so only those that do are compared (prefix filtering, as in
 * AllPairs and PPJoin).
 */
export function alikeSets(sets: Sets, share: number): Alike[] {
  const counts = countTable(sets)
  const rarest = rarestOf(sets, share, counts)
  const index = indexOf(sets, share, rarest, counts.length)
  const shared = new Int32Array(sets.length)
  const found: (Alike & { readonly first: number })[] = []
  for (const [larger, set] of sets.entries()) {
    const shortest = leastOf(set.length, share)
    const end = rarest.starts[larger + 1] ?? 0
    const candidates: number[] = []
    for (let rare = rarest.starts[larger] ?? 0; rare < end; rare += 1) {
      const value = rarest.values[rare] ?? 0
      const bits = value & (counts.length - 1)
      const last = index.starts[bits + 1] ?? 0
      for (let held = index.starts[bits] ?? 0; held < last; held += 1) {
        const place = index.places[held] ?? 0
        const smaller = rarest.owners[place] ?? larger
        if (rarest.values[place] !== value) continue
        if (shared[smaller] === 0) candidates.push(smaller)
        add(shared, smaller)
      }
    }
    for (const smaller of candidates) {
      const other = sets[smaller] ?? set
      const rare = shared[smaller] ?? 0
      shared[smaller] = 0
      if (other.length > set.length || (other.length === set.length && smaller >= larger)) continue
      if (other.length < shortest) continue
      if (rare < Math.min(votes, Math.max(shortest, leastOfSmaller(other.length, share)))) continue
      const { both, first } = common(set, other)
      if (both / (set.length + other.length - both) < share) continue
      found.push({ at: Math.max(larger, smaller), other: Math.min(larger, smaller), both, first })
    }
  }
  return found.sort((a, b) => a.at - b.at || a.first - b.first || a.other - b.other)
}
