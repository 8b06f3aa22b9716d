import { didYouMean } from './did-you-mean.ts'

/**
 * Unknown names with the missing one that each stands for: the one that is nearly written so, or the only one where a
 * single name of each kind is left. Either way it is one mistake.
 * @param known all names that there are: an unknown one that is nearly one of them stands for no other
 */
export function pairNames(
  unknown: readonly string[],
  missing: readonly string[],
  known: readonly string[],
): Map<string, string> {
  const pairs = new Map<string, string>()
  const free = new Set(missing)
  for (const name of unknown) {
    const meant = didYouMean(name, free)
    if (meant === undefined) continue
    pairs.set(name, meant)
    free.delete(meant)
  }
  const [name, ...others] = unknown.filter((each) => !pairs.has(each))
  const [last, ...more] = free
  const isLone = others.length + more.length === 0
  if (name !== undefined && last !== undefined && isLone && didYouMean(name, known) === undefined)
    pairs.set(name, last)
  return pairs
}
