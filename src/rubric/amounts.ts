import {
  at,
  currency,
  date,
  factorWords,
  figure,
  fraction,
  hasUnit,
  long,
  time,
  uncounted,
  units,
  unitWords,
} from './figures.ts'
import type { Token } from './tokens.ts'

/** Classes of amounts that patterns name as `<class>`. */
export const amountClasses = [
  'time',
  'delay',
  'date',
  'money',
  'ratio',
  'factor',
  'size',
  'count',
  'number',
  'value',
  'any',
] as const
export type AmountClass = (typeof amountClasses)[number]

/** A counted noun: a plural within two words after the figure. */
function counted(tokens: readonly Token[], end: number): number {
  if (hasUnit(unitWords, at(tokens, end))) return -1
  for (let place = end; place < end + 3; place += 1) {
    const text = at(tokens, place)
    if (tokens[place]?.type !== 'word' || uncounted.has(text)) return -1
    if (/[^s]s$/.test(text) || text === 'people') return place + 1
  }
  return -1
}

/** An amount may be a rate (`$2 an hour`, `2 % per turn`): one amount, not two. */
function rate(tokens: readonly Token[], end: number): number {
  if (at(tokens, end) === 'per' && tokens[end + 1]) return Math.max(figure(tokens, end + 1), end + 1) + 1
  return /^(?:an?|each|every)$/.test(at(tokens, end)) && units.time.has(at(tokens, end + 1)) ? end + 2 : end
}

/** Units that need no figure: `a cent`, `a point`. */
const single = /^(?:cent|dollar|euro|pound|point|percent)$/

function plain(tokens: readonly Token[], index: number, wanted: Exclude<AmountClass, 'any'>): number {
  const text = at(tokens, index)
  if (wanted === 'time' || wanted === 'delay') return time(tokens, index, units[wanted])
  if (wanted === 'date') return date(tokens, index)
  if (currency.has(text)) return wanted === 'money' ? figure(tokens, index + 1) : -1
  if (
    wanted === 'factor' &&
    (factorWords.has(text) || /^(?:two|three|four|five|six|eight|ten|hundred)fold$/.test(text))
  )
    return index + 1
  if (text === 'a' && (wanted === 'money' || wanted === 'ratio') && single.test(at(tokens, index + 1)))
    return units[wanted].has(at(tokens, index + 1)) ? index + 2 : -1
  const end = figure(tokens, index)
  if (end === -1 || wanted === 'number') return end
  if (wanted === 'value') {
    const dated = date(tokens, index) !== -1 || /^(?:19|20)\d\d$/.test(text)
    return dated || time(tokens, index, long) !== -1 ? -1 : end
  }
  if (wanted === 'count') return counted(tokens, end)
  if (wanted === 'money' && currency.has(at(tokens, end))) return end + 1
  if (wanted === 'ratio') {
    if (at(tokens, end) === 'per' && /^(?:cent|mille|thousand)$/.test(at(tokens, end + 1))) return end + 2
    if (/^(?:in|of|out)$/.test(at(tokens, end))) {
      const next = at(tokens, end) === 'out' ? end + 2 : end + 1
      const total = figure(tokens, at(tokens, next) === 'a' ? next + 1 : next)
      if (total !== -1) return total
    }
    const share = text === 'half' || fraction(tokens, index) !== -1
    if (share && time(tokens, index, units.time) === -1) return end
  }
  return hasUnit(units[wanted], at(tokens, end)) ? end + 1 : -1
}

/**
 * The end of an amount of a class that begins at `index`, or -1. An amount is a figure or number word with a
 * unit of the class. `delay` is a time of at most hours, `number` a figure without regard to its unit, `value` a
 * figure that is no date and no longer time; `any` is any amount but these three and a `date`.
 */
export function amount(tokens: readonly Token[], index: number, wanted: AmountClass): number {
  if (wanted !== 'any') {
    const end = plain(tokens, index, wanted)
    return end === -1 || wanted === 'number' || wanted === 'value' || wanted === 'date'
      ? end
      : rate(tokens, end)
  }
  for (const kind of ['time', 'money', 'ratio', 'factor', 'size', 'count'] as const) {
    const end = amount(tokens, index, kind)
    if (end !== -1) return end
  }
  return -1
}
