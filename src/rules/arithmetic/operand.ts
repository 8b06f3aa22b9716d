import type { Span } from '../../text/place.ts'
import type { Token } from './tokens.ts'
import { readUnit, scales, shares, type UnitPart, unitOf } from './units.ts'

/** A number of a calculation with what is written behind it. Its span is that of its digits. */
export interface Operand extends Span {
  /** As it is written: of `12 %` 12, of `1.2 M` 1,200,000. */
  readonly value: number
  /** One in the last digit that is shown. */
  readonly step: number
  /** Of `12 %` 0.01. */
  readonly share: number
  readonly unit: readonly UnitPart[]
  /** The words behind it. */
  readonly label: readonly string[]
  /** The words of its unit, for messages: `ms`, `%`. */
  readonly shownUnit: string
  readonly text: string
}

/** An operand and where reading goes on. */
interface Read {
  readonly operand: Operand
  readonly next: number
}

/** Words that end an expression: what comes after them is another thing. */
const ends = new Set(
  (
    'and or so but then if when while because since which that than is are was were be gives give gave makes make ' +
    'needs need needed means takes take has have had leaves leave plus minus times divided multiplied versus vs not equals'
  ).split(' '),
)
const most = 10

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The value of a number in words; 0 for another word. */
export const spelled = (word: string): number => numbers.indexOf(word.toLowerCase()) + 1

/** Whether a token begins or ends what words behind a number may be. */
const isLabel = ({ kind, text }: Token): boolean =>
  kind === 'slash' || kind === 'power' || (kind === 'word' && !ends.has(text))

/**
 * Where a remark in parentheses ends.
 * @param at its first token
 */
function endOfRemark(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let end = at; end < tokens.length && end < at + 40; end += 1) {
    const kind = tokens[end]?.kind
    if (kind === 'open') depth += 1
    if (kind === 'close') depth -= 1
    if (kind === 'relation') return at
    if (depth === 0) return end + 1
  }
  return at
}

const isSpelledOperand = (tokens: readonly Token[], at: number): boolean =>
  spelled(tokens[at]?.text ?? '') > 1 && tokens[at - 1]?.kind === 'word'

/** The words behind a number, with remarks in parentheses left out. */
export function readLabel(tokens: readonly Token[], from: number): { label: string[]; next: number } {
  const label: string[] = []
  let next = from
  for (;;) {
    const token = tokens[next]
    if (!token || label.length > most) break
    if (token.kind === 'open') {
      const end = endOfRemark(tokens, next)
      if (end === next) break
      next = end
    } else if (isLabel(token) && !isSpelledOperand(tokens, next)) {
      label.push(token.text)
      next += 1
    } else break
  }
  return { label, next }
}

const digits = (text: string): string => text.replace(/[,\u00A0\u202F\u2009]/g, '').replace('−', '-')

/** A number with its scale, unit and label. */
export function readOperand(tokens: readonly Token[], at: number, prefix?: Token): Read | undefined {
  const number = tokens[at]
  if (!number) return undefined
  const inWords = number.kind === 'word'
  const plain = inWords ? String(spelled(number.text)) : digits(number.text)
  let next = at + 1
  const follower = tokens[next]
  const scale = follower && isScale(follower) ? (scales[follower.text] ?? 1) : 1
  if (scale !== 1) next += 1
  let share = 1
  const percent = tokens[next]
  if (percent?.kind === 'percent') {
    share = 0.01
    next += 1
  } else if (percent?.kind === 'word' && Object.hasOwn(shares, percent.text)) share = shares[percent.text] ?? 1
  if (clings(tokens[next], scale === 1 && share === 1)) return undefined
  const { label, next: end } = readLabel(tokens, next)
  const decimals = /\.(\d+)/.exec(plain)?.[1]?.length ?? 0
  const exponent = Number(/e([-+]?\d+)/i.exec(plain)?.[1] ?? 0)
  const unit = readUnit(prefix ? [prefix.text, ...label] : label)
  const operand: Operand = {
    start: number.start,
    end: number.end,
    text: number.text,
    value: Number(plain) * scale,
    step: 10 ** (exponent - decimals) * scale,
    share,
    unit,
    label,
    shownUnit: percent?.kind === 'percent' ? '%' : unitOf(label[0] ?? '') ? (label[0] ?? '') : '',
  }
  return { operand, next: end }
}

/** A scale clings to its number or is a word apart from it; only then `B` is a billion. */
function isScale({ kind, text, apart }: Token): boolean {
  return kind === 'word' && Object.hasOwn(scales, text) && !(text === 'B' && apart)
}

/** Letters that cling to a number and are no unit make it a name: `2N`, `3rd`, `4o`. */
function clings(token: Token | undefined, bare: boolean): boolean {
  return bare && token?.kind === 'word' && !token.apart && !unitOf(token.text) && token.text !== '×'
}
