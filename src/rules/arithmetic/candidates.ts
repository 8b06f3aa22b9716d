import type { Evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'
import type { Operand } from './operand.ts'
import { isSum, readingsOf } from './readings.ts'
import type { Dimension, UnitPart } from './units.ts'

/** How big the second, the bit and the dollar are. */
type Measure = Readonly<Record<Dimension, number>>

const usual: Measure = { time: 1, data: 1, money: 1 }
// So small that the part of a sum which has a unit stands out, above the line and below.
const small: Measure = { time: 7e-6, data: 11e-6, money: 13e-6 }
const smaller: Measure = { time: 7e-6 ** 2, data: 11e-6 ** 2, money: 13e-6 ** 2 }

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

/** What a calculation comes to when its units are converted to that of its result, and how it takes other measures. */
interface Conversion {
  readonly value: number
  /** It has a unit at all: seconds are not added to numbers without a unit. */
  readonly hasUnit: boolean
  /** It has the unit of the result, since it comes to the same number of it however big the second is. */
  readonly fits: boolean
}

function convert(
  evaluate: Evaluate,
  values: readonly number[],
  operands: readonly Operand[],
  result: Operand,
): Conversion {
  const [value, other, third] = [usual, small, smaller].map(
    (measure) =>
      evaluate(values.map((each, index) => each * factorOf(operands[index]?.unit ?? [], measure))) /
      factorOf(result.unit, measure) /
      result.share,
  ) as [number, number, number]
  return { value, hasUnit: same(other * other, value * third), fits: same(value, other) }
}

/** Whether units tell how a calculation is scaled. Rates do not: 10 % of a day's calls may be those of an hour. */
function isScaled(operands: readonly Operand[], result: Operand): boolean {
  const units = [...operands, result].flatMap(({ unit }) => unit)
  return operands.some(({ unit }) => unit.length > 0) && units.every(({ sign }) => sign === 1)
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
  const found: number[] = []
  for (const evaluate of readingsOf(calculation)) {
    const plain = evaluate(shared) / result.share
    const { value: converted, hasUnit, fits } = convert(evaluate, shared, operands, result)
    if (hasUnit) found.push(converted)
    if (!fits || !isScaled(operands, result))
      found.push(plain, ...Array.from(factorsBetween(operands, result), (factor) => plain * factor))
    else if (isExplained(plain / converted, operands)) found.push(plain)
    // 12 % and 8 % are 20 %, and 12 and 8 are 20 where the sign is left out.
    if (result.share !== 1 || isSum(calculation)) found.push(evaluate(written))
  }
  // Apart from its number, `B` is a byte, or a billion.
  const isBillion = operands.some(({ label }) => label[0] === 'B') && result.unit.length === 0
  return isBillion ? [...found, ...found.map((value) => value * 1e9)] : found
}
