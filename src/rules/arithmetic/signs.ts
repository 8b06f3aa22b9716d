import { unitOf } from './units.ts'

/** What a single sign is among the tokens of a calculation. */
export type TokenKind =
  | 'number'
  | 'word'
  /** Its text is one of `+ - * / ^`. */
  | 'operator'
  /** Its text is `=` or `≈`. */
  | 'relation'
  | 'root'
  /** A number in superscript. */
  | 'power'
  | 'open'
  | 'close'
  | 'percent'
  | 'currency'
  /** Between a unit and what it is counted by: `tokens/s`. */
  | 'slash'
  | 'plus-minus'
  /** Punctuation: what comes after it has nothing to do with what was before. */
  | 'break'
  /** Something that may be an operand and can't be read: code, a range, a version. */
  | 'obstacle'

const each = <T>(signs: string, value: T): Record<string, T> =>
  Object.fromEntries(Array.from(signs, (sign) => [sign, value]))

export const operators: Readonly<Record<string, string>> = {
  ...each('×*·⋅∙∗', '*'),
  ...each('÷/∕⁄', '/'),
  ...each('-−–', '-'),
  '+': '+',
  '^': '^',
  '**': '^',
}

export const marks: Readonly<Record<string, TokenKind>> = {
  ...each(',;:.!?…—→⇒<>≤≥|[]', 'break' as const),
  ...each('$€£', 'currency' as const),
  '(': 'open',
  ')': 'close',
  '%': 'percent',
  '√': 'root',
  '±': 'plus-minus',
  '~': 'word',
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character)
const isBlank = (character: string): boolean => character === '' || /[\s“”"]/.test(character)

/**
 * What an operator is, by what is beside it: a dash between blanks need not be a minus, a slash may belong to a unit, a
 * cross may say how many times.
 */
export function operatorKind(
  sign: string,
  before: string,
  after: string,
): 'operator' | 'dash' | 'hyphen' | 'slash' | 'word' | 'obstacle' {
  const [left, right] = [before.at(-1) ?? '', after[0] ?? '']
  const follows = /[\d)]/.test(left)
  if (sign === '-' && isLetter(right)) return follows ? 'hyphen' : 'obstacle'
  if (sign === '–' && follows && /\d/.test(right)) return 'obstacle'
  if ((sign === '-' || sign === '–') && isBlank(left) && isBlank(right)) return 'dash'
  if (sign === '/' && isLetter(right) && !isBlank(left))
    return !follows || unitOf(/^\p{L}+/u.exec(after)?.[0] ?? '') ? 'slash' : 'obstacle'
  if (sign === '×' && follows && /^(?:\s+[^\s\d(√]|[^\s\d(√]|\s*$)/.test(after)) return 'word'
  return 'operator'
}
