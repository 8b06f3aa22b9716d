/** Sentences are cut after this many words: longer ones are unreadable, and tests see one sentence at a time. */
const mostWords = 80
const longestWord = 200

const openers = '"\'“‘([{*_'
const closers = '"\'”’)]}*_'
const abbreviations = new Set('eg ie vs cf ca approx incl excl resp dr mr mrs prof'.split(' '))
/** `e.g`, `i.e`, `U.S` before their last stop. */
const initials = /^[a-z](?:\.[a-z])+$/
/** Ends of sentences unless a figure follows: `max. 5`, but `takes 5 min. Then …`. */
const beforeFigures = new Set('max min avg no nr est'.split(' '))

const isLower = (letter: string): boolean =>
  letter === letter.toLowerCase() && letter !== letter.toUpperCase()

function bare(word: string): string {
  let [from, to] = [0, word.length]
  while (from < to && openers.includes(word[from] ?? '')) from += 1
  while (to > from && closers.includes(word[to - 1] ?? '')) to -= 1
  return word.slice(from, to)
}

/** Whether a sentence ends with a word, by the word that follows. */
function ends(word: string, next: string | undefined): boolean {
  const text = bare(word)
  const last = text.at(-1) ?? ''
  if (!'.!?…'.includes(last) || last === '') return false
  if (next === undefined) return true
  const follows = bare(next).charAt(0)
  if (isLower(follows)) return false
  const body = text.slice(0, -1).toLowerCase()
  if (last !== '.') return true
  if (abbreviations.has(body) || initials.test(body)) return false
  return !(beforeFigures.has(body) && follows >= '0' && follows <= '9')
}

/** The sentences of a stretch of plain text, with single blanks between words. */
export function sentences(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const found: string[][] = [[]]
  for (const [index, word] of words.entries()) {
    const sentence = found.at(-1)
    sentence?.push(word.slice(0, longestWord))
    if (sentence?.length === mostWords || ends(word, words[index + 1])) found.push([])
  }
  return found.filter(({ length }) => length > 0).map((sentence) => sentence.join(' '))
}
