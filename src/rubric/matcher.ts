import type { Token } from './tokens.ts'

/** What lists and amounts were found to match where, in one phrase: every pattern asks for the same ones. */
export type Memo = Map<Matcher, (readonly number[])[]>

/** Ends of every match that begins at `index`. */
export type Matcher = (tokens: readonly Token[], index: number, memo: Memo) => readonly number[]

/** Items of a sequence; `apart` ones may stand some words after the one before. */
export type Sequence = readonly { readonly match: Matcher; readonly apart: boolean; readonly word?: string }[]

/** How many words may stand between the two sides of `..`. */
const gap = 4
/** Ends of no match. */
export const nowhere: readonly number[] = []

/** A word, or all that begin with a stem. */
export function word(text: string): Matcher {
  const stem = text.endsWith('*') ? text.slice(0, -1) : undefined
  return (tokens, index) => {
    const token = tokens[index]?.text ?? ''
    return (stem === undefined ? token === text : token.startsWith(stem)) ? [index + 1] : nowhere
  }
}

/** Remembers per phrase where a matcher matched. */
export function remembered(match: Matcher): Matcher {
  const self: Matcher = (tokens, index, memo) => {
    let known = memo.get(self)
    if (known === undefined) {
      known = []
      memo.set(self, known)
    }
    const found = known[index] ?? match(tokens, index, memo)
    known[index] = found
    return found
  }
  return self
}

/** The last place where the next item of a sequence may begin: right here, or some words on within the clause. */
function lastStart(tokens: readonly Token[], end: number, apart: boolean): number {
  let last = end
  while (apart && last < end + gap && tokens[last] !== undefined && tokens[last]?.type !== 'break') last += 1
  return last
}

/** Parts one after the other. */
export function inOrder([first, ...rest]: Sequence): Matcher {
  if (!first) return () => nowhere
  if (rest.length === 0) return first.match
  return (tokens, index, memo) => {
    let ends = first.match(tokens, index, memo)
    for (const { match, apart } of rest) {
      if (ends.length === 0) return nowhere
      const next: number[] = []
      for (const end of ends) {
        for (let at = end; at <= lastStart(tokens, end, apart); at += 1) {
          for (const found of match(tokens, at, memo)) if (!next.includes(found)) next.push(found)
        }
      }
      ends = next
    }
    return ends
  }
}

/** What several matchers find at a place, besides what was found there already. */
function gather(
  matchers: readonly Matcher[] = [],
  ends: readonly number[],
  tokens: readonly Token[],
  index: number,
  memo: Memo,
): readonly number[] {
  let all = ends
  for (const match of matchers) {
    const found = match(tokens, index, memo)
    if (found.length > 0) all = all.length === 0 ? found : [...all, ...found]
  }
  return all
}

/** Any of several sequences. Those that begin with a word are looked up by it, or by the first letter of its stem. */
export function either(sequences: readonly Sequence[]): Matcher {
  const byWord = new Map<string, Matcher[]>()
  const byLetter = new Map<string, Matcher[]>()
  const others: Matcher[] = []
  const put = (matchers: Map<string, Matcher[]>, key: string, match: Matcher): void => {
    const known = matchers.get(key)
    if (known) known.push(match)
    else matchers.set(key, [match])
  }
  for (const sequence of sequences) {
    const first = sequence[0]?.word ?? ''
    if (first === '') others.push(inOrder(sequence))
    else if (first.endsWith('*')) put(byLetter, first.charAt(0), inOrder(sequence))
    else put(byWord, first, inOrder(sequence))
  }
  return (tokens, index, memo) => {
    const text = tokens[index]?.text ?? ''
    const words = gather(byWord.get(text), nowhere, tokens, index, memo)
    const stems = gather(byLetter.get(text.charAt(0)), words, tokens, index, memo)
    return gather(others, stems, tokens, index, memo)
  }
}

/** Separate matches, each taken at its longest. */
export function hits(tokens: readonly Token[], match: Matcher, memo: Memo, most: number): number {
  let found = 0
  for (let index = 0; index < tokens.length && found < most; ) {
    const ends = match(tokens, index, memo)
    const end = ends.length === 0 ? -1 : Math.max(...ends)
    if (end > index) found += 1
    index = end > index ? end : index + 1
  }
  return found
}
