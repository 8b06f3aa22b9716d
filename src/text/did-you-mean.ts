import { distance } from 'fastest-levenshtein'
import { singularSlug } from './slug.ts'

/** Longest word that is looked for. */
export const longestMisspelt = 80

/** The letters of a word in lower case in order: two words with the same ones differ by swapped letters. */
export const letters = (lower: string): string => [...lower].sort().join('')

/** The first of the candidates in which the fewest letters are wrong, at most a third. */
export function nearest(lower: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.floor(Math.max(lower.length, 3) / 3) + 1
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    // So many letters are wrong at least.
    if (Math.abs(other.length - lower.length) >= least) continue
    const wrong = distance(lower, other)
    if (wrong < least) {
      least = wrong
      best = candidate
    }
  }
  return best
}

/**
 * The candidate that a misspelt word most likely means: at most a third of its letters are wrong,
 * letters are swapped, or it says the same in another number.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  if (lower.length > longestMisspelt) return undefined
  const [meant, sorted] = [singularSlug(lower), letters(lower)]
  const all = [...candidates]
  const same = all.find((candidate) => {
    const other = candidate.toLowerCase()
    return singularSlug(other) === meant || (other.length === lower.length && letters(other) === sorted)
  })
  return same ?? nearest(lower, all)
}
