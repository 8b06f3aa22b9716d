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

const pattern = new RegExp(
  [
    `(?<blank>[\\s${mark}“”"]+)`,
    '(?<list>\\d[\\d.]*(?:/\\d[\\d.]*){2,})',
    '(?<number>\\d(?:[\\d.,:\\u00A0\\u202F\\u2009]*\\d)?(?:[eE][-+−]?\\d+(?![\\p{L}\\d]))?|\\.\\d+)',
    '(?<cross>(?<=[\\d)])[xX](?=\\d)|\\bx(?=\\s+\\d))',
    "(?<word>\\p{L}[\\p{L}\\p{Nd}\\p{M}₀-₉]*(?:[-'’.‑][\\p{L}\\p{Nd}]+)*)",
    '(?<power>⁻?[⁰¹²³⁴-⁹]+)',
    '(?<relation>[≈≃≅≒]|[<>!:=~]?=[=>]?)',
    '(?<operator>\\*\\*|[-−–+×*·⋅∙∗÷/∕⁄^])',
    '(?<other>.)',
  ].join('|'),
  'gsu',
)
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

/** The kind and text of what the pattern has found, with `dash` among the kinds; undefined for what is no token. */
function classify(
  found: string,
  groups: Readonly<Record<string, string | undefined>>,
  before: string,
  after: string,
): readonly [kind: TokenKind | 'dash', text: string] | undefined {
  if (groups['number']) return [isNumber(found, before, after) ? 'number' : 'obstacle', found]
  if (groups['cross']) return ['operator', '*']
  if (groups['word']) return ['word', found]
  if (groups['power']) return ['power', found]
  if (groups['relation']) {
    if (found === '=') return ['relation', found]
    return [found.length === 1 || found === '~=' ? 'relation' : 'break', '≈']
  }
  if (groups['operator']) {
    const kind = operatorKind(found, before, after)
    if (kind === 'hyphen') return undefined
    return [kind, kind === 'word' || kind === 'slash' ? found : (operators[found] ?? found)]
  }
  if (groups['list'] || found === object) return ['obstacle', found]
  return [marks[found] ?? 'obstacle', found]
}

/** The numbers, words and signs of a text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let apart = true
  for (const match of text.matchAll(pattern)) {
    const { index: start, groups = {} } = match
    const end = start + match[0].length
    if (groups['blank'] !== undefined) {
      apart ||= /[^\uE000]/.test(match[0])
      continue
    }
    const before = text.slice(Math.max(0, start - sight), start).replaceAll(mark, '')
    const after = text.slice(end, end + sight).replaceAll(mark, '')
    const [kind, written] = classify(match[0], groups, before, after) ?? []
    if (kind === 'dash') tokens.push({ kind: 'operator', start, end, text: '-', apart, dash: true })
    else if (kind && written !== undefined) tokens.push({ kind, start, end, text: written, apart })
    apart = false
  }
  return tokens
}
