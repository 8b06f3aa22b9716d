import { agrees } from './agrees.ts'
import { candidates } from './candidates.ts'
import type { Expression } from './expression.ts'
import { constant, type Operand } from './operand.ts'
import { isCalculation } from './readings.ts'
import type { Step } from './steps.ts'

/** By what a number is to be multiplied to undo its rounding, by how it is written. */
export type Corrections = Map<string, number>

/** A result compared with its calculation. */
export interface Judgement {
  readonly step: Step
  readonly calculation: Expression
  readonly result: Result
  readonly isRight: boolean
  /** What comes out, in the unit of the result; not finite where nothing does. */
  readonly exact: number
}

/** A number that is given as the result of a calculation. */
export interface Result {
  readonly operand: Operand
  /** What it is counted by: 1,000 in `0.19 USD per 1,000`. */
  readonly per: number
}

/** The number that a side is, or begins with, negative where a minus is before it. */
function resultOf({ items, operands }: Expression): Result | undefined {
  const isNegative = items[0]?.kind === 'negation'
  const [first, joint, last] = isNegative ? items.slice(1) : items
  const operand = first?.kind === 'operand' ? operands[first.index] : undefined
  if (!operand) return undefined
  const per = joint?.kind === 'link' && last?.kind === 'operand' ? (operands[last.index]?.value ?? 1) : 1
  return { operand: isNegative ? { ...operand, value: -operand.value } : operand, per }
}

/** Whether nothing but a unit is written behind a number. */
const isBare = ({ label, unit }: Operand): boolean =>
  label.length === 0 || (label.length === 1 && unit.length === 1)

/** `90 min = 1.5 h`, where nothing but the unit changes. */
const converts = (left: Operand, right: Operand): boolean =>
  isBare(left) && isBare(right) && left.unit.length === 1 && right.unit.length === 1

/** Whether two numbers in a row count the same: `48 GPUs = 6 nodes` do not. */
function countTheSame(left: Operand, right: Operand): boolean {
  const dimensions = ({ unit }: Operand): string =>
    unit.map(({ dimension, sign }) => `${dimension}${sign}`).join()
  if (left.unit.length > 0 || right.unit.length > 0) return dimensions(left) === dimensions(right)
  return left.label.length === 0 || right.label.length === 0 || left.label[0] === right.label[0]
}

/** Whether it is told what a calculation is of: `2 of 6 nodes = 16 GPUs` and `1 GPU per 8 = 6` may be no calculations. */
function isClear({ items, operands }: Expression, { operand }: Result): boolean {
  if (items.some(({ kind }) => kind === 'operator' || kind === 'call')) return true
  const link = items.find((item) => item.kind === 'link')
  return link?.word === 'of' && (link.labelled || operand.share !== 1 || operands[0]?.share !== 1)
}

/** Which side of a step is the result of which calculations; undefined where the sides are not to be compared. */
function sidesOf({
  left,
  right,
  origins,
  free,
}: Step): { calculations: Expression[]; result: Result } | undefined {
  const [first, result] = [resultOf(left), resultOf(right)]
  if (isCalculation(left))
    return result && isClear(left, result) ? { calculations: [left], result } : undefined
  if (!first) return undefined
  if (origins.length > 0)
    return result && countTheSame(first.operand, result.operand)
      ? { calculations: [left, ...origins], result }
      : undefined
  if (!free) return undefined
  if (isCalculation(right))
    return isBare(first.operand) ? { calculations: [right], result: first } : undefined
  return result && converts(first.operand, result.operand) ? { calculations: [left], result } : undefined
}

/** All that a calculation may come to. */
export function valuesOf(
  calculation: Expression,
  { operand, per }: Result,
  corrections: Corrections,
): number[] {
  const factors = calculation.operands.map(({ text }) => corrections.get(text) ?? 1)
  const values = candidates(calculation, operand)
  if (factors.some((factor) => factor !== 1)) values.push(...candidates(calculation, operand, factors))
  return per === 1 ? values : [...values, ...values.map((value) => value * per)]
}

const distance = (a: number, b: number): number => Math.abs(Math.log(Math.abs(a / b)))

/** Of several values the one that is meant most likely. */
const nearest = ([first, ...rest]: readonly number[], shown: number): number | undefined =>
  rest.reduce(
    (best, value) => (best === undefined || distance(value, shown) < distance(best, shown) ? value : best),
    first,
  )

/** Whether two calculations come to nearly the same. */
function comeToTheSame(left: Expression, right: Expression, about: boolean): boolean {
  const most = about ? 0.05 : 1e-3
  const values = candidates(right, constant(0))
  return candidates(left, constant(0)).some((one) =>
    values.some((other) => one === other || distance(one, other) <= most),
  )
}

/** A result that was rounded is not rounded again where it is used later in the same drill. */
function remember({ text, value, step }: Operand, exact: number, corrections: Corrections): void {
  const hasDigits = /[1-9]\D*\d/.test(text)
  if (hasDigits && Math.abs(exact - value) <= step / 2) corrections.set(text, exact / value)
}

/** Compares the sides of a step; undefined where they can't be compared. */
export function judge(step: Step, corrections: Corrections): Judgement | undefined {
  const { left, right } = step
  const sides = sidesOf(step)
  if (!sides) return undefined
  const { calculations, result } = sides
  const values = calculations.flatMap((each) => valuesOf(each, result, corrections))
  const { operand } = result
  const found = values.find((value) => agrees(value, operand, step))
  if (found !== undefined && !step.about) remember(operand, found, corrections)
  // Of a number and the calculation it comes from, what the calculation comes to is told.
  const calculation = calculations.at(-1) ?? left
  const exact = found ?? nearest(valuesOf(calculation, result, corrections), operand.value)
  if (exact === undefined) return undefined
  const isRight =
    found !== undefined ||
    (isCalculation(left) && isCalculation(right) && comeToTheSame(left, right, step.about))
  return { step, calculation, result, isRight, exact }
}
