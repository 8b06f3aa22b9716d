import { mark, object } from './passages.ts'

export type TokenKind =
  | 'number'
  | 'word'
  /** Its text is one of `+ - * / ^`. */
  | 'operator'
  | 'relation'
  | 'root'
  /** A number in superscript. */
  | 'power'
  | 'open'
  | 'close'
  | 'percent'
  | 'currency'
  | 'slash'
  | 'sign'
  /** Punctuation: what comes after it has nothing to do with what was before. */
  | 'break'
  /** Something that may be an operand and can't be read: code, a range, a version. */
  | 'obstacle'

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  readonly text: string
  /** Whether a blank, or the end of the text, is before it. */
  readonly apart: boolean
  /** A dash between blanks, which need not be a minus. */
  readonly dash?: true
}

const pattern = new RegExp(
  [
    `(?<blank>[\\s${mark}“”"]+)`,
    '(?<number>\\d(?:[\\d.,:\\u00A0\\u202F\\u2009]*\\d)?(?:[eE][-+−]?\\d+(?![\\p{L}\\d]))?|\\.\\d+)',
    '(?<cross>(?<=[\\d)])[xX](?=\\d))',
    '(?<word>\\p{L}[\\p{L}\\p{Nd}\\p{M}₀-₉]*(?:[-\'’.‑][\\p{L}\\p{Nd}]+)*)',
    '(?<power>[⁻]?[⁰¹²³⁴-⁹]+)',
    '(?<relation>[≈≃≅≒]|[<>!:=~]?=[=>]?)',
    '(?<operator>\\*\\*|[-−–+×*·⋅∙∗÷/∕⁄^])',
    '(?<mark>.)',
  ].join('|'),
  'gsu',
)

const operators: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('×*·⋅∙∗', (sign) => [sign, '*'])),
  ...Object.fromEntries(Array.from('÷/∕⁄', (sign) => [sign, '/'])),
  ...Object.fromEntries(Array.from('-−–', (sign) => [sign, '-'])),
  '+': '+',
  '^': '^',
  '**': '^',
}

const marks: Readonly<Record<string, TokenKind>> = {
  '(': 'open',
  ')': 'close',
  '%': 'percent',
  $: 'currency',
  '€': 'currency',
  '£': 'currency',
  '√': 'root',
  '±': 'sign',
  '~': 'word',
  ...Object.fromEntries(Array.from(',;:.!?…—→⇒<>≤≥|[]', (sign) => [sign, 'break' as const])),
}

const plainNumber = /^(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+|[1-9]\d{0,2}(?:([,\u00A0\u202F\u2009])\d{3})(?:\1\d{3})*(?:\.\d+)?)(?:[eE][-+−]?\d+)?$/
const isLetter = (character: string): boolean => /\p{L}/u.test(character)
const isDigit = (character: string): boolean => /[\d)]/.test(character)
const isBlank = (character: string): boolean => character === '' || /[\s“”"]/.test(character)

/** What a dash, a slash or a cross means depends on what is beside it. */
function operatorKind(text: string, sign: string, before: string, after: string): TokenKind | 'dash' | 'none' {
  const [left, right] = [before.at(-1) ?? '', after[0] ?? '']
  if (sign === '-' && isLetter(right)) return isDigit(left) ? 'none' : 'obstacle'
  if (sign === '–' && isDigit(left) && /\d/.test(right)) return 'obstacle'
  if ((sign === '-' || sign === '–') && isBlank(left) && isBlank(right)) return 'dash'
  if (sign === '/' && isLetter(right) && !isBlank(left)) return 'slash'
  if (sign === '×' && /\d/.test(left) && /^(?:\s+[^\s\d(√]|[^\s\d(√]|\s*$)/.test(after)) return 'word'
  return operators[text] === undefined ? 'obstacle' : 'operator'
}

/** A number that something clings to, such as `#5`, `@10` or `2024-05-01`, is a name. */
function isNumber(text: string, before: string, after: string): boolean {
  if (!plainNumber.test(text)) return false
  if (/[\p{L}\d_@#§\\°'’.]$/u.test(before)) return false
  return !/^-\d\d-\d\d/.test(after) && !/\d{4}-$|\d\d-\d\d-$/.test(before)
}

/** The numbers, words and signs of a text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let apart = true
  for (const match of text.matchAll(pattern)) {
    const { groups = {}, index } = match
    const [found] = match
    const end = index + found.length
    if (groups['blank'] !== undefined) {
      apart ||= [...found].some((character) => character !== mark)
      continue
    }
    const before = text.slice(Math.max(0, index - 8), index).replaceAll(mark, '')
    const after = text.slice(end, end + 8).replaceAll(mark, '')
    const add = (kind: TokenKind, written = found): void => {
      tokens.push({ kind, start: index, end, text: written, apart })
    }
    if (groups['number'] !== undefined) add(isNumber(found, before, after) ? 'number' : 'obstacle')
    else if (groups['cross'] !== undefined) add('operator', '*')
    else if (groups['word'] !== undefined) {
      const cross = found === 'x' && /[\d)]\s*$/.test(before) && /^\s*[\d(]/.test(after)
      add(cross ? 'operator' : 'word', cross ? '*' : found)
    } else if (groups['power'] !== undefined) add('power')
    else if (groups['relation'] !== undefined) {
      const equal = found === '=' || found === '~=' || found.length === 1
      add(equal ? 'relation' : 'break', found === '=' ? '=' : '≈')
    } else if (groups['operator'] !== undefined) {
      const kind = operatorKind(found, found, before, after)
      const written = operators[found] ?? found
      if (kind === 'dash')
        tokens.push({ kind: 'operator', start: index, end, text: written, apart, dash: true })
      else if (kind !== 'none') add(kind, kind === 'operator' ? written : found)
    } else add(found === object ? 'obstacle' : (marks[found] ?? 'obstacle'))
    apart = false
  }
  return tokens
}
