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

const expand = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(
      /\b(ca|wo|sha)n't\b/g,
      (_, stem: string) => `${stem === 'ca' ? 'can' : stem === 'wo' ? 'will' : 'shall'} not`,
    )
    .replace(/n't\b/g, ' not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(compound, '$1$2 ')
    .replace(/<=/g, '≤')
    .replace(/>=/g, '≥')

const breaks = new Set('.,;:!?()[]—–…')

const typeOf = (text: string): Token['type'] => {
  if (/^\d/.test(text) || numberWords.has(text)) return 'number'
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
