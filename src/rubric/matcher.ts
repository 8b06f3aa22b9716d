import { deniedTokens } from './polarity.ts'
import type { Token } from './tokens.ts'

/** What lists and amounts were found to match where, in one phrase: every pattern asks for the same ones. */
export type Memo = Map<Matcher, (readonly number[])[]>

export interface Matcher {
  /** Ends of every match that begins at `index`. */
  readonly ends: (tokens: readonly Token[], index: number, memo: Memo) => readonly number[]
  /** The tokens that count in a match from `index` to `end`: not those between the sides of `..`. */
  readonly words: (tokens: readonly Token[], index: number, end: number, memo: Memo) => readonly number[]
}

/** Items of a sequence; `apart` ones may stand some words after the one before. */
export type Sequence = readonly { readonly match: Matcher; readonly apart: boolean; readonly word?: string }[]

/** How many words may stand between the two sides of `..`. */
const gap = 4
/** Ends of no match. */
export const nowhere: readonly number[] = []

const every = (_: unknown, index: number, end: number): number[] =>
  Array.from({ length: end - index }, (_unused, offset) => index + offset)

/** A run of tokens that all count. */
export const run = (ends: Matcher['ends']): Matcher => ({ ends, words: every })

/** A word, or all that begin with a stem. */
export function word(text: string): Matcher {
  const stem = text.endsWith('*') ? text.slice(0, -1) : undefined
  return run((tokens, index) => {
    const token = tokens[index]?.text ?? ''
    return (stem === undefined ? token === text : token.startsWith(stem)) ? [index + 1] : nowhere
  })
}

/** No word, but a place in the scope of a negation. */
export const denied: Matcher = {
  ends: (tokens, index, memo) => {
    let known = memo.get(denied)
    if (known === undefined) {
      known = Array.from(deniedTokens(tokens), (is, place) => (is ? [place] : nowhere))
      memo.set(denied, known)
    }
    return known[index] ?? nowhere
  },
  words: () => nowhere,
}

/** No word, but the place where a sentence begins: with `..`, that something is among its first words. */
export const first: Matcher = {
  ends: (tokens, index) =>
    index === 0 || /^[.;?!]$/.test(tokens[index - 1]?.text ?? '') ? [index] : nowhere,
  words: () => nowhere,
}

/** Remembers per phrase where a matcher matched. */
export function remembered({ ends, words }: Matcher): Matcher {
  const self: Matcher = {
    ends: (tokens, index, memo) => {
      let known = memo.get(self)
      if (known === undefined) {
        known = []
        memo.set(self, known)
      }
      const found = known[index] ?? ends(tokens, index, memo)
      known[index] = found
      return found
    },
    words,
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
export function inOrder(sequence: Sequence): Matcher {
  const [first, ...rest] = sequence
  if (!first) return { ends: () => nowhere, words: () => nowhere }
  if (rest.length === 0) return first.match
  const ends: Matcher['ends'] = (tokens, index, memo) => {
    let found = first.match.ends(tokens, index, memo)
    for (const { match, apart } of rest) {
      if (found.length === 0) return nowhere
      const next: number[] = []
      for (const end of found) {
        for (let at = end; at <= lastStart(tokens, end, apart); at += 1) {
          for (const each of match.ends(tokens, at, memo)) if (!next.includes(each)) next.push(each)
        }
      }
      found = next
    }
    return found
  }
  /**
   * The words of the items from one on, so that the last ends where it should.
   * @param dead items and places from which none does, each tried once: the ways to get there grow exponentially
   */
  const path = (
    tokens: readonly Token[],
    from: number,
    item: number,
    end: number,
    memo: Memo,
    dead: Set<number>,
  ): readonly number[] | undefined => {
    const step = sequence[item]
    if (!step) return from === end ? nowhere : undefined
    const key = item * (tokens.length + 1) + from
    if (from > end || dead.has(key)) return undefined
    for (let at = from; at <= lastStart(tokens, from, step.apart); at += 1) {
      for (const each of step.match.ends(tokens, at, memo)) {
        const others = path(tokens, each, item + 1, end, memo, dead)
        if (others) return [...step.match.words(tokens, at, each, memo), ...others]
      }
    }
    dead.add(key)
    return undefined
  }
  return {
    ends,
    words: (tokens, index, end, memo) => path(tokens, index, 0, end, memo, new Set()) ?? nowhere,
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
    const found = match.ends(tokens, index, memo)
    if (found.length > 0) all = all.length === 0 ? found : [...all, ...found]
  }
  return all
}

/** Any of several sequences. Those that begin with a word are looked up by it, or by the first letter of its stem. */
export function either(sequences: readonly Sequence[]): Matcher {
  const byWord = new Map<string, Matcher[]>()
  const byLetter = new Map<string, Matcher[]>()
  const others: Matcher[] = []
  const all: Matcher[] = []
  const put = (matchers: Map<string, Matcher[]>, key: string, match: Matcher): void => {
    const known = matchers.get(key)
    if (known) known.push(match)
    else matchers.set(key, [match])
  }
  for (const sequence of sequences) {
    const first = sequence[0]?.word ?? ''
    const match = inOrder(sequence)
    all.push(match)
    if (first === '') others.push(match)
    else if (first.endsWith('*')) put(byLetter, first.charAt(0), match)
    else put(byWord, first, match)
  }
  return {
    ends: (tokens, index, memo) => {
      const text = tokens[index]?.text ?? ''
      const words = gather(byWord.get(text), nowhere, tokens, index, memo)
      const stems = gather(byLetter.get(text.charAt(0)), words, tokens, index, memo)
      return gather(others, stems, tokens, index, memo)
    },
    words: (tokens, index, end, memo) =>
      all.find((match) => match.ends(tokens, index, memo).includes(end))?.words(tokens, index, end, memo) ??
      nowhere,
  }
}

/** Separate matches, each taken at its longest, as pairs of start and end. */
export function matches(
  tokens: readonly Token[],
  match: Matcher,
  memo: Memo,
  most: number,
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let index = 0; index < tokens.length && found.length < most; ) {
    const ends = match.ends(tokens, index, memo)
    const end = ends.length === 0 ? -1 : Math.max(...ends)
    if (end > index) found.push([index, end])
    index = end > index ? end : index + 1
  }
  return found
}
