import { numerals, units } from './units.ts'

// A reader of its own, simpler than that of the substance tests: a digest must not change when those get better.

/** What words say besides figures. Those of one line say the same. */
const meanings = new Map(
  Object.entries({
    '≤': '≤|<=|<|at most|at the most|at latest|at the latest|no more than|not more than|no longer than|no later than|no higher than|up to|less than|fewer than|shorter than|lower than|smaller than|or less|or fewer|or below|or under|or shorter|not exceed|never exceed|never exceeds|maximum',
    '≥': '≥|>=|>|at least|at the least|at earliest|no less than|no fewer than|not less than|not fewer than|no lower than|more than|longer than|higher than|larger than|greater than|or more|or above|or over|or longer|or higher|exceed|exceeds|exceeded|exceeding|minimum',
    '2x': 'twice|double|doubles|doubled',
    '3x': 'thrice|triple|triples|tripled',
    half: 'half|halve|halves|halved',
    not: 'no|not|never|none|nobody|nothing|neither|nor|without|cannot',
    or: 'or',
    some: 'some|sometimes|few|many|most|often|usually',
    only: 'only|solely|exclusively',
    before: 'before|earlier',
    after: 'after|later',
    more: 'more|higher|longer|larger|greater|faster|above',
    less: 'less|fewer|lower|shorter|smaller|slower|below',
  }).flatMap(([meaning, phrases]) => phrases.split('|').map((phrase) => [phrase, meaning] as const)),
)
/** Bounds before a figure; otherwise they tell a place. */
const bounds = new Map([
  ...['under', 'below', 'within', 'inside'].map((word) => [word, '≤'] as const),
  ...['over', 'above', 'beyond', 'past'].map((word) => [word, '≥'] as const),
])
const longestPhrase = 3

const shapes =
  /(?:(?<![\p{L}\d)]|\d)[-−](?=\d))?\d+(?:[.,]\d+)*|\p{L}+(?:['’]\p{L}+)?|->|=>|<-|[<>]=|[%×°$€£≤≥<>/]/gu

/** A Markdown text as it is read: without addresses and numbers of list items. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\]\((?:[^()\s]|\([^()\s]*\))*\)|<https?:[^<>\s]*>/g, ']')
    .replace(/^[\t >]*\d{1,9}[.)](?=\s)/gm, '')
    .toLowerCase()

interface Read {
  /** What it comes to, in one spelling. */
  readonly claim: string
  readonly end: number
}

const isDigits = (token: string): boolean => /\d/.test(token)

/** A whole number in words, such as “two hundred and fifty”; “one” alone counts nothing. */
function inWords(tokens: readonly string[], from: number): { value: number; end: number } | undefined {
  let [sum, part, at] = [0, numerals.get(tokens[from] ?? ''), from + 1]
  if (part === undefined) return undefined
  for (;;) {
    const joined = tokens[at] === 'and' ? at + 1 : at
    const more = numerals.get(tokens[joined] ?? '')
    const [measure, factor = 0] = units.get(tokens[at] ?? '') ?? []
    if (measure === '' && factor === 100) part *= factor
    else if (measure === '') [sum, part] = [sum + part * factor, 0]
    else if (more !== undefined && more < 100 && part % (more < 10 ? 10 : 100) === 0 && part > 0) {
      part += more
      at = joined
    } else break
    at += 1
  }
  return at === from + 1 && part === 1 ? undefined : { value: sum + part, end: at }
}

function numberAt(
  tokens: readonly string[],
  at: number,
): { value: number | string; end: number } | undefined {
  const token = tokens[at] ?? ''
  if (!isDigits(token)) return inWords(tokens, at)
  const written = token.replace('−', '-').replace(/,(?=\d{3}(?!\d))/g, '')
  const value = Number(written)
  return { value: Number.isNaN(value) ? written : value, end: at + 1 }
}

/** A figure with its unit, times in seconds: `0.5 s` is `500 ms`. */
function amount(tokens: readonly string[], from: number): Read | undefined {
  const [currency] = /[$€£]/.test(tokens[from] ?? '') ? (units.get(tokens[from] ?? '') ?? []) : []
  const number = numberAt(tokens, currency === undefined ? from : from + 1)
  if (!number) return undefined
  let { value, end } = number
  let measure = currency
  for (; measure === undefined || measure === currency; end += 1) {
    const next = `${tokens[end]} ${tokens[end + 1]}`
    if (next === 'percentage points' || next === 'percentage point')
      return { claim: `${value}pp`, end: end + 2 }
    if (next === 'per cent') return { claim: `${value}%`, end: end + 2 }
    const unit = units.get(tokens[end] ?? '')
    if (!unit || (currency !== undefined && unit[0] !== '')) break
    // Without what binary fractions add: 0.07 × 100 is 7.000000000000001.
    if (typeof value === 'number') value = Number((value * unit[1]).toPrecision(12))
    if (unit[0] !== '') measure = unit[0]
  }
  return { claim: `${value}${measure ?? ''}`, end }
}

const periods = new Set(['s', 'month'])

/** `per second`, `a day`, `/h`. */
function rate(tokens: readonly string[], at: number): Read | undefined {
  if (!/^(?:per|an?|each|every|\/)$/.test(tokens[at] ?? '')) return undefined
  const unit = units.get(tokens[at + 1] ?? '')
  // “A second opinion” is no rate.
  if (tokens[at] === 'a' && tokens[at + 1] === 'second') return undefined
  return unit && periods.has(unit[0]) ? { claim: `/${unit[1]}${unit[0]}`, end: at + 2 } : undefined
}

function phrase(tokens: readonly string[], at: number): Read | undefined {
  for (let length = longestPhrase; length > 0; length -= 1) {
    const claim = meanings.get(tokens.slice(at, at + length).join(' '))
    if (claim !== undefined) return { claim, end: at + length }
  }
  return /n['’]t$/.test(tokens[at] ?? '') ? { claim: 'not', end: at + 1 } : undefined
}

function bound(tokens: readonly string[], at: number): Read | undefined {
  const claim = bounds.get(tokens[at] ?? '')
  if (claim === undefined) return undefined
  const after = /^(?:about|the|an?)$/.test(tokens[at + 1] ?? '') ? at + 2 : at + 1
  return amount(tokens, after) ? { claim, end: at + 1 } : undefined
}

/** Everything that a text claims, in order, each in one spelling. */
function read(markdown: string): string[] {
  const tokens = plain(markdown).match(shapes) ?? []
  const claims: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = bound(tokens, at) ?? phrase(tokens, at) ?? rate(tokens, at) ?? amount(tokens, at)
    if (found) claims.push(found.claim)
    at = found?.end ?? at + 1
  }
  return claims
}

const isFigure = (claim: string): boolean => /\d/.test(claim) || claim === 'half'
const isBound = (claim: string): boolean => claim === '≤' || claim === '≥'

/** Every figure of a text with its unit; then their bounds, which stand before them or behind. */
export function quantitiesOf(markdown: string): string[] {
  const claims = read(markdown)
  return [...claims.filter(isFigure), ...claims.filter(isBound)]
}

/** What of a statement decides whether an answer meets it: quantities, and words that turn its meaning. */
export const claimsOf = (markdown: string): string[] => [
  ...quantitiesOf(markdown),
  ...read(markdown).filter((claim) => !isFigure(claim) && !isBound(claim)),
]
