import { wordSet } from '../text/word-set.ts'

/** A stretch of a text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Sentences are cut after this many words: longer ones are unreadable, and tests see one sentence at a time. */
const mostWords = 80

const openers = '"\'“‘([{*_'
const closers = '"\'”’)]}*_'
const abbreviations = wordSet('eg ie vs cf ca approx incl excl resp dr mr mrs prof')
/** `e.g`, `i.e`, `U.S` before their last stop. */
const initials = /^[a-z](?:\.[a-z])+$/
/** Ends of sentences unless a figure follows: `max. 5`, but `takes 5 min. Then …`. */
const beforeFigures = wordSet('max min avg no nr est')
const isLower = (letter: string): boolean =>
  letter === letter.toLowerCase() && letter !== letter.toUpperCase()

function bare(word: string): string {
  let [from, to] = [0, word.length]
  while (from < to && openers.includes(word[from] ?? '')) from += 1
  while (to > from && closers.includes(word[to - 1] ?? '')) to -= 1
  return word.slice(from, to)
}

/** Whether a sentence ends with a word, by the word that follows. */
function ends(word: string, next: string | undefined, capitals: boolean): boolean {
  const text = bare(word)
  const last = text.at(-1) ?? ''
  if (!'.!?…'.includes(last) || last === '') return false
  if (next === undefined) return true
  const follows = bare(next).charAt(0)
  if (capitals && isLower(follows)) return false
  const body = text.slice(0, -1).toLowerCase()
  if (last !== '.') return true
  if (abbreviations.has(body) || initials.test(body)) return false
  return !(beforeFigures.has(body) && follows >= '0' && follows <= '9')
}

/** Words of a text, by what is between blanks; what is longer than any word counts as several. */
export function wordRanges(text: string): Range[] {
  const found: Range[] = []
  const shape = /\S{1,200}/g
  for (let match = shape.exec(text); match !== null; match = shape.exec(text))
    found.push({ start: match.index, end: shape.lastIndex })
  return found
}

/**
 * The sentences of a stretch of plain text.
 * @param capitals whether the writer begins sentences with them; of one who doesn't, every full stop counts
 */
export function sentences(text: string, capitals = true): Range[] {
  const words = wordRanges(text)
  const found: Range[] = []
  let first = 0
  const wordAt = (index: number): string | undefined => {
    const range = words[index]
    return range && text.slice(range.start, range.end)
  }
  for (let index = 0; index < words.length; index += 1) {
    const next = wordAt(index + 1)
    if (next !== undefined && index - first + 1 < mostWords && !ends(wordAt(index) ?? '', next, capitals))
      continue
    found.push({ start: words[first]?.start ?? 0, end: words[index]?.end ?? 0 })
    first = index + 1
  }
  return found
}

/** Whether sentences of a text begin with capitals: one full stop in three is followed by one, or there are few. */
export function beginsWithCapitals(text: string): boolean {
  let [stops, lower] = [0, 0]
  for (const [, letter = ''] of text.matchAll(/\p{L}{2}[.!?]\s+(\p{L})/gu)) {
    stops += 1
    if (isLower(letter)) lower += 1
  }
  return stops < 3 || lower * 3 < stops * 2
}
