import { type AmountClass, amount, amountClasses } from './amounts.ts'
import {
  denied,
  either,
  first,
  inOrder,
  type Matcher,
  type Memo,
  matches,
  nowhere,
  remembered,
  run,
  type Sequence,
  word,
} from './matcher.ts'
import type { Token } from './tokens.ts'
import { wordClasses } from './words.ts'

/** One side of `&`. */
interface Side {
  readonly match: Matcher
  readonly absent: boolean
}

/** A pattern of the rubric that can't be read. */
export class PatternError extends Error {}

export interface Pattern {
  /**
   * Counts the separate matches of a pattern in a phrase, up to `most`.
   * @param memo shared between patterns that are tried on the same tokens
   */
  (tokens: readonly Token[], memo?: Memo, most?: number): number
  /** The places of the tokens that count, for each separate match. */
  readonly words: (tokens: readonly Token[], memo?: Memo) => readonly (readonly number[])[]
}

const isAmount = (name: string): name is AmountClass => (amountClasses as readonly string[]).includes(name)

function classMatcher(part: string): Matcher {
  const name = part.slice(1, -1)
  if (name === 'denied') return denied
  if (name === 'first') return first
  const is = Object.hasOwn(wordClasses, name) ? wordClasses[name] : undefined
  if (is) return remembered(run((tokens, index) => (is(tokens, index) ? [index + 1] : nowhere)))
  if (!isAmount(name)) {
    const known = [...amountClasses, ...Object.keys(wordClasses), 'denied', 'first']
    throw new PatternError(`the class \`${part}\`; there are ${known.map((each) => `<${each}>`).join(', ')}`)
  }
  return remembered(
    run((tokens, index) => {
      const end = amount(tokens, index, name)
      return end === -1 ? nowhere : [end]
    }),
  )
}

/**
 * Makes a compiler of patterns over a set of lists: `a | b` either, `a & b` both, `a & !b` the first without the
 * second, `stem*` a word that begins so, `a b` neighbours, `a .. b` in this order with at most four words between and
 * within one clause, `$list` any entry of a list, `<class>` an amount, `<denied> a` one in the scope of a negation,
 * `<first> .. a` one among the first words of a sentence. Each
 * list and class is compiled once.
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
        items.push({ ...joined, match: once(part, () => classMatcher(part)) })
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
    const holding = (tokens: readonly Token[], memo: Memo): Side[][] =>
      joint.filter((sides) =>
        sides.every(({ match, absent }) => matches(tokens, match, memo, 1).length > 0 !== absent),
      )
    const count = (
      tokens: readonly Token[],
      memo: Memo = new Map(),
      most = Number.POSITIVE_INFINITY,
    ): number => {
      const found = matches(tokens, single, memo, most).length
      return found >= most ? found : found + holding(tokens, memo).length
    }
    const words: Pattern['words'] = (tokens, memo = new Map()) => {
      const wordsOf = (match: Matcher, most: number): (readonly number[])[] =>
        matches(tokens, match, memo, most).map(([start, end]) => match.words(tokens, start, end, memo))
      return [
        ...wordsOf(single, Number.POSITIVE_INFINITY),
        ...holding(tokens, memo).map((sides) =>
          sides.flatMap(({ match, absent }) => (absent ? [] : wordsOf(match, 1).flat())),
        ),
      ]
    }
    return Object.assign(count, { words })
  }
}

/**
 * Compiles one pattern; its language is explained at `patternCompiler`.
 * @throws PatternError naming what can't be read
 */
export function compilePattern(source: string, lists: Readonly<Record<string, string>>): Pattern {
  return patternCompiler(lists)(source)
}
