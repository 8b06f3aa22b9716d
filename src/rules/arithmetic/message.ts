import { quote } from '../../text/quote.ts'
import { agrees } from './agrees.ts'
import type { Item } from './draft.ts'
import type { Expression } from './expression.ts'
import type { Judgement } from './judge.ts'
import type { Rounding } from './rounding.ts'

const signs: Readonly<Record<string, string>> = { '*': ' × ', '/': ' ÷ ', '+': ' + ', '-': ' − ', '^': '^' }
const longest = 60
/** Numbers as large as this are shown with an exponent. */
const unwritable = 1e15

function showItem(item: Item, { operands }: Expression): string {
  switch (item.kind) {
    case 'operand': {
      const { text = '', suffix = '', shownUnit = '' } = operands[item.index] ?? {}
      return [text, suffix, operands.length === 1 ? shownUnit : ''].filter(Boolean).join(' ')
    }
    case 'operator':
      return signs[item.text] ?? ''
    case 'negation':
      return '−'
    case 'link':
      return ` ${item.word} `
    case 'call':
      return item.name === 'sqrt' ? '√' : item.name
    case 'open':
      return '('
    case 'close':
      return ')'
  }
}

/** A calculation without units and words. */
function show(calculation: Expression): string {
  const text = calculation.items
    .map((item) => showItem(item, calculation))
    .join('')
    // The unit behind parentheses is a factor without digits, and a power in superscript has no sign.
    .replace(/ × (?= [×÷+−]|\)|$)|\^(?=[⁰¹²³⁴-⁹⁻])/g, '')
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** A number in the notation of the drills, without thousands separators only where the result has none. */
function format(value: number, decimals: number, like: string): string {
  if (Math.abs(value) >= unwritable) return value.toPrecision(4)
  const [whole = '', fraction] = Math.abs(value).toFixed(Math.min(decimals, 20)).split('.')
  const grouped = /^\d{4}/.test(like) ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A number with as many digits as count, without zeros behind them. */
function formatShort(value: number, digits: number, like: string): string {
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value) || 1))
  const text = format(value, Math.max(0, decimals), like)
  return /^[^e]*\.[^e]*$/.test(text) ? text.replace(/\.?0+$/, '') : text
}

const turns = { up: Math.ceil, down: Math.floor, nearest: Math.round }

/** Whether a result would be right if it said how it is rounded. */
const wouldBeRight = ({ exact, result }: Judgement, direction: Rounding['direction']): boolean =>
  agrees(exact, result.operand, { rounding: { direction, to: 'digit' } })

/** What may be written in place of a wrong result. */
function expected(judgement: Judgement, said: Rounding['direction']): string {
  const { exact, result } = judgement
  const { text, step, scale } = result.operand
  const value = exact / scale
  const decimals = Math.min(20, Math.max(0, Math.round(-Math.log10(step / scale))))
  const power = 10 ** decimals
  const slack = { up: -1e-9, down: 1e-9, nearest: 0 }[said]
  const turned = turns[said](value * power + slack) / power
  const isNear =
    Math.abs(turned - value) <= 0.05 * Math.abs(value) &&
    agrees(exact, { ...result.operand, value: turned * scale }, {})
  const number = said !== 'nearest' || isNear ? format(turned, decimals, text) : formatShort(value, 2, text)
  const way = said === 'nearest' && (['up', 'down'] as const).find((each) => wouldBeRight(judgement, each))
  return `\`${number}\`${way ? ` or \`${text} (rounded ${way})\`` : ''}`
}

/** What to write in place of a wrong result, and why. */
export function message(judgement: Judgement): string {
  const { calculation, exact, result, step } = judgement
  const { text, value, scale, suffix, shownUnit } = result.operand
  const calculated = show(calculation)
  const written = quote(value < 0 ? `−${text}` : text)
  if (!Number.isFinite(exact))
    return `Unexpected result ${written} of a calculation that has none (${calculated}), expected one that comes to a number`
  const { rounding } = step
  const said = rounding && !rounding.shared ? rounding.direction : 'nearest'
  const number = formatShort(exact / scale, Math.max(4, text.length), text)
  const comesTo = [number, suffix, shownUnit].filter(Boolean).join(' ')
  const rounded = said === 'nearest' ? '' : `, rounded ${said}`
  return `Unexpected ${written}, expected ${expected(judgement, said)} (${calculated} comes to ${comesTo}${rounded})`
}
