import { wordSet } from '../../text/word-set.ts'
import { type Expression, readExpression } from './expression.ts'
import { isOperator } from './joint.ts'
import type { Operand } from './operand.ts'
import { isCalculation } from './readings.ts'
import { type Rounding, readRounding } from './rounding.ts'
import type { Sentence } from './sentences.ts'
import { separate } from './separate.ts'
import { startsTerm } from './term.ts'
import { type Token, tokenize } from './tokens.ts'
import { unitOf } from './units.ts'

/** Two sides that an author says are equal. */
export interface Step {
  readonly left: Expression
  readonly right: Expression
  /** The calculations before it in the same chain, the last ones. In `20 ÷ 3 = 6.7 = 6.67` only the first is exact. */
  readonly origins: readonly Expression[]
  /** “About” is said of the result. */
  readonly about: boolean
  readonly rounding?: Rounding | undefined
  /** Nothing is before the left side that it might belong to: it may be a result, as in `2,304 = 48 × 48`. */
  readonly free: boolean
}

/** A chain that has been read: the token after it, and its last side where that may be calculated with. */
interface ReadChain {
  readonly next: number
  readonly last: Expression | undefined
}

const mostOrigins = 3
const farthest = 60
/** Words that a result may follow. */
const introductions = wordSet('is are was of which gives makes needs takes total totals thus so hence')
/** What may stand between a result and what is done with it. */
const resumptions = new Set([',', ';', 'then'])
/** Words that a number behind them belongs to as a name. */
const named = wordSet('tier stage level step phase version section table figure chapter option case part')
const conjunctions = wordSet('and or so then but because while hence thus')

const isBoundary = ({ kind, text }: Token): boolean =>
  kind === 'break' || kind === 'relation' || (kind === 'word' && conjunctions.has(text))

function isFree(before: Token | undefined): boolean {
  return !before || before.kind === 'break' || before.kind === 'open' || introductions.has(before.text)
}

/** A minus at the beginning of a calculation. */
function startsNegative(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return token?.text === '-' && next?.kind === 'number' && !next.apart && (!before || isBoundary(before))
}

/** `7 to 8`, `7–8`, `7 or 8` and `1 h 20 min`: no number to compare with. */
function isSeveral(tokens: readonly Token[], { operands }: Expression, next: number): boolean {
  const { label = [] } = operands.at(-1) ?? {}
  const [token, after] = [tokens[next], tokens[next + 1]]
  if (token?.kind === 'obstacle') return !token.apart
  if (token?.text === 'or') return after?.kind === 'number'
  const isDuration = label.length === 1 && unitOf(label[0] ?? '') !== undefined
  return token?.kind === 'number' && (isDuration || label.at(-1) === 'to')
}

/** The steps of a chain of equal sides. */
function* chain(
  sentence: Sentence,
  tokens: readonly Token[],
  first: Expression,
  at: number,
  free: boolean,
): Generator<Step, ReadChain> {
  let origins: readonly Expression[] = []
  let left = first
  let next = at
  for (let sign = tokens[next]; sign?.kind === 'relation'; sign = tokens[next]) {
    const { expression: right, next: after } = readExpression(tokens, next + 1)
    if (!right || isSeveral(tokens, right, after)) return { next: after, last: undefined }
    if (isCalculation(left)) origins = [...origins, left].slice(-mostOrigins)
    const { rounding, roundedTo } = readRounding(sentence, right.operands[0]?.end ?? right.end)
    const about = sign.text === '≈' || right.about
    yield { left, right, origins, about, rounding, free: free && left === first }
    if (roundedTo) {
      const near = tokens.slice(next, next + farthest)
      const index = near.findIndex(({ start }) => start === roundedTo.at)
      const { expression } = index === -1 ? {} : readExpression(near, index)
      if (expression)
        yield {
          left: right,
          right: expression,
          origins,
          about: false,
          rounding: roundedTo.rounding,
          free: false,
        }
    }
    left = right
    next = after
  }
  return { next, last: left }
}

/** The result that goes on behind a comma: `= 720, × 1.5 = 1,080`. */
function continued(tokens: readonly Token[], at: number, last: Expression | undefined): Operand | undefined {
  if (!last || isCalculation(last) || !resumptions.has(tokens[at]?.text ?? '')) return undefined
  return isOperator(tokens[at + 1]) ? last.operands[0] : undefined
}

/** Steps among tokens without parentheses that hold others. */
function* scan(sentence: Sentence, tokens: readonly Token[]): Generator<Step> {
  let at = 0
  // No number begins a calculation behind an operator whose left side could not be read.
  let blocked = false
  let last: Expression | undefined
  for (let token = tokens[at]; token; token = tokens[at]) {
    const before = continued(tokens, at, last)
    last = undefined
    const isName = token.kind === 'number' && named.has(tokens[at - 1]?.text.toLowerCase() ?? '')
    if (!before && (isName || blocked || !(startsTerm(tokens, at) || startsNegative(tokens, at)))) {
      blocked = !isBoundary(token) && (blocked || token.kind === 'operator' || token.kind === 'obstacle')
      at += 1
      continue
    }
    const { expression, next } = readExpression(tokens, before ? at + 1 : at, before)
    if (expression && tokens[next]?.kind === 'relation') {
      const read = yield* chain(sentence, tokens, expression, next, isFree(tokens[at - 1]))
      last = read.last
      blocked = last === undefined
      at = read.next
    } else if (token.kind === 'open' && !expression) at += 1
    else {
      blocked = !expression || expression.items.some(({ kind }) => kind === 'operator')
      at = next
    }
  }
}

/** The steps of a sentence. */
export function* stepsOf(sentence: Sentence): Generator<Step> {
  for (const tokens of separate(tokenize(sentence.text))) yield* scan(sentence, tokens)
}
