import { wordSet } from '../text/word-set.ts'
import type { Token } from './tokens.ts'

const both = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((each) => [...each]))

const short = wordSet(
  'ns µs us ms millisecond milliseconds s sec secs second seconds min mins minute minutes h hr hrs hour hours',
)
/** Units of long times. */
export const long: ReadonlySet<string> = wordSet(
  'day days night nights week weeks fortnight fortnights month months quarter quarters year years sprint sprints',
)
/** Units of each class of amounts. */
export const units: Readonly<
  Record<'time' | 'delay' | 'ratio' | 'factor' | 'size' | 'money', ReadonlySet<string>>
> = {
  time: both(short, long),
  delay: short,
  ratio: wordSet('% percent pct pp point points bp bps'),
  factor: wordSet('× x times fold'),
  size: wordSet(
    'b kb mb gb tb kib mib gib bit bits byte bytes kbit mbit kbps mbps hz khz mhz ghz db dba dbfs dbm lufs w mw kw wh mwh kwh ma mah v j mj °c °f qps rps tps fps wpm flops gflops tflops tops mips mm cm px',
  ),
  money: wordSet('dollar dollars cent cents euro euros pound pounds usd eur gbp'),
}
/** Every unit. */
export const unitWords: ReadonlySet<string> = both(...Object.values(units))
export const currency: ReadonlySet<string> = wordSet('$ € £ ¥')
export const factorWords: ReadonlySet<string> = wordSet(
  'twice double doubles doubled doubling triple triples tripled halve halves halved halving thrice',
)
const scale = wordSet('k m bn thousand million billion hundred')
const joiners = wordSet('to – - or and')
const fractions = wordSet('third thirds quarter quarters fifth fifths tenth tenths')
/** Words between a figure and its unit of time. */
const fillers = wordSet(
  'of a an the more extra further additional full working business consecutive straight',
)
const months = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
const days = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|q[1-4]|tomorrow)$/
/** Words after a number that are no counted noun. */
export const uncounted: ReadonlySet<string> = wordSet(
  'of in on at to for and or but so if when per is are was were be by with from as than that which then the a an ' +
    'only not no out into its their it this these more less fewer other such each every any all some off',
)

export const at = (tokens: readonly Token[], index: number): string => tokens[index]?.text ?? ''
const is = (tokens: readonly Token[], index: number): boolean => tokens[index]?.type === 'number'

/** The end of `a third` or `two quarters`, but not of `a third party`; -1 where there is none. */
export function fraction(tokens: readonly Token[], index: number): number {
  if (!/^(?:an?|one|two|three)$/.test(at(tokens, index)) || !fractions.has(at(tokens, index + 1))) return -1
  return tokens[index + 2]?.type === 'word' && !uncounted.has(at(tokens, index + 2)) ? -1 : index + 2
}

/** “One” that stands for a noun: “the old one”, “one should”. */
const pronoun = (tokens: readonly Token[], index: number): boolean =>
  at(tokens, index) === 'one' &&
  (/^(?:the|an?|this|that|each|every|any|another|which|old|new|previous|other|not)$/.test(
    at(tokens, index - 1),
  ) ||
    /^(?:should|must|can|may|might|will|would|is|was|has|had|needed|needs|before|by|every|who)$/.test(
      at(tokens, index + 1),
    ))

/** The end of a plain figure with its scale (`40 k`), of at most five words; -1 where there is none. */
function plainFigure(tokens: readonly Token[], index: number): number {
  const part = fraction(tokens, index)
  if (part !== -1 || !is(tokens, index) || pronoun(tokens, index)) return part
  let end = index + 1
  while (end < index + 5 && (scale.has(at(tokens, end)) || is(tokens, end))) end += 1
  return end
}

/** The end of a figure or range (`2 to 4`) that begins at `index`; -1 where there is none. */
export function figure(tokens: readonly Token[], index: number): number {
  const end = plainFigure(tokens, index)
  return end !== -1 && joiners.has(at(tokens, end)) && is(tokens, end + 1)
    ? plainFigure(tokens, end + 1)
    : end
}

export const hasUnit = (names: ReadonlySet<string>, text: string): boolean =>
  names.has(text) || names.has(text.split('-')[0] ?? '')

/** The end of a time: `90 s`, `five working days`, `half an hour`, `a week`, `within the hour`, but not `a second opinion`. */
export function time(tokens: readonly Token[], index: number, names: ReadonlySet<string>): number {
  let end = figure(tokens, index)
  if (end !== -1) {
    for (let skipped = 0; skipped < 2 && fillers.has(at(tokens, end)); skipped += 1) end += 1
    if (hasUnit(names, at(tokens, end))) return end + 1
  }
  const unit = at(tokens, index + 1)
  const article = at(tokens, index)
  const within = article === 'the' && /^(?:within|inside)$/.test(at(tokens, index - 1))
  if (!(within || /^(?:an?|another)$/.test(article)) || unit.length < 3 || !hasUnit(names, unit)) return -1
  const ordinal =
    unit === 'second' && tokens[index + 2]?.type === 'word' && !uncounted.has(at(tokens, index + 2))
  return ordinal ? -1 : index + 2
}

/** The end of a date: `9 April`, `June 3`, `Thursdays`, `Q3`. */
export function date(tokens: readonly Token[], index: number): number {
  if (days.test(at(tokens, index))) return index + 1
  const pair = is(tokens, index) ? index + 1 : is(tokens, index + 1) ? index : -1
  return pair !== -1 && months.has(at(tokens, pair)) ? index + 2 : -1
}
