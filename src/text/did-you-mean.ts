import { distance } from 'fastest-levenshtein'
import { singularSlug } from './slug.ts'

/** A longer word is no slip, and takes long to compare. */
const maxLength = 80

/** Two words with the same letters differ by swapped ones. */
const sortedLetters = (word: string): string => [...word].sort().join('')

/** The first of the candidates with the fewest wrong letters, at most a third. */
function closest(lower: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.floor(Math.max(lower.length, 3) / 3) + 1
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    // The difference in length is the least number of wrong letters.
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
 * letters are swapped, or it is the singular or plural.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  if (lower.length > maxLength) return undefined
  const [meant, sorted] = [singularSlug(lower), sortedLetters(lower)]
  const all = [...candidates]
  const same = all.find((candidate) => {
    const other = candidate.toLowerCase()
    return singularSlug(other) === meant || (other.length === lower.length && sortedLetters(other) === sorted)
  })
  return same ?? closest(lower, all)
}
