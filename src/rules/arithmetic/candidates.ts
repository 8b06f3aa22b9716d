import type { Evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'
import type { Operand } from './operand.ts'
import { isSum, readingsOf } from './readings.ts'
import type { Dimension, UnitPart } from './units.ts'

/** Sizes of the second, the bit and the dollar. */
type Measure = Readonly<Record<Dimension, number>>

const one: Measure = { time: 1, data: 1, money: 1 }
const other: Measure = { time: 7, data: 11, money: 13 }
/** Numbers by which authors convert without saying so. */
const conversions = new Set([7, 8, 24, 30, 60, 100, 365, 1000, 1024, 1440, 3600, 86_400, 1e6, 1e9])
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b)

/** How many seconds, bits, dollars a unit is. */
const factorOf = (unit: readonly UnitPart[], measure: Measure): number =>
  unit.reduce((factor, part) => factor * (part.factor * measure[part.dimension]) ** part.sign, 1)

/** Factors that convert a unit of the calculation to one of the result. */
function factorsBetween(operands: readonly Operand[], result: Operand): number[] {
  const pairs = result.unit.flatMap((to) =>
    operands
      .flatMap(({ unit }) => unit)
      .filter((from) => from.dimension === to.dimension)
      .map((from) => (from.factor / to.factor) ** to.sign),
  )
  return [...new Set(pairs)]
}

/** Whether both sides are measured in the same way, so that one conversion is right and all others are wrong. */
function fits(evaluate: Evaluate, operands: readonly Operand[], values: readonly number[], result: Operand): boolean {
  const units = [...operands, result].flatMap(({ unit }) => unit)
  // Rates are left out: 10 % of a day's calls may be an hour's calls.
  if (!operands.some(({ unit }) => unit.length > 0) || units.some(({ sign }) => sign === -1)) return false
  const ratio = (measure: Measure): number =>
    evaluate(values.map((value, index) => value * factorOf(operands[index]?.unit ?? [], measure))) /
    factorOf(result.unit, measure)
  return same(ratio(one), ratio(other))
}

/**
 * What a calculation may come to, in the unit of its result: as the numbers are, or converted between units that are
 * written on both sides.
 * @param factors by how much each operand is to be corrected, since it was rounded before
 */
export function candidates(left: Expression, result: Operand, factors?: readonly number[]): number[] {
  const { operands } = left
  const written = operands.map(({ value }, index) => value * (factors?.[index] ?? 1))
  const shared = written.map((value, index) => value * (operands[index]?.share ?? 1))
  const measured = shared.map((value, index) => value * factorOf(operands[index]?.unit ?? [], one))
  const factor = factorOf(result.unit, one)
  const found: number[] = []
  for (const evaluate of readingsOf(left)) {
    const plain = evaluate(shared) / result.share
    const converted = evaluate(measured) / result.share / factor
    found.push(converted)
    if (fits(evaluate, operands, shared, result)) {
      const bare = operands.some(({ unit, value }) => unit.length === 0 && conversions.has(value))
      if (bare) found.push(plain)
      continue
    }
    found.push(plain, ...factorsBetween(operands, result).map((each) => plain * each))
    // 12 % and 8 % are 20 %; so are 12 and 8 where the sign is left out.
    if (result.share !== 1 || isSum(left)) found.push(evaluate(written))
  }
  return found
}
