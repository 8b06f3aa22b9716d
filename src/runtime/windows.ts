import { wordSet } from '../text/word-set.ts'
import { type Range, wordRanges } from './sentences.ts'

/** More words without a sign between them are no sentence that somebody wrote, but speech that was written down. */
const longestRun = 30
/** With a capital and a full stop, a sentence may run on to this many. */
const longestSentence = 60
/** A window on such speech holds at most this many words. */
const widest = 28
const [shortestClause, longestClause] = [4, 14]

/** Words with which speakers go on, and sounds of a pause. */
const connectives = wordSet(
  'and so but because then okay ok um uh er right now also next finally if when which while after before plus well i we until since every each otherwise or',
)

const signed = /[,;:.!?—–)\]]$|^[-–—(→]|->/

/** Whether a stretch of text begins with a capital and ends with a sign, as only writers do. */
const isWritten = (text: string): boolean =>
  /^[^\p{L}]*\p{Lu}/u.test(text) && /[.!?…][”"'’)\]]*\s*$/.test(text)

/** Whether a stretch of text is written without signs. */
const isUnsigned = (text: string, words: readonly Range[]): boolean => {
  if (words.length <= longestSentence && isWritten(text)) return false
  const signs = words.reduce((sum, { start, end }) => sum + (signed.test(text.slice(start, end)) ? 1 : 0), 0)
  return words.length > longestRun && signs * 25 < words.length
}

/** Clauses of speech: cut before connectives, none much longer or shorter than what is said in one breath. */
function clauses(text: string, words: readonly Range[]): Range[] {
  const found: Range[] = []
  let first = 0
  for (let index = 1; index <= words.length; index += 1) {
    const word = words[index]
    const size = index - first
    const cut =
      word === undefined ||
      size >= longestClause ||
      (size >= shortestClause && connectives.has(text.slice(word.start, word.end).toLowerCase()))
    if (!cut) continue
    found.push({ start: words[first]?.start ?? 0, end: words[index - 1]?.end ?? 0 })
    first = index
  }
  return found
}

/**
 * The windows through which a sentence is looked at. A sentence that was written is one; speech without signs has one
 * from each clause on, as wide as a long sentence, so that a claim is seen whole wherever it begins.
 */
export function windows(text: string, sentence: Range): readonly Range[] {
  const own = text.slice(sentence.start, sentence.end)
  const words = wordRanges(own)
  if (!isUnsigned(own, words)) return [sentence]
  const parts = clauses(own, words)
  const sizes = parts.map(({ start, end }) => wordRanges(own.slice(start, end)).length)
  const found = parts.flatMap(({ start }, first) => {
    let last = first
    for (let size = sizes[first] ?? 0; size + (sizes[last + 1] ?? widest) <= widest; last += 1)
      size += sizes[last + 1] ?? 0
    // What ends with the speech and began earlier has been seen.
    if (first > 0 && last === parts.length - 1 && spans(sizes, first - 1, last) <= widest) return []
    return [{ start: sentence.start + start, end: sentence.start + (parts[last]?.end ?? 0) }]
  })
  return found
}

const spans = (sizes: readonly number[], first: number, last: number): number =>
  sizes.slice(first, last + 1).reduce((sum, size) => sum + size, 0)

/** The part of a window that is worth showing: without clauses at its ends that hold none of what matters. */
export function tightened(window: string, matters: readonly Range[]): Range {
  const held = clauses(window, wordRanges(window)).filter((clause) =>
    matters.some(({ start, end }) => start < clause.end && end > clause.start),
  )
  return { start: held[0]?.start ?? 0, end: held.at(-1)?.end ?? window.length }
}
