import type { Evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'
import type { Operand } from './operand.ts'
import { isSum, readingsOf } from './readings.ts'
import type { Dimension, UnitPart } from './units.ts'

/** How big the second, the bit and the dollar are. */
type Measure = Readonly<Record<Dimension, number>>

const usual: Measure = { time: 1, data: 1, money: 1 }
const unusual: Measure = { time: 7, data: 11, money: 13 }

/** Letters that make a unit of another one which is not known here: `MW`, `Mtokens`. */
const prefixes: ReadonlyMap<string, number> = new Map([
  ['m', 1e-3],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
])

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b)

/** A unit in seconds, bits and dollars. */
const factorOf = (unit: readonly UnitPart[], measure: Measure): number =>
  unit.reduce((factor, part) => factor * (part.factor * measure[part.dimension]) ** part.sign, 1)

/** Factors that convert a unit that is written in the calculation to one of its result. */
function factorsBetween(operands: readonly Operand[], result: Operand): Set<number> {
  const written = operands.flatMap(({ unit }) => unit)
  const factors = result.unit.flatMap((to) =>
    written
      .filter(({ dimension }) => dimension === to.dimension)
      .map((from) => (from.factor / to.factor) ** to.sign),
  )
  // Data without a unit may be counted in bytes, and an 8 among the numbers may convert them.
  const isData = ({ unit }: Operand): boolean => unit.some(({ dimension }) => dimension === 'data')
  if (isData(result) && !operands.some(isData))
    factors.push(...result.unit.map(({ dimension, factor }) => (dimension === 'data' ? 8 / factor : 1)))
  const isEight = operands.some(({ value, unit }) => value === 8 && unit.length === 0)
  if (isData(result) && isEight) factors.push(...factors.map((factor) => factor * 8))
  const [word = ''] = result.label
  const prefix = result.unit.length === 0 && word.length > 1 ? prefixes.get(word.slice(0, 1)) : undefined
  return new Set(prefix === undefined ? factors : [...factors, 1 / prefix])
}

/**
 * Whether a calculation has the unit of its result, so that only one conversion is right: then it comes to the same
 * number of that unit however big the second is. Rates are left out: 10 % of a day's calls may be those of an hour.
 */
function hasUnitOf(
  result: Operand,
  evaluate: Evaluate,
  operands: readonly Operand[],
  values: readonly number[],
): boolean {
  const units = [...operands, result].flatMap(({ unit }) => unit)
  if (!operands.some(({ unit }) => unit.length > 0) || units.some(({ sign }) => sign === -1)) return false
  const comesTo = (measure: Measure): number =>
    evaluate(values.map((value, index) => value * factorOf(operands[index]?.unit ?? [], measure))) /
    factorOf(result.unit, measure)
  return same(comesTo(usual), comesTo(unusual))
}

/** Whether a factor is one of the numbers without a unit, or a product of two: authors convert hours by `× 60`. */
function isExplained(factor: number, operands: readonly Operand[]): boolean {
  const bare = operands.flatMap(({ unit, value }) => (unit.length === 0 ? [value] : []))
  return [1, ...bare].some((one) =>
    bare.some((other) => same(factor, one * other) || same(1 / factor, one * other)),
  )
}

/**
 * What a calculation may come to, in the unit of its result: as the numbers are, or converted between units that are
 * written on both sides. The likeliest first.
 * @param corrections what each operand is to be multiplied by
 */
export function candidates(
  calculation: Expression,
  result: Operand,
  corrections: readonly number[] = [],
): number[] {
  const { operands } = calculation
  const written = operands.map(({ value }, index) => value * (corrections[index] ?? 1))
  const shared = written.map((value, index) => value * (operands[index]?.share ?? 1))
  const measured = shared.map((value, index) => value * factorOf(operands[index]?.unit ?? [], usual))
  const found: number[] = []
  for (const evaluate of readingsOf(calculation)) {
    const plain = evaluate(shared) / result.share
    const converted = evaluate(measured) / result.share / factorOf(result.unit, usual)
    found.push(converted)
    if (!hasUnitOf(result, evaluate, operands, shared))
      found.push(plain, ...Array.from(factorsBetween(operands, result), (factor) => plain * factor))
    else if (isExplained(plain / converted, operands)) found.push(plain)
    // 12 % and 8 % are 20 %, and 12 and 8 are 20 where the sign is left out.
    if (result.share !== 1 || isSum(calculation)) found.push(evaluate(written))
  }
  // Apart from its number, `B` is a byte, or a billion.
  const isBillion = operands.some(({ label }) => label[0] === 'B') && result.unit.length === 0
  return isBillion ? [...found, ...found.map((value) => value * 1e9)] : found
}
