import type { Span } from '../../text/place.ts'
import { agrees } from './agrees.ts'
import { candidates } from './candidates.ts'
import type { Expression } from './expression.ts'
import type { Operand } from './operand.ts'
import { isCalculation } from './readings.ts'
import type { Step } from './steps.ts'

/** How much bigger or smaller the exact value of a result is than what is shown, by how the result is written. */
export type Corrections = Map<string, number>

/** A result that is not what its calculation comes to. Its span is in the passage. */
export interface Wrong extends Span {
  readonly shown: Operand
  readonly calculation: Expression
  /** In the unit of the result; not finite where nothing comes out. */
  readonly exact: number
  readonly step: Step
}

/** A result with what it may be multiplied by to be compared: `0.19 USD per 1,000`. */
interface Result {
  readonly operand: Operand
  readonly scale: number
}

/** The number that a side is, or begins with, negative where a minus is before it. */
function resultOf({ items, operands }: Expression): Result | undefined {
  const negative = items[0]?.kind === 'negation'
  const [first, joint, last] = negative ? items.slice(1) : items
  if (first?.kind !== 'operand') return undefined
  const operand = operands[first.index]
  if (!operand) return undefined
  const per = joint?.kind === 'link' && last?.kind === 'operand' ? (operands[last.index]?.value ?? 1) : 1
  return { operand: negative ? { ...operand, value: -operand.value } : operand, scale: per }
}

/** All values that a calculation may have, with and without the digits that were lost to rounding before. */
function valuesOf(calculation: Expression, { operand, scale }: Result, corrections: Corrections): number[] {
  const plain = candidates(calculation, operand)
  const factors = calculation.operands.map(({ text }) => corrections.get(text) ?? 1)
  const corrected = factors.every((factor) => factor === 1) ? [] : candidates(calculation, operand, factors)
  const values = [...plain, ...corrected]
  return scale === 1 ? values : [...values, ...values.map((value) => value * scale)]
}

const distance = (a: number, b: number): number => Math.abs(Math.log(Math.abs(a / b)))

/** Of several values the one that is meant most likely. */
const nearest = (values: readonly number[], shown: number): number =>
  values.reduce((best, value) => (distance(value, shown) < distance(best, shown) ? value : best))

/** Two numbers behind each other in a chain are compared only if they count the same. */
function comparable(left: Operand, right: Operand): boolean {
  const dimensions = ({ unit }: Operand): string =>
    unit.map(({ dimension, sign }) => `${dimension}${sign}`).join()
  if (left.unit.length > 0 || right.unit.length > 0) return dimensions(left) === dimensions(right)
  return left.label.length === 0 || right.label.length === 0 || left.label[0] === right.label[0]
}

/** Whether two calculations come to the same. */
function agreeAsCalculations(left: Expression, right: Expression, about: boolean): boolean {
  const unitless: Operand = { start: 0, end: 0, text: '', value: 0, step: 0, share: 1, unit: [], label: [], shownUnit: '' }
  const most = about ? 0.05 : 1e-3
  return candidates(left, unitless).some((one) =>
    candidates(right, unitless).some((other) => one === other || distance(one, other) <= most),
  )
}

/** Finds what is wrong with a step, and learns how its result was rounded. */
export function check(step: Step, corrections: Corrections): Wrong | undefined {
  const { left, right, origins } = step
  const result = resultOf(right)
  const reversed = !isCalculation(left)
  if (reversed && origins.length === 0) return isCalculation(right) ? checkReversed(step, corrections) : undefined
  if (!result) return agreeAsCalculations(left, right, step.about) ? undefined : undefined
  const first = resultOf(left)
  if (reversed && first && !comparable(first.operand, result.operand)) return undefined
  if (isCalculation(right) && agreeAsCalculations(left, right, step.about)) return undefined
  const sources = reversed ? [left, ...origins] : [left]
  const values = sources.flatMap((source) => valuesOf(source, result, corrections))
  return verdict(step, sources.at(-1) ?? left, result.operand, values, corrections)
}

/** `2,304 = 48 × 48`. */
function checkReversed(step: Step, corrections: Corrections): Wrong | undefined {
  const { left, right, free } = step
  const result = resultOf(left)
  if (!free || !result || result.operand.label.length > 1) return undefined
  return verdict(step, right, result.operand, valuesOf(right, result, corrections), corrections)
}

function verdict(
  step: Step,
  calculation: Expression,
  shown: Operand,
  values: readonly number[],
  corrections: Corrections,
): Wrong | undefined {
  if (values.length === 0) return undefined
  const right = values.find((value) => agrees(value, shown, step))
  if (right === undefined) {
    const { start, end } = shown
    const exact = nearest(values, shown.value)
    return { start, end, shown, calculation, exact, step }
  }
  const isRounded = Math.abs(right - shown.value) <= shown.step / 2
  if (isRounded && shown.value !== 0 && /\d\D*\d/.test(shown.text))
    corrections.set(shown.text, right / shown.value)
  return undefined
}
