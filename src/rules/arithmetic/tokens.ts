import type { Span } from '../../text/place.ts'
import { mark, object } from './sentences.ts'
import { marks, operatorKind, operators, type TokenKind } from './signs.ts'

export interface Token extends Span {
  readonly kind: TokenKind
  readonly text: string
  /** Whether a blank, or the end of the text, is before it. */
  readonly apart: boolean
  /** It is a dash between blanks, which need not be a minus. */
  readonly dash?: true
}

/** What tokens look like, in the order in which it is tried. Blanks and marks between them match nothing. */
const shapes = {
  list: '\\d[\\d.]*(?:/\\d[\\d.]*){2,}',
  number: '\\d(?:[\\d.,:\\u00A0\\u202F\\u2009]*\\d)?(?:[eE][-+−]?\\d+(?![\\p{L}\\d]))?|\\.\\d+',
  cross: '(?<=[\\d)])[xX](?=\\d)|\\bx(?=\\s+\\d)',
  word: "\\p{L}[\\p{L}\\p{Nd}\\p{M}₀-₉]*(?:[-'’.‑][\\p{L}\\p{Nd}]+)*",
  power: '⁻?[⁰¹²³⁴-⁹]+',
  relation: '[≈≃≅≒]|[<>!:=~]?=[=>]?',
  operator: '\\*\\*|[-−–+×*·⋅∙∗÷/∕⁄^]',
  other: `[^\\s${mark}“”"]`,
}
const names = Object.keys(shapes) as (keyof typeof shapes)[]
const pattern = new RegExp(
  Object.values(shapes)
    .map((shape) => `(${shape})`)
    .join('|'),
  'gu',
)
/** What parts two tokens: something other than marks. */
const blank = new RegExp(`[^${mark}]`)
/** How far to both sides is looked for what a sign or a number means. */
const sight = 8

const longest = 24
const plainNumber =
  /^(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+|[1-9]\d{0,2}(?:([,\u00A0\u202F\u2009])\d{3})(?:\1\d{3})*(?:\.\d+)?)(?:[eE][-+−]?\d{1,2})?$/

/** A number that something clings to, such as `#5`, `@10` or `2024-05-01`, is a name. */
function isNumber(text: string, before: string, after: string): boolean {
  if (text.length > longest || !plainNumber.test(text)) return false
  if (/[\p{L}\d_@#§\\°'’.]$/u.test(before) && !/[\d)][xX]$/.test(before)) return false
  return !/^-\d\d-\d\d/.test(after) && !/\d{4}-$|\d\d-\d\d-$/.test(before)
}

/** What is before and after a token, without marks. */
type Around = readonly [before: string, after: string]

function around(text: string, start: number, end: number): Around {
  const [before, after] = [text.slice(Math.max(0, start - sight), start), text.slice(end, end + sight)]
  return [before.replaceAll(mark, ''), after.replaceAll(mark, '')]
}

/** The kind and text of a token, with `dash` among the kinds; undefined for what is none. */
function classify(
  shape: keyof typeof shapes,
  found: string,
  sides: () => Around,
): readonly [kind: TokenKind | 'dash', text: string] | undefined {
  switch (shape) {
    case 'list':
      return ['obstacle', found]
    case 'number':
      return [isNumber(found, ...sides()) ? 'number' : 'obstacle', found]
    case 'cross':
      return ['operator', '*']
    case 'word':
    case 'power':
      return [shape, found]
    case 'relation':
      if (found === '=') return ['relation', found]
      return [found.length === 1 || found === '~=' ? 'relation' : 'break', '≈']
    case 'operator': {
      const kind = operatorKind(found, ...sides())
      if (kind === 'hyphen') return undefined
      return [kind, kind === 'word' || kind === 'slash' ? found : (operators[found] ?? found)]
    }
    case 'other':
      return [found === object ? 'obstacle' : (marks[found] ?? 'obstacle'), found]
  }
}

/** The numbers, words and signs of a text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let before = 0
  for (const match of text.matchAll(pattern)) {
    const [found] = match
    const start = match.index
    const end = start + found.length
    const shape = names.find((_, index) => match[index + 1] !== undefined) ?? 'other'
    const [kind, written = found] = classify(shape, found, () => around(text, start, end)) ?? []
    const apart = start === 0 || blank.test(text.slice(before, start))
    if (kind === 'dash') tokens.push({ kind: 'operator', start, end, text: '-', apart, dash: true })
    else if (kind) tokens.push({ kind, start, end, text: written, apart })
    before = end
  }
  return tokens
}
