import type { Span } from '../../text/place.ts'
import { addConstant, addOperand, type Draft, draftAt, type Item } from './draft.ts'
import { jointOf } from './joint.ts'
import { readLabel } from './label.ts'
import type { Operand } from './operand.ts'
import { readTerm } from './term.ts'
import type { Token } from './tokens.ts'
import { readUnit } from './units.ts'

/** One side of an equation. Its span goes from its first sign to its last digit or parenthesis. */
export interface Expression extends Span {
  readonly items: readonly Item[]
  readonly operands: readonly Operand[]
  /** It begins with “about” or the like. */
  readonly about: boolean
}

/** An expression, if there is one, and the token after it. */
export interface ReadExpression {
  readonly expression: Expression | undefined
  readonly next: number
}

const mostOperands = 100
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const powerOf = (text: string): number =>
  Number(Array.from(text, (digit) => (digit === '⁻' ? '-' : superscripts.indexOf(digit))).join(''))

/** Reads a parenthesis that closes. The unit of what is in it becomes a factor. */
function readClose(draft: Draft, { end }: Token): void {
  const { tokens, items, at } = draft
  draft.depth -= 1
  items.push({ kind: 'close' })
  const isPercent = tokens[at + 1]?.kind === 'percent'
  const { label, next } = readLabel(tokens, at + (isPercent ? 2 : 1), true)
  const unit = readUnit(label)
  if (isPercent || unit.length > 0) {
    items.push({ kind: 'operator', text: '*' })
    addConstant(draft, 1, { start: end, end, unit, share: isPercent ? 0.01 : 1 })
  }
  draft.at = next
}

/** Reads powers and parentheses that close. */
function readEnd(draft: Draft): void {
  for (let token = draft.tokens[draft.at]; token; token = draft.tokens[draft.at]) {
    if (token.kind === 'power') {
      draft.items.push({ kind: 'operator', text: '^' })
      addConstant(draft, powerOf(token.text), token)
      draft.at += 1
    } else if (token.kind === 'close' && draft.depth > 0) readClose(draft, token)
    else return
    draft.end = token.end
  }
}

/** Reads an operator with the term that must come after it; without that, the expression ends before it. */
function readJoint(draft: Draft, name: Token | undefined): boolean {
  const joint = jointOf(draft)
  if (!joint) return false
  const { at, depth, end, items, operands } = draft
  const [itemsBefore, operandsBefore] = [items.length, operands.length]
  items.push(joint.item)
  draft.at += joint.length
  if (readTerm(draft, name)) return true
  items.length = itemsBefore
  operands.length = operandsBefore
  Object.assign(draft, { at, depth, end })
  return false
}

/**
 * Reads the longest expression that begins at a token.
 * @param first the number it begins with, where that is not read: the result before `, × 1.5 = 1,080`
 */
export function readExpression(tokens: readonly Token[], from: number, first?: Operand): ReadExpression {
  const draft = draftAt(tokens, from)
  const name = tokens[from - 1]
  if (first) addOperand(draft, first)
  else if (!readTerm(draft, name)) return { expression: undefined, next: Math.max(from + 1, draft.at) }
  readEnd(draft)
  while (draft.operands.length <= mostOperands && readJoint(draft, name)) readEnd(draft)
  const { items, operands, about, at, depth, end } = draft
  if (depth > 0 || operands.length > mostOperands) return { expression: undefined, next: at }
  const start = first?.start ?? tokens[from]?.start ?? 0
  return { expression: { items, operands, about, start, end }, next: at }
}
