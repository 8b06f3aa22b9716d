/** A word, figure or sign of a phrase, in lower case. `break` separates clauses. */
export interface Token {
  readonly text: string
  readonly type: 'word' | 'number' | 'sign' | 'break'
}

const small =
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety'
const numberWords = new Set(
  `zero nil one ${small} thirteen fourteen sixteen seventeen eighteen nineteen seventy eighty hundred thousand million billion dozen half single`.split(
    ' ',
  ),
)

const shapes =
  /\d+(?:[.,]\d+)*|[≤≥<>=%×~±]|[$€£¥]|[.,;:!?()[\]—–…]|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

/** `four-hour` and `two-thirds` are a number word and what follows it; `one-off` and `zero-shot` are words. */
const compound = new RegExp(
  `\\b(?:(${small.replaceAll(' ', '|')}|hundred)-(?=\\p{L})|(one|half)-(?=(?:hour|minute|second|day|week|month|third|quarter)s?\\b))`,
  'gu',
)

/** What is written otherwise, by a sign that it always has. */
const rewritings: readonly (readonly [sign: string, pattern: RegExp, by: string])[] = [
  ["n't", /\bcan't\b/g, 'can not'],
  ["n't", /\bwon't\b/g, 'will not'],
  ["n't", /\bshan't\b/g, 'shall not'],
  ["n't", /n't\b/g, ' not'],
  ['cannot', /\bcannot\b/g, 'can not'],
  ['-', compound, '$1$2 '],
  ['<=', /<=/g, '≤'],
  ['>=', />=/g, '≥'],
]

const expand = (text: string): string =>
  rewritings.reduce(
    // Most phrases have no sign, and to look for one is cheaper than to try the expression.
    (written, [sign, pattern, by]) => (written.includes(sign) ? written.replace(pattern, by) : written),
    text.toLowerCase().replaceAll('’', "'"),
  )

const breaks = new Set('.,;:!?()[]—–…')

const typeOf = (text: string): Token['type'] => {
  const code = text.charCodeAt(0)
  if (code >= 0x30 && code <= 0x39) return 'number'
  if (code >= 0x61 && code <= 0x7a) return numberWords.has(text) ? 'number' : 'word'
  if (numberWords.has(text)) return 'number'
  if (breaks.has(text)) return 'break'
  return /^[\p{L}\p{M}]/u.test(text) ? 'word' : 'sign'
}

/**
 * Splits a phrase into tokens. Figures are separated from units (`300ms`, `four-hour`), contractions of “not” are
 * written out, and other words keep their hyphens (`n-1`, `opted-in`).
 */
export function tokenize(text: string): Token[] {
  return (expand(text).match(shapes) ?? []).map((word) => ({ text: word, type: typeOf(word) }))
}
