import type { Token } from '../rubric/tokens.ts'

const names = (text: string, first: number, step: number): [string, number][] =>
  text.split(' ').map((name, index) => [name, first + step * index])
const units = new Map(
  names(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    1,
    1,
  ),
)
const tens = new Map(names('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10))
const small: ReadonlySet<string> = new Set([...units.keys(), ...tens.keys()])
const scales = new Map([
  ['thousand', 1000],
  ['million', 1_000_000],
])

/** The number that begins at a token, and the token after it; undefined where none is written out. */
function numeral(tokens: readonly Token[], from: number): { value: string; end: number } | undefined {
  let [total, part, at] = [0, 0, from]
  let open = true
  for (; ; at += 1) {
    // “two hundred and six”
    if (open && at > from && tokens[at]?.text === 'and' && small.has(tokens[at + 1]?.text ?? '')) at += 1
    const text = tokens[at]?.text ?? ''
    const unit = units.get(text)
    const ten = tens.get(text)
    const scale = scales.get(text)
    if (unit !== undefined && (open || (unit < 10 && part % 100 >= 20 && part % 10 === 0))) part += unit
    else if (ten !== undefined && (open || (part > 0 && part % 100 === 0))) part += ten
    else if (text === 'hundred' && part > 0 && part < 100) part *= 100
    else if (scale !== undefined && part > 0) {
      total += part * scale
      part = 0
    } else break
    open = text === 'hundred' || scale !== undefined
  }
  if (at === from) return undefined
  let value = String(total + part)
  if (tokens[at]?.text === 'point' && (units.get(tokens[at + 1]?.text ?? '') ?? 10) < 10) {
    value += '.'
    for (at += 1; (units.get(tokens[at]?.text ?? '') ?? 10) < 10; at += 1)
      value += units.get(tokens[at]?.text ?? '')
  }
  return { value, end: at }
}

/** Tokens with numbers and “per cent” in one notation, whether they were spoken (`three hundred`, `1,200`, `five percent`) or written. */
export function withNumerals(tokens: readonly Token[]): Token[] {
  const found: Token[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (!token) break
    const { text, type, start } = token
    const read = type === 'number' ? numeral(tokens, index) : undefined
    if (read) {
      found.push({ text: read.value, type, start, end: tokens[read.end - 1]?.end ?? token.end })
      index = read.end - 1
    } else if (type === 'number') found.push({ ...token, text: text.replace(/,(?=\d{3})/g, '') })
    else if (text === 'percent') found.push({ ...token, text: '%', type: 'sign' })
    else if (text === 'per' && tokens[index + 1]?.text === 'cent') {
      found.push({ ...token, text: '%', type: 'sign', end: tokens[index + 1]?.end ?? token.end })
      index += 1
    } else found.push(token)
  }
  return found
}
