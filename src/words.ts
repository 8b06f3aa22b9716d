import { distance } from 'fastest-levenshtein'

/** Words are runs of letters, digits and the marks inside them; punctuation separates. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? []
}

/** The id of a label or heading: its letters and digits in lower case, everything else a hyphen. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** `data-retention` as `Data retention`. */
export function title(id: string): string {
  const spaced = id.replaceAll('-', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=..)s$/, '')

/** Every word of a slug in its singular, for comparing labels without regard to number. */
export function singularSlug(text: string): string {
  return slug(text).split('-').map(singular).join('-')
}

/** The letters of a word in order: two words with the same ones differ by swapped letters. */
const letters = (word: string): string => [...word.toLowerCase()].sort().join('')

/**
 * The candidate that a misspelt word most likely means: at most a third of its letters are wrong,
 * letters are swapped, or it says the same in another number.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  let best: string | undefined
  let least = Math.floor(Math.max(lower.length, 3) / 3) + 1
  if (lower.length > 80) return undefined
  for (const candidate of candidates) {
    if (singularSlug(candidate) === singularSlug(lower) || letters(candidate) === letters(lower))
      return candidate
    const wrong = distance(lower, candidate.toLowerCase())
    if (wrong < least) {
      least = wrong
      best = candidate
    }
  }
  return best
}

/** `a`, `b` or `c`, each in backticks. */
export function oneOf(values: readonly string[], conjunction = 'or'): string {
  const quoted = values.map((value) => `\`${value}\``)
  const last = quoted.pop()
  return quoted.length === 0 ? (last ?? '') : `${quoted.join(', ')} ${conjunction} ${last}`
}

/** Author text inside a message: in backticks, on one line, not longer than a person reads. */
export function quote(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const shown = line.length > most ? `${line.slice(0, most - 1)}…` : line
  return `\`${shown.replaceAll('`', 'ˋ')}\``
}

/** `a round`, `an incident`. */
export function a(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

/** `1 word`, `2 words`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
