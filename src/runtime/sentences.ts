/** Sentences are cut after this many words: nobody reads longer ones, and tests look at one sentence at a time. */
const mostWords = 80
const longestWord = 200

const openers = '"\'“‘([{*_'
const closers = '"\'”’)]}*_'
const abbreviations = new Set(
  'e.g i.e eg ie vs cf ca approx incl excl resp dr mr mrs ms st prof inc fig'.split(' '),
)
/** Ends of sentences unless a figure follows: `max. 5`, but `takes 5 min. Then …`. */
const beforeFigures = new Set('max min avg no nr ca approx est'.split(' '))

const isLower = (letter: string): boolean => letter === letter.toLowerCase() && letter !== letter.toUpperCase()

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
  if (abbreviations.has(body)) return false
  if (beforeFigures.has(body) && follows >= '0' && follows <= '9') return false
  return !(body.length === 1 && isLower(body) && body !== 'i')
}

/** The sentences of a stretch of plain text, with single blanks between words. */
export function sentences(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const found: string[] = []
  let from = 0
  for (const [index, word] of words.entries()) {
    if (index + 1 - from < mostWords && !ends(word, words[index + 1])) continue
    found.push(words.slice(from, index + 1).map((each) => each.slice(0, longestWord)).join(' '))
    from = index + 1
  }
  if (from < words.length) found.push(words.slice(from).map((each) => each.slice(0, longestWord)).join(' '))
  return found
}
