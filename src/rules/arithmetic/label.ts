import { wordSet } from '../../text/word-set.ts'
import { functionAt, isE } from './functions.ts'
import { spelled } from './numerals.ts'
import type { Token } from './tokens.ts'

/** The words behind a number, with the slashes between them. */
export type Label = readonly string[]

/** Words that end an expression: what comes after them is another thing. */
const ends = wordSet(
  'and or so but then if when while because since which that than is are was were be gives give gave makes make ' +
    'needs need needed means takes take has have had leaves leave plus minus times divided multiplied versus vs not ' +
    'equals',
)
const mostWords = 10
const longestRemark = 40

/** Whether a word ends what is said about a number. */
export const isEnd = (word: string): boolean => ends.has(word)

/** Where a remark in parentheses ends; where it begins if it is no remark. */
function endOfRemark(tokens: readonly Token[], from: number, mayCalculate: boolean): number {
  let depth = 0
  for (let at = from; at < from + longestRemark; at += 1) {
    const kind = tokens[at]?.kind
    if (kind === 'operator' && !mayCalculate) return from
    if (kind === 'open') depth += 1
    if (kind === 'close') depth -= 1
    if (depth === 0) return at + 1
  }
  return from
}

/** Whether a word among those behind a number is the next number: `half of the twelve`, `15 USD per million`. */
function isNext(tokens: readonly Token[], at: number): boolean {
  const value = spelled(tokens[at]?.text ?? '') ?? 1
  return value >= 100 ? tokens[at - 1]?.text === 'per' : value > 1
}

/**
 * The words behind a number, without remarks in parentheses, and the token after them.
 * @param mayCalculate remarks may hold calculations: in `on 4 GPUs (40 + 8) ÷ 64`, another one begins there
 */
export function readLabel(
  tokens: readonly Token[],
  from: number,
  mayCalculate: boolean,
): { readonly label: Label; readonly next: number } {
  const label: string[] = []
  let next = from
  for (let token = tokens[next]; token && label.length < mostWords; token = tokens[next]) {
    const isTerm = isE(tokens, next) || functionAt(tokens, next) !== undefined || isNext(tokens, next)
    const isWord = token.kind === 'word' && !isEnd(token.text) && !isTerm
    const end = token.kind === 'open' ? endOfRemark(tokens, next, mayCalculate) : next + 1
    if (isWord || token.kind === 'slash') label.push(token.text)
    else if (!(token.kind === 'power' && label.length > 0) && !(token.kind === 'open' && end > next)) break
    next = end
  }
  return { label, next }
}
