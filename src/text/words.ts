import { distance } from 'fastest-levenshtein'

/** What a character is in a word: 1 for a part of it, 2 for a mark that may stand inside it, 3 for what only Unicode knows. */
const roles = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[\p{L}\p{N}]/u.test(character) ? 1 : /['.,-]/.test(character) ? 2 : 0
})

function roleAt(text: string, at: number): number {
  if (at >= text.length) return 0
  const code = text.charCodeAt(at)
  return code < 128 ? (roles[code] ?? 0) : 3
}

/**
 * Where the words of a text begin and end, by turns. Words are runs of letters, digits and the marks inside them;
 * punctuation separates. The expression says what a word is, but every word of a drill is looked at four times, and those
 * of ASCII are read by a table in a third of the time that the expression takes.
 */
export function wordBounds(text: string): number[] {
  const word = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/uy
  const bounds: number[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    let role = roleAt(text, at)
    while (role === 1) {
      at += 1
      role = roleAt(text, at)
      if (role === 2) {
        role = roleAt(text, at + 1)
        if (role === 1) at += 1
      }
    }
    if (role === 3) {
      word.lastIndex = start
      at = word.test(text) ? word.lastIndex : start
    }
    if (at > start) bounds.push(start, at)
    else at += 1
  }
  return bounds
}

/** The words of a text in lower case. */
export function words(text: string): string[] {
  const lower = text.toLowerCase()
  const bounds = wordBounds(lower)
  const found: string[] = []
  for (let at = 0; at < bounds.length; at += 2) found.push(lower.slice(bounds[at], bounds[at + 1]))
  return found
}

/** How many words a text has. In lower case, `İ` is the one letter that becomes a letter and a mark. */
export function countWords(text: string): number {
  return wordBounds(text.includes('İ') ? text.toLowerCase() : text).length / 2
}

/** Whether a text has no characters but those of ASCII. */
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** The id of a label or heading: its letters and digits in lower case, everything else a hyphen. */
export function slug(text: string): string {
  const lower = text.toLowerCase()
  // Every heading and label of every drill: in ASCII, as most are, it takes a third of the time.
  const joined = isAscii(lower)
    ? lower.replace(/[^a-z0-9]+/g, '-')
    : lower.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')
  return joined.startsWith('-') || joined.endsWith('-') ? joined.replace(/^-|-$/g, '') : joined
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
