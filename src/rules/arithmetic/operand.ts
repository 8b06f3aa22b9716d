import type { Span } from '../../text/place.ts'
import { type Label, readLabel } from './label.ts'
import { scaleOf, spelled } from './numerals.ts'
import type { Token } from './tokens.ts'
import { readUnit, shares, type UnitPart, unitOf } from './units.ts'

/** A number of a calculation with what is written behind it. Its span is that of its digits. */
export interface Operand extends Span {
  readonly text: string
  /** As it is written: 12 of `12 %`, 1,200,000 of `1.2 M`. */
  readonly value: number
  /** What its digits count: 1,000,000 of `1.2 M`. */
  readonly scale: number
  /** One in the last digit that is shown. */
  readonly step: number
  /** 0.01 of `12 %`. */
  readonly share: number
  readonly unit: readonly UnitPart[]
  readonly label: Label
  /** What is written behind the digits, for messages: `%`, `M`. */
  readonly suffix: string
  readonly shownUnit: string
}

/** A number that nothing is known of but its value, and its place where it has one. */
export const constant = (value: number, given: Partial<Operand> = {}): Operand => ({
  start: 0,
  end: 0,
  text: '',
  value,
  scale: 1,
  step: 0,
  share: 1,
  unit: [],
  label: [],
  suffix: '',
  shownUnit: '',
  ...given,
})

/** Letters that cling to a number and are no unit make it a name: `2N`, `3rd`, `4o`. */
const isName = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !token.apart && token.text !== '×' && !unitOf(token.text)

/** A power of ten behind a number, and the token after it. */
function readScale(tokens: readonly Token[], at: number): readonly [scale: number, next: number] {
  const scale = scaleOf(tokens[at])
  return scale === undefined ? [1, at] : [scale, at + 1]
}

/**
 * The number that begins at a token, with its scale, unit and label, and the token after it.
 * @param isAlone nothing is calculated with it so far
 */
export function readOperand(
  tokens: readonly Token[],
  at: number,
  { currency, isAlone }: { readonly currency: string | undefined; readonly isAlone: boolean },
): { readonly operand: Operand; readonly next: number } | undefined {
  const number = tokens[at]
  if (!number) return undefined
  const digits = number.text.replace(/[,\u00A0\u202F\u2009]/g, '').replace('−', '-')
  const [scale, behind] = readScale(tokens, at + 1)
  const isPercent = tokens[behind]?.kind === 'percent'
  if (behind === at + 1 && !isPercent && isName(tokens[behind])) return undefined
  const { label, next } = readLabel(tokens, isPercent ? behind + 1 : behind, !isAlone)
  const [word = ''] = label
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0
  const exponent = Number(/e(.+)/i.exec(digits)?.[1] ?? 0)
  const operand = constant((spelled(number.text) ?? Number(digits)) * scale, {
    start: number.start,
    end: number.end,
    text: number.text,
    scale,
    step: 10 ** (exponent - decimals) * scale,
    share: isPercent ? 0.01 : (shares.get(word) ?? 1),
    unit: readUnit(currency ? [currency, ...label] : label),
    label,
    suffix: isPercent ? '%' : behind > at + 1 ? (tokens[at + 1]?.text ?? '') : '',
    shownUnit: unitOf(word) ? word : '',
  })
  return { operand, next }
}
