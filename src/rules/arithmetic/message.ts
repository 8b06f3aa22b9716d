import { agrees, isCount } from './agrees.ts'
import type { Wrong } from './check.ts'
import type { Expression, Item } from './expression.ts'
import type { Operand } from './operand.ts'

const signs: Readonly<Record<string, string>> = { '*': ' × ', '/': ' ÷ ', '+': ' + ', '-': ' − ', '^': '^' }
const longest = 60

function show(item: Item, { operands }: Expression): string {
  switch (item.kind) {
    case 'operand': {
      const { text = '', share = 1, shownUnit = '' } = operands[item.index] ?? {}
      return share !== 1 && shownUnit === '%' ? `${text} %` : text
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

/** An expression without units and words. */
function shown(expression: Expression): string {
  const text = expression.items
    .map((item) => show(item, expression))
    .join('')
    .replace(/(?: × |\^)(?=$|[)⁰¹²³⁴-⁹⁻]| [×÷+−])/g, '')
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** A number in the project's notation, with thousands separators where the result has them or is short. */
function format(value: number, decimals: number, like: string): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(Math.min(decimals, 20)).split('.')
  const grouped = /^\d{4,}/.test(like) ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** As many decimals as show four digits that count, or none. */
const decimalsOf = (value: number): number =>
  Math.max(0, Math.min(12, 3 - Math.floor(Math.log10(Math.abs(value) || 1))))

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** What may be written in place of a wrong result. */
function expected(exact: number, operand: Operand, { step }: Wrong): string {
  const { text, value, step: last } = operand
  const scale = value / Number(text.replace(/[^\d.eE-]/g, '')) || 1
  const decimals = Math.max(0, Math.round(-Math.log10(last / Math.abs(scale))))
  const ways = (['up', 'down'] as const).filter((direction) =>
    agrees(exact, operand, { about: false, rounding: { direction, loose: false, shared: false } }),
  )
  const unscaled = exact / Math.abs(scale)
  const { rounding } = step
  const said = rounding && !rounding.shared ? rounding.direction : 'nearest'
  const turn = { up: Math.ceil, down: Math.floor, nearest: Math.round }[said]
  const power = 10 ** decimals
  const exactly = agrees(exact, operand, { about: false }) || !isCount(operand) || said !== 'nearest'
  const number = exactly
    ? format(turn(unscaled * power - (said === 'up' ? 1e-9 : said === 'down' ? -1e-9 : 0)) / power, decimals, text)
    : trimmed(format(unscaled, Math.max(1, decimalsOf(unscaled) - 2), text))
  const [way] = ways
  return `\`${number}\`${way && said === 'nearest' ? ` or \`${text} (rounded ${way})\`` : ''}`
}

/** What to write in place of a wrong result, and why. */
export function message(wrong: Wrong): string {
  const { shown: operand, calculation, exact, step } = wrong
  const start = `Unexpected \`${operand.text}\``
  if (!Number.isFinite(exact))
    return `${start} for what comes to no number (${shown(calculation)}), expected a calculation that does`
  const unit = operand.shownUnit === '' ? '' : ` ${operand.shownUnit}`
  const scale = Math.abs(operand.value / Number(operand.text.replace(/[^\d.eE-]/g, ''))) || 1
  const comesTo = trimmed(format(exact / scale, decimalsOf(exact / scale), operand.text))
  const { rounding } = step
  const rounded = rounding && !rounding.shared && rounding.direction !== 'nearest' ? `, rounded ${rounding.direction}` : ''
  return `${start}, expected ${expected(exact, operand, wrong)} (${shown(calculation)} comes to ${comesTo}${unit}${rounded})`
}
