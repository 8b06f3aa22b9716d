import { type Expression, readExpression } from './expression.ts'
import { spelled } from './operand.ts'
import type { Passage } from './passages.ts'
import { isCalculation } from './readings.ts'
import { type Rounding, readRounding } from './rounding.ts'
import { type Token, tokenize } from './tokens.ts'

/** Two sides that an author says are equal. */
export interface Step {
  readonly left: Expression
  readonly right: Expression
  /** Calculations before it in the same chain: a result may be right for one of them, not for the rounded step between. */
  readonly origins: readonly Expression[]
  readonly about: boolean
  readonly rounding?: Rounding
  /** The left side may be a result, as in `2,304 = 48 × 48`: nothing that it might belong to stands before it. */
  readonly free: boolean
}

interface Scan {
  readonly passage: Passage
  readonly tokens: readonly Token[]
}

const mostDepth = 16
const starters = new Set('ln log log2 log10 lg sqrt exp'.split(' '))
const verbs = new Set('is are was of gives makes needs takes total totals thus so hence'.split(' '))
const boundaries = new Set('and or so then but because while hence thus'.split(' '))

/** Parentheses with an equation in them are read on their own, and what is around them without them. */
function separate(tokens: readonly Token[]): Token[][] {
  const lists: Token[][] = []
  const open: { tokens: Token[]; equation: boolean }[] = [{ tokens: [], equation: false }]
  const close = (): void => {
    const inner = open.pop()
    const outer = open.at(-1)
    if (!inner || !outer) return
    if (inner.equation) lists.push(inner.tokens.slice(1))
    else for (const token of inner.tokens) outer.tokens.push(token)
  }
  for (const token of tokens) {
    const within = open.at(-1)
    if (token.kind === 'open' && open.length <= mostDepth) open.push({ tokens: [token], equation: false })
    else if (token.kind === 'close' && open.length > 1) {
      if (!within?.equation) within?.tokens.push(token)
      close()
    } else {
      within?.tokens.push(token)
      if (within) within.equation ||= token.kind === 'relation'
    }
  }
  while (open.length > 1) close()
  return [...lists, ...open.map((each) => each.tokens)]
}

function isStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token?.kind === 'open') return token.apart || tokens[at - 1]?.kind !== 'word'
  if (token?.kind === 'word')
    return (
      (starters.has(token.text) && (next?.kind === 'open' || next?.kind === 'number')) ||
      (token.text === 'e' && (next?.kind === 'power' || next?.text === '^')) ||
      spelled(token.text) > 0
    )
  return token?.kind === 'number' || token?.kind === 'root' || token?.kind === 'currency' || token?.kind === 'sign'
}

const isBoundary = ({ kind, text }: Token): boolean =>
  kind === 'break' || kind === 'relation' || (kind === 'word' && boundaries.has(text))

/** Whether a number has nothing before it that it might be a name or a part of. */
function isFree(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return !before || before.kind === 'break' || before.kind === 'open' || verbs.has(before.text)
}

/** `7 to 8` and `7 or 8` are no results. */
function isRange(tokens: readonly Token[], { operands }: Expression, next: number): boolean {
  const [token, after] = [tokens[next], tokens[next + 1]]
  return (
    (operands.at(-1)?.label.at(-1) === 'to' && token?.kind === 'number') ||
    (token?.text === 'or' && after?.kind === 'number')
  )
}

/** A chain of equal sides, from the first of them on; gives where reading goes on, and the last side. */
function* chain(
  { passage, tokens }: Scan,
  first: Expression,
  from: number,
  free: boolean,
): Generator<Step, { readonly next: number; readonly last: Expression | undefined }> {
  const origins: Expression[] = []
  let left = first
  let next = from
  for (;;) {
    const relation = tokens[next]
    if (relation?.kind !== 'relation') break
    const { expression: right, next: after } = readExpression(tokens, next + 1)
    if (!right || isRange(tokens, right, after)) return { next: after, last: undefined }
    if (isCalculation(left)) origins.push(left)
    const end = right.operands[0]?.end ?? right.end
    const { rounding, roundedTo } = readRounding(passage, end)
    const about = relation.text === '≈' || right.about
    yield { left, right, origins: [...origins], about, free: free && left === first, ...(rounding && { rounding }) }
    const at = roundedTo ? tokens.findIndex(({ start }) => start === roundedTo.at) : -1
    const whole = at === -1 ? undefined : readExpression(tokens, at).expression
    if (roundedTo && whole)
      yield { left: right, right: whole, origins: [...origins], about: false, free: false, rounding: roundedTo.rounding }
    left = right
    next = after
  }
  return { next, last: left }
}

/** Equations in a list of tokens. */
function* scan({ passage, tokens }: Scan): Generator<Step> {
  let at = 0
  // Behind an operator whose left side could not be read, no number begins a calculation.
  let blocked = false
  let last: Expression | undefined
  for (let token = tokens[at]; token; token = tokens[at]) {
    const before = last
    last = undefined
    const result = before && !isCalculation(before) ? before.operands[0] : undefined
    const goesOn = result && (token.text === ',' || token.text === 'then') && tokens[at + 1]?.kind === 'operator'
    if (!goesOn && (blocked || !isStart(tokens, at))) {
      blocked = !isBoundary(token) && (blocked || token.kind === 'operator' || token.kind === 'obstacle')
      at += 1
      continue
    }
    const start = goesOn ? at + 1 : at
    const { expression, next } = readExpression(tokens, start, goesOn ? result : undefined)
    if (expression && tokens[next]?.kind === 'relation') {
      const end = yield* chain({ passage, tokens }, expression, next, isFree(tokens, at))
      last = end.last
      blocked = last === undefined
      at = Math.max(end.next, at + 1)
    } else {
      blocked = expression ? isCalculation(expression) : token.kind !== 'open'
      at = token.kind === 'open' && !expression ? at + 1 : Math.max(next, at + 1)
    }
  }
}

/** The equations of a passage, in no order. */
export function* stepsOf(passage: Passage): Generator<Step> {
  for (const tokens of separate(tokenize(passage.text))) yield* scan({ passage, tokens })
}
