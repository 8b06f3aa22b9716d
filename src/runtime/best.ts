/** The element that ranks highest by several numbers, the first of them first; of equals, the earliest. */
export function best<T>(all: readonly T[], rank: (each: T) => readonly number[]): T | undefined {
  let chosen: { readonly each: T; readonly ranks: readonly number[] } | undefined
  for (const each of all) {
    const ranks = rank(each)
    const known = chosen?.ranks
    const at = known === undefined ? -1 : ranks.findIndex((value, index) => value !== known[index])
    if (known === undefined || (at !== -1 && (ranks[at] ?? 0) > (known[at] ?? 0))) chosen = { each, ranks }
  }
  return chosen?.each
}
