import { type AmountClass, amount, amountClasses } from './amounts.ts'
import type { Token } from './tokens.ts'

/** What lists and amounts were found to match where, in one phrase: every pattern asks for the same ones. */
export type Memo = Map<Matcher, (readonly number[])[]>

/** Ends of every match that begins at `index`. */
type Matcher = (tokens: readonly Token[], index: number, memo: Memo) => readonly number[]

/** Items of a sequence; `apart` ones may stand some words after the one before. */
type Sequence = readonly { readonly match: Matcher; readonly apart: boolean; readonly word?: string }[]

/** One side of `&`. */
interface Side {
  readonly match: Matcher
  readonly absent: boolean
}

/** A pattern of the rubric that can't be read. */
export class PatternError extends Error {}

/**
 * Counts the separate matches of a pattern in a phrase, up to `most`.
 * @param memo shared between patterns that are tried on the same tokens
 */
export type Pattern = (tokens: readonly Token[], memo?: Memo, most?: number) => number

/** How many words may stand between the two sides of `..`. */
const gap = 4
const nowhere: readonly number[] = []

function word(text: string): Matcher {
  const stem = text.endsWith('*') ? text.slice(0, -1) : undefined
  return (tokens, index) => {
    const token = tokens[index]?.text ?? ''
    return (stem === undefined ? token === text : token.startsWith(stem)) ? [index + 1] : nowhere
  }
}

/** Remembers per phrase where a matcher matched. */
function remembered(match: Matcher): Matcher {
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

function inOrder([first, ...rest]: Sequence): Matcher {
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
function either(sequences: readonly Sequence[]): Matcher {
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
function hits(tokens: readonly Token[], match: Matcher, memo: Memo, most: number): number {
  let found = 0
  for (let index = 0; index < tokens.length && found < most; ) {
    const ends = match(tokens, index, memo)
    const end = ends.length === 0 ? -1 : Math.max(...ends)
    if (end > index) found += 1
    index = end > index ? end : index + 1
  }
  return found
}

const isAmount = (name: string): name is AmountClass => (amountClasses as readonly string[]).includes(name)

function amountMatcher(part: string): Matcher {
  const name = part.slice(1, -1)
  if (!isAmount(name)) {
    throw new PatternError(
      `the amount \`${part}\`; there are ${amountClasses.map((known) => `<${known}>`).join(', ')}`,
    )
  }
  return remembered((tokens, index) => {
    const end = amount(tokens, index, name)
    return end === -1 ? nowhere : [end]
  })
}

/**
 * Makes a compiler of patterns over a set of lists: `a | b` either, `a & b` both, `a & !b` the first without the
 * second, `stem*` a word that begins so, `a b` neighbours, `a .. b` in this order with at most four words between and
 * within one clause, `$list` any entry of a list, `<class>` an amount. Each list and class is compiled once.
 */
export function patternCompiler(lists: Readonly<Record<string, string>>): (source: string) => Pattern {
  const compiled = new Map<string, Matcher>()
  const once = (part: string, make: () => Matcher): Matcher => {
    const known = compiled.get(part) ?? make()
    compiled.set(part, known)
    return known
  }
  const readList = (part: string, inside: readonly string[]): Matcher => {
    const name = part.slice(1)
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined
    if (list === undefined) throw new PatternError(`the list \`${part}\`, which is not declared`)
    if (inside.includes(part)) throw new PatternError(`the list \`${part}\`, which contains itself`)
    return once(part, () =>
      remembered(either(list.split(' | ').map((entry) => readSequence(entry, [...inside, part])))),
    )
  }
  const readSequence = (text: string, inside: readonly string[]): Sequence => {
    const items: Sequence[number][] = []
    let apart = false
    for (const part of text.trim().split(/\s+/)) {
      if (part === '..') {
        apart = true
        continue
      }
      const joined = { apart: apart && items.length > 0 }
      const sign = part.charAt(0)
      // Two bars in a row, or a bar without blanks around it, would be read as a word that never matches.
      if ((sign === '|' || sign === '&') && /^[|&]+$/.test(part))
        throw new PatternError(`an empty alternative in “${text}”`)
      if (sign === '<' && /^<[a-z]+>$/.test(part))
        items.push({ ...joined, match: once(part, () => amountMatcher(part)) })
      else if (sign === '$') items.push({ ...joined, match: readList(part, inside) })
      else {
        const lower = part.toLowerCase()
        items.push({ ...joined, match: word(lower), word: lower === '*' ? '' : lower })
      }
      apart = false
    }
    if (items.length === 0 || apart || text.trim() === '')
      throw new PatternError(`an empty alternative in “${text}”`)
    return items
  }
  return (source) => {
    const alternatives = source.split(/\s\|\s/).map((text) => text.trim().split(/\s&\s/))
    const single = either(
      alternatives.flatMap(([side = '', ...more]) =>
        more.length > 0 || side.startsWith('!') ? [] : [readSequence(side, [])],
      ),
    )
    const readSide = (text: string): Side => ({
      match: inOrder(readSequence(text.replace(/^!/, ''), [])),
      absent: text.startsWith('!'),
    })
    const joint = alternatives
      .filter(([side, ...more]) => more.length > 0 || side?.startsWith('!'))
      .map((sides) => sides.map(readSide))
    return (tokens, memo = new Map(), most = Number.POSITIVE_INFINITY) => {
      const holds = ({ match, absent }: Side): boolean => hits(tokens, match, memo, 1) > 0 !== absent
      const found = hits(tokens, single, memo, most)
      return found >= most ? found : found + joint.filter((sides) => sides.every(holds)).length
    }
  }
}

/**
 * Compiles one pattern; its language is explained at `patternCompiler`.
 * @throws PatternError naming what can't be read
 */
export function compilePattern(source: string, lists: Readonly<Record<string, string>>): Pattern {
  return patternCompiler(lists)(source)
}
