import { isNumber } from './numerals.ts'
import type { Token } from './tokens.ts'

/** Functions as they are written, and their names. */
const functions: ReadonlyMap<string, string> = new Map([
  ['√', 'sqrt'],
  ['sqrt', 'sqrt'],
  ['ln', 'ln'],
  ['log', 'log'],
  ['log2', 'log2'],
  ['log₂', 'log2'],
  ['log10', 'log10'],
  ['log₁₀', 'log10'],
  ['lg', 'log10'],
  ['exp', 'exp'],
])

/** The name of the function that is applied to what comes after a token; undefined where none is. */
export function functionAt(tokens: readonly Token[], at: number): string | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]]
  const isSign = token?.kind === 'root'
  return isSign || next?.kind === 'open' || isNumber(next) ? functions.get(token?.text ?? '') : undefined
}

/** Whether a token raises what is before it to a power. */
export const isPower = (token: Token | undefined): boolean =>
  token?.kind === 'power' || (token?.kind === 'operator' && token.text === '^')

/** Whether a token is the base of natural logarithms, which is always raised to a power. */
export const isE = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'word' && tokens[at]?.text === 'e' && isPower(tokens[at + 1])
