import type { Span } from '../../text/place.ts'
import { type Operand, readLabel, readOperand, spelled } from './operand.ts'
import type { Token } from './tokens.ts'
import { readUnit } from './units.ts'

/** A piece of an expression, in the order in which it is written. */
export type Item =
  | { readonly kind: 'operand'; readonly index: number }
  | { readonly kind: 'operator'; readonly text: string; readonly dash?: true }
  /** A minus that has nothing before it to take from. */
  | { readonly kind: 'negation' }
  /** `of`, `per` or `in` between two numbers: what it means is to be found out. */
  | { readonly kind: 'link'; readonly word: string; readonly labelled: boolean }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'open' | 'close' }

/** One side of an equation. Its span goes from its first sign to its last digit or parenthesis. */
export interface Expression extends Span {
  readonly items: readonly Item[]
  readonly operands: readonly Operand[]
  /** It begins with “about” or the like. */
  readonly about: boolean
}

/** An expression, if there is one, and where reading goes on. */
export interface ReadExpression {
  readonly expression: Expression | undefined
  readonly next: number
}

/** What has been read of an expression. */
interface Draft {
  readonly tokens: readonly Token[]
  readonly items: Item[]
  readonly operands: Operand[]
  at: number
  depth: number
  about: boolean
  end: number
}

const mostOperands = 100
const mostDepth = 16
const about = new Set('about roughly approximately around nearly almost circa ca some ~ ≈'.split(' '))
const fillers = new Set(
  (
    'a an the its our their this these those assumed say only another each every estimated measured typical mean ' +
    'average total exactly just still all'
  ).split(' '),
)
const functions: Readonly<Record<string, string>> = {
  '√': 'sqrt',
  sqrt: 'sqrt',
  ln: 'ln',
  log: 'log',
  log2: 'log2',
  'log₂': 'log2',
  log10: 'log10',
  'log₁₀': 'log10',
  lg: 'log10',
  exp: 'exp',
}
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const operatorWords: Readonly<Record<string, string>> = { plus: '+', minus: '-', times: '*' }
const operatorVerbs: Readonly<Record<string, string>> = { divided: '/', multiplied: '*' }

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const powerOf = (text: string): number =>
  Number(Array.from(text, (digit) => (digit === '⁻' ? '-' : superscripts.indexOf(digit))).join(''))

const isNumber = (token: Token | undefined): boolean =>
  token?.kind === 'number' || (token?.kind === 'word' && spelled(token.text) > 0)

const isPower = (token: Token | undefined): boolean =>
  token?.kind === 'power' || (token?.kind === 'operator' && token.text === '^')

/** Adds a number that is not written in digits. */
function addConstant({ items, operands }: Draft, value: number, given: Partial<Operand> & Span): void {
  operands.push({ text: '', value, step: 0, share: 1, unit: [], label: [], shownUnit: '', ...given })
  items.push({ kind: 'operand', index: operands.length - 1 })
}

function skipFillers(draft: Draft): void {
  for (let token = draft.tokens[draft.at]; token; token = draft.tokens[draft.at]) {
    if (about.has(token.text)) draft.about ||= draft.operands.length === 0
    else if (token.kind !== 'sign' && !(token.kind === 'word' && fillers.has(token.text))) return
    draft.at += 1
  }
}

function readNumber(draft: Draft): boolean {
  const { tokens, items, operands, at } = draft
  const token = tokens[at]
  if (token?.kind === 'word' && token.text === 'e' && isPower(tokens[at + 1])) {
    addConstant(draft, Math.E, token)
    draft.end = token.end
    draft.at += 1
    return true
  }
  const prefix = token?.kind === 'currency' || token?.text === 'USD' ? token : undefined
  const first = prefix ? at + 1 : at
  const read = isNumber(tokens[first]) ? readOperand(tokens, first, prefix) : undefined
  if (!read) return false
  items.push({ kind: 'operand', index: operands.length })
  operands.push(read.operand)
  draft.end = read.operand.end
  draft.at = read.next
  return true
}

/** A number, with parentheses, functions and a minus that may stand before it. */
function readStart(draft: Draft): boolean {
  for (;;) {
    skipFillers(draft)
    const { tokens, items, at } = draft
    const token = tokens[at]
    if (!token) return false
    const call = own(functions, token.text)
    if (token.kind === 'operator' && (token.text === '-' || token.text === '+')) {
      if (items.at(-1)?.kind === 'negation') return false
      if (token.text === '-') items.push({ kind: 'negation' })
    } else if (token.kind === 'open') {
      draft.depth += 1
      if (draft.depth > mostDepth) return false
      items.push({ kind: 'open' })
    } else if (call) items.push({ kind: 'call', name: call })
    else return readNumber(draft)
    draft.at += 1
  }
}

/** Powers, and parentheses that close, with the unit of what is in them. */
function readEnd(draft: Draft): void {
  const { tokens, items } = draft
  for (let token = tokens[draft.at]; token; token = tokens[draft.at]) {
    if (token.kind === 'power') {
      items.push({ kind: 'operator', text: '^' })
      addConstant(draft, powerOf(token.text), token)
      draft.at += 1
    } else if (token.kind === 'close' && draft.depth > 0) {
      draft.depth -= 1
      items.push({ kind: 'close' })
      const percent = tokens[draft.at + 1]?.kind === 'percent'
      const { label, next } = readLabel(tokens, draft.at + (percent ? 2 : 1))
      const unit = readUnit(label)
      if (percent || unit.length > 0) {
        items.push({ kind: 'operator', text: '*' })
        addConstant(draft, 1, { start: token.end, end: token.end, unit, share: percent ? 0.01 : 1 })
      }
      draft.at = next
    } else return
    draft.end = token.end
  }
}

/** `20 cells of 600`, `5 per 1,000`, `1 in 40`. */
function linkBefore({ tokens, operands, at }: Draft): Item | undefined {
  const { label = [] } = operands.at(-1) ?? {}
  const word = label.at(-1) ?? ''
  const links = word === 'of' || word === 'per' || word === 'every' || (word === 'in' && label.length === 1)
  return links && isNumber(tokens[at]) ? { kind: 'link', word, labelled: label.length > 1 } : undefined
}

/** What joins two numbers, and how many tokens it takes. */
function joint(draft: Draft): { readonly item: Item; readonly length: number } | undefined {
  const [token, next] = [draft.tokens[draft.at], draft.tokens[draft.at + 1]]
  if (token?.kind === 'operator') {
    const { text, dash } = token
    return { item: { kind: 'operator', text, ...(dash && { dash }) }, length: 1 }
  }
  const link = linkBefore(draft)
  if (link) return { item: link, length: 0 }
  const word = token?.kind === 'word' ? token.text : ''
  const text = own(operatorWords, word)
  if (text) return { item: { kind: 'operator', text }, length: 1 }
  const verb = own(operatorVerbs, word)
  return verb && next?.text === 'by' ? { item: { kind: 'operator', text: verb }, length: 2 } : undefined
}

/** An operator with the number that must come after it; without that, the expression ends before it. */
function readJoint(draft: Draft): boolean {
  const found = joint(draft)
  if (!found) return false
  const { at, depth, end, items, operands } = draft
  const before = [items.length, operands.length] as const
  items.push(found.item)
  draft.at += found.length
  if (readStart(draft)) return true
  items.length = before[0]
  operands.length = before[1]
  Object.assign(draft, { at, depth, end })
  return false
}

/**
 * Reads the longest expression that begins at a token.
 * @param first what has been read of it: the result before `, × 1.5 = 1,080`
 */
export function readExpression(tokens: readonly Token[], from: number, first?: Operand): ReadExpression {
  const draft: Draft = { tokens, items: [], operands: [], at: from, depth: 0, about: false, end: 0 }
  if (first) {
    draft.items.push({ kind: 'operand', index: 0 })
    draft.operands.push(first)
  } else if (!readStart(draft)) return { expression: undefined, next: Math.max(from + 1, draft.at) }
  readEnd(draft)
  while (draft.operands.length <= mostOperands && readJoint(draft)) readEnd(draft)
  const { items, operands, at, depth, end } = draft
  if (depth > 0 || operands.length > mostOperands) return { expression: undefined, next: at }
  const start = first?.start ?? tokens[from]?.start ?? 0
  return { expression: { items, operands, about: draft.about, start, end }, next: at }
}
