import { distance } from 'fastest-levenshtein'
import { isEnglish } from './english-words.ts'
import { singularSlug, slug } from './slug.ts'

/** Most wrong letters of a slip. */
const mostWrong = 2
/** A shorter word may be an abbreviation (`SLAs` beside `SLOs`). */
const leastLetters = 5

const unspaced = (id: string): string => id.replaceAll('-', '')

/** Whether two names differ in nothing but case, number, hyphens, blanks and other marks. */
export const sameForm = (written: string, name: string): boolean =>
  written === name ||
  unspaced(slug(written)) === unspaced(slug(name)) ||
  unspaced(singularSlug(written)) === unspaced(singularSlug(name))

const sorted = (word: string): string => [...word].sort().join('')

/** Whether a word is another one with a letter too many, too few or wrong, at most two of them, or with some swapped. */
function isNear(word: string, meant: string): boolean {
  const wrong = distance(word, meant)
  const most = sorted(word) === sorted(meant) ? mostWrong : Math.min(mostWrong, Math.floor(meant.length / 3))
  return wrong <= most
}

/** Whether a word can only be a misspelling of another: it is near it, and no word of English. */
function misspells(word: string, meant: string, least: number): boolean {
  const pairs = [
    [word, meant],
    [singularSlug(word), singularSlug(meant)],
  ] as const
  if (pairs.some(([a, b]) => a === b)) return true
  if (word.length < least || !/^[a-z]+$/.test(word) || !pairs.some(([a, b]) => isNear(a, b))) return false
  return !pairs.some(([a]) => isEnglish(a))
}

/**
 * Whether what is written is a name with another form or misspelt, so that to write the name guesses nothing.
 * Every word that is spelt otherwise must be within two letters of the one that is meant, and no word of English:
 * `Latncy` is latency, `Quantity` is not quality.
 * @param least letters below which a word may be an abbreviation; fewer where only words of a schema can stand
 */
export function sameName(written: string, name: string, least: number = leastLetters): boolean {
  if (sameForm(written, name)) return true
  const [words, meant] = [slug(written).split('-'), slug(name).split('-')]
  return (
    words.length === meant.length && words.every((word, index) => misspells(word, meant[index] ?? '', least))
  )
}
