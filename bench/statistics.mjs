/** The middle value, or the mean of the two in the middle; undefined for none. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1
    ? sorted[half]
    : sorted.length === 0
      ? undefined
      : (sorted[half - 1] + sorted[half]) / 2
}

/** The median of what one took in proportion to the other in the same round. */
export function ratio(samples, others) {
  const byRound = new Map(others.map((other) => [other.round, other.wall]))
  return median(samples.flatMap(({ round, wall }) => (byRound.has(round) ? [wall / byRound.get(round)] : [])))
}
