import { isNegation } from '../rubric/polarity.ts'
import type { Unit } from './units.ts'

/** Fewer sentences show no habit. */
const fewest = 8
/** Answers deny something in one of four sentences, at most in every second one. */
const most = 0.7

const holdsNegation = ({ phrase: { tokens } }: Unit): boolean =>
  tokens.some((_, index) => isNegation(tokens, index))

/**
 * Marks the sentences with a negation as denied where nearly all have one: whoever denies each thing in turn promises
 * nothing, also where a negation alone could be meant as a limit (“may not exceed”).
 */
export function withDenials(units: readonly Unit[]): readonly Unit[] {
  const negative = new Set(units.filter(holdsNegation))
  if (units.length < fewest || negative.size < most * units.length) return units
  return units.map((unit) => (negative.has(unit) ? { ...unit, denied: true } : unit))
}
