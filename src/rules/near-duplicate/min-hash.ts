/** Sets of numbers of 32 bits without sign. */
export type Sets = readonly Uint32Array[]

/** How likely it is that two sets are not compared although they are alike, but only just. */
const miss = 1e-6
/** Minima that are worth taking of each set: with more of them, which pays where there are many sets, fewer strangers meet. */
const mostMinima = (size: number): number => (size < 20_000 ? 100 : 320)
const mostRows = 8

/**
 * How many minima make a key, and how many keys a set gets: two sets that share `share` of their numbers have the same
 * key with probability share ** rows (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4). Undefined when
 * the share is so small that nothing is gained.
 */
function bandsFor(
  share: number,
  size: number,
): { readonly rows: number; readonly bands: number } | undefined {
  for (let rows = mostRows; rows > 0; rows -= 1) {
    const bands = Math.max(1, Math.ceil(Math.log(miss) / Math.log1p(-(share ** rows))))
    if (rows * bands <= mostMinima(size)) return { rows, bands }
  }
  return undefined
}

/** Brings numbers of 32 bits into another order (the finalizer of MurmurHash3). */
function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

/** All numbers one after the other, and where those of a set begin. */
interface Flat {
  readonly values: Uint32Array
  readonly starts: Uint32Array
}

function flatten(sets: Sets): Flat {
  const starts = new Uint32Array(sets.length + 1)
  for (const [index, { length }] of sets.entries()) starts[index + 1] = (starts[index] ?? 0) + length
  const values = new Uint32Array(starts[sets.length] ?? 0)
  for (const [index, set] of sets.entries()) values.set(set, starts[index])
  return { values, starts }
}

/** Works the number of each set that comes first in one of many orders into its key (MinHash). */
function foldMinima({ values, starts }: Flat, nth: number, keys: Int32Array): void {
  const order = mix(nth + 1)
  for (let set = 0; set < keys.length; set += 1) {
    const end = starts[set + 1] ?? 0
    let least = 0xffff_ffff
    for (let at = starts[set] ?? 0; at < end; at += 1) {
      const place = mix((values[at] ?? 0) ^ order)
      if (place < least) least = place
    }
    keys[set] = mix((keys[set] ?? 0) ^ least)
  }
}

/** Calls back with every two that hold the same number, the earlier one first, once for each such number. */
function eachSharing(sets: Sets, meet: (other: number, at: number) => void): void {
  const holders = new Map<number, number[]>()
  for (const [at, set] of sets.entries()) {
    for (const value of set) {
      const others = holders.get(value)
      for (const other of others ?? []) meet(other, at)
      if (others) others.push(at)
      else holders.set(value, [at])
    }
  }
}

/**
 * Calls back with every two that have one of many keys in common, the earlier one first, once for each such key. Sets
 * that share `share` of their numbers are all but certain to have one.
 */
export function eachMeeting(sets: Sets, share: number, meet: (other: number, at: number) => void): void {
  const chosen = bandsFor(share, sets.length)
  if (!chosen) {
    eachSharing(sets, meet)
    return
  }
  const flat = flatten(sets)
  const keys = new Int32Array(sets.length)
  const last = new Int32Array(2 ** Math.ceil(Math.log2(sets.length + 1)))
  const before = new Int32Array(sets.length)
  for (let band = 0; band < chosen.bands; band += 1) {
    keys.fill(0)
    for (let row = 0; row < chosen.rows; row += 1) foldMinima(flat, band * chosen.rows + row, keys)
    last.fill(-1)
    for (let at = 0; at < sets.length; at += 1) {
      if (sets[at]?.length === 0) continue
      const key = keys[at] ?? 0
      const place = key & (last.length - 1)
      before[at] = last[place] ?? -1
      last[place] = at
      for (let other = before[at] ?? -1; other >= 0; other = before[other] ?? -1)
        if (keys[other] === key) meet(other, at)
    }
  }
}
