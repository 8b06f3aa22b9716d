import { agrees, isCount } from './agrees.ts'
import type { Item } from './draft.ts'
import type { Expression } from './expression.ts'
import type { Judgement } from './judge.ts'
import type { Rounding } from './rounding.ts'

const signs: Readonly<Record<string, string>> = { '*': ' × ', '/': ' ÷ ', '+': ' + ', '-': ' − ', '^': '^' }
const longest = 60

function showItem(item: Item, { operands }: Expression): string {
  switch (item.kind) {
    case 'operand': {
      const { text = '', shownUnit = '' } = operands[item.index] ?? {}
      return shownUnit === '%' ? `${text} %` : text
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
  const [whole = '', fraction] = Math.abs(value).toFixed(Math.min(decimals, 20)).split('.')
  const grouped = /^\d{4}/.test(like) ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A number with as many digits as count, without zeros behind them. */
function formatShort(value: number, digits: number, like: string): string {
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value) || 1))
  const text = format(value, Math.max(0, decimals), like)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

const turns = { up: Math.ceil, down: Math.floor, nearest: Math.round }

/** Whether a result would be right if it said how it is rounded. */
const wouldBeRight = ({ exact, result }: Judgement, direction: Rounding['direction']): boolean =>
  agrees(exact, result.operand, {
    about: false,
    rounding: { direction, loose: false, named: false, shared: false },
  })

/**
 * What may be written in place of a wrong result.
 * @param scale what its digits count: a million in `3 M`
 */
function expected(judgement: Judgement, scale: number): string {
  const { exact, result, step } = judgement
  const { text, step: grain } = result.operand
  const value = exact / scale
  const decimals = Math.max(0, Math.round(-Math.log10(grain / scale)))
  const said = step.rounding?.shared === false ? step.rounding.direction : 'nearest'
  const power = 10 ** decimals
  const slack = { up: -1e-9, down: 1e-9, nearest: 0 }[said]
  const turned = turns[said](value * power + slack) / power
  const isExact =
    said !== 'nearest' ||
    (turned !== 0 && !isCount({ ...result.operand, value: turned * scale, step: grain }))
  const number =
    isExact || Number.isInteger(value) ? format(turned, decimals, text) : formatShort(value, 2, text)
  const way = said === 'nearest' && (['up', 'down'] as const).find((each) => wouldBeRight(judgement, each))
  return `\`${number}\`${way ? ` or \`${text} (rounded ${way})\`` : ''}`
}

/** What to write in place of a wrong result, and why. */
export function message(judgement: Judgement): string {
  const { calculation, exact, result, step } = judgement
  const { text, value, shownUnit } = result.operand
  const calculated = show(calculation)
  if (!Number.isFinite(exact))
    return `Unexpected result \`${text}\` of a calculation that has none (${calculated}), expected one that comes to a number`
  const scale = Math.abs(value / Number(text.replace(/[^\d.eE-]/g, ''))) || 1
  const { rounding } = step
  const comesTo = [formatShort(exact / scale, Math.max(4, String(text).length), text), shownUnit]
    .filter(Boolean)
    .join(' ')
  const rounded =
    rounding && !rounding.shared && rounding.direction !== 'nearest' ? `, rounded ${rounding.direction}` : ''
  return `Unexpected \`${text}\`, expected ${expected(judgement, scale)} (${calculated} comes to ${comesTo}${rounded})`
}
