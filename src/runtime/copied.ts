import type { Token } from '../rubric/tokens.ts'

/** Runs of this many words are no chance. */
const run = 5
/** A sentence of which more than this is copied is no sentence of the answer. */
const most = 0.6

const wordsOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({ type, text }) => (type === 'word' || type === 'number' ? [text] : []))

/** Makes a test whether a sentence is taken from given ones: the same words, or mostly runs of theirs. */
export function copyFinder(given: readonly (readonly Token[])[]): (tokens: readonly Token[]) => boolean {
  const runs = new Set<string>()
  const wholes = new Set<string>()
  for (const tokens of given) {
    const words = wordsOf(tokens)
    wholes.add(words.join(' '))
    for (let from = 0; from + run <= words.length; from += 1)
      runs.add(words.slice(from, from + run).join(' '))
  }
  return (tokens) => {
    const words = wordsOf(tokens)
    if (wholes.has(words.join(' '))) return true
    let [copied, until] = [0, 0]
    for (let from = 0; from + run <= words.length; from += 1) {
      if (!runs.has(words.slice(from, from + run).join(' '))) continue
      copied += from + run - Math.max(from, until)
      until = from + run
    }
    return copied > most * words.length
  }
}
