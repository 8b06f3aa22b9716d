/** Something with a set of numbers, sorted, each once. */
interface Numbered {
  readonly numbers: Uint32Array
}

/** Two members of a list whose sets are alike. */
export interface AlikePair<T> {
  readonly later: T
  readonly earlier: T
  /** How much of all their numbers they have in common. */
  readonly share: number
}

interface Indexed<T> {
  readonly item: T
  /** With the set that is looked up just now, as far as the index has counted. */
  inCommon: number
}

/** A share that is met exactly must not be missed because of rounding. */
const tolerance = 1e-6

/** Ranks the numbers that several sets hold: the rarest first. */
function rankByRarity(list: readonly Numbered[]): Map<number, number> {
  const all = new Uint32Array(list.reduce((sum, { numbers }) => sum + numbers.length, 0))
  let end = 0
  for (const { numbers } of list) {
    all.set(numbers, end)
    end += numbers.length
  }
  const shared: { readonly value: number; holders: number }[] = []
  let before: number | undefined
  for (const value of all.sort()) {
    const last = shared.at(-1)
    if (value === last?.value) last.holders += 1
    else if (value === before) shared.push({ value, holders: 2 })
    before = value
  }
  shared.sort((a, b) => a.holders - b.holders || a.value - b.value)
  return new Map(shared.map(({ value }, rank) => [value, rank]))
}

/** The ranks of the numbers of a set that others hold too. */
function rarestFirst({ numbers }: Numbered, ranks: ReadonlyMap<number, number>): Uint32Array {
  const shared: number[] = []
  for (const value of numbers) {
    const rank = ranks.get(value)
    if (rank !== undefined) shared.push(rank)
  }
  return new Uint32Array(shared).sort()
}

/** How much of all their numbers two sets have in common. */
function shareOf({ numbers: one }: Numbered, { numbers: other }: Numbered): number {
  let both = 0
  for (let left = 0, right = 0; ; ) {
    const a = one[left]
    const b = other[right]
    if (a === undefined || b === undefined) return both / (one.length + other.length - both)
    if (a === b) both += 1
    if (a <= b) left += 1
    if (b <= a) right += 1
  }
}

/**
 * Finds the pairs that share at least `least` of all their numbers, and at least one number.
 *
 * An index from numbers to sets counts what they have in common. It skips the commonest numbers of each set, as many
 * as sets may share without being alike (prefix filtering; Bayardo, Ma, Srikant: Scaling Up All Pairs Similarity
 * Search). Sets that may be alike even so are compared number by number.
 */
export function alikePairs<T extends Numbered>(list: readonly T[], least: number): AlikePair<T>[] {
  const ranks = rankByRarity(list)
  const index = new Map<number, Indexed<T>[]>()
  const pairs: AlikePair<T>[] = []
  for (const later of list) {
    const size = later.numbers.length
    const shared = rarestFirst(later, ranks)
    const skipped = Math.max(0, Math.ceil(least * size - tolerance) - 1)
    const met: Indexed<T>[] = []
    for (const rank of shared.subarray(0, Math.max(0, shared.length - skipped))) {
      for (const other of index.get(rank) ?? []) {
        if (other.inCommon === 0) met.push(other)
        other.inCommon += 1
      }
    }
    for (const other of met) {
      const { item: earlier, inCommon } = other
      other.inCommon = 0
      const needed = (least * (size + earlier.numbers.length)) / (1 + least)
      if (inCommon + skipped < needed - tolerance) continue
      const share = shareOf(later, earlier)
      if (share >= least) pairs.push({ later, earlier, share })
    }
    const indexed = { item: later, inCommon: 0 }
    for (const rank of shared) {
      const holding = index.get(rank)
      if (holding) holding.push(indexed)
      else index.set(rank, [indexed])
    }
  }
  return pairs
}
