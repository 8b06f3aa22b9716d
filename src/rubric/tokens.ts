import { ownValue } from '../text/own-value.ts'

/** A word, figure or sign of a phrase, in lower case. `break` separates clauses. */
export interface Token {
  readonly text: string
  readonly type: 'word' | 'number' | 'sign' | 'break'
  /** Where it stands in the phrase. */
  readonly start: number
  readonly end: number
  /** Written with a capital, and not because a sentence begins. */
  readonly name?: true
}

const small =
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety'
const numberWords = new Set(
  `zero nil one ${small} thirteen fourteen sixteen seventeen eighteen nineteen hundred thousand million billion dozen half single`.split(
    ' ',
  ),
)

/** Behind a slash these mean “per” (`$2/h`). Other slashes are signs of nothing, unless they stand apart. */
const rateUnit = '(?:s|sec|second|min|minute|h|hr|hour|day|week|month|year|mo|wk)'
const shapes = new RegExp(
  String.raw`\d+(?:[.,]\d+)*|[-=]>|<=|>=|[≤≥<>=%×~±→]|[$€£¥]|°\s?[cf]\b|@\d+|\/(?=${rateUnit}\b)|(?<=\s)[/&](?=\s)|[.,;:!?()[\]—–…]|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*`,
  'gu',
)

/** `four-hour` and `two-thirds` are a number word and what follows it; `one-off` and `zero-shot` are words. */
const compound = new RegExp(
  `^(?:(?:${small.replaceAll(' ', '|')}|hundred)-(?=\\p{L})|(?:one|half)-(?=(?:hour|minute|second|day|week|month|third|quarter)s?\\b))`,
  'u',
)

/** Signs that are written in several ways. */
const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '->': '→', '=>': '→', '&': '/' }
/** What is left of a word whose “n't” is taken off. */
const stems: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' }
/** Words with a “not” whose apostrophe was left out. */
const bare = /^(?:ca|wo|do|does|did|is|are|was|were|has|have|had|would|could|should|need)nt$/
const breaks = new Set('.,;:!?()[]—–…/')
/** After these a capital says nothing. */
const openings = new Set('.:!?(…→')

const typeOf = (text: string): Token['type'] => {
  const code = text.charCodeAt(0)
  if (code >= 0x30 && code <= 0x39) return 'number'
  if (code >= 0x61 && code <= 0x7a) return numberWords.has(text) ? 'number' : 'word'
  if (numberWords.has(text)) return 'number'
  if (breaks.has(text)) return 'break'
  return /^[\p{L}\p{M}@]/u.test(text) ? 'word' : 'sign'
}

/** Lower case of the same length, so that places stay what they are. */
function lowered(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text.replace(/./gsu, (each) => {
    const small = each.toLowerCase()
    return small.length === each.length ? small : each
  })
}

/**
 * Splits a phrase into tokens. Figures are separated from units (`300ms`, `four-hour`), contractions of “not” are
 * written out, and other words keep their hyphens (`n-1`, `opted-in`).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const lower = lowered(text)
  const put = (written: string, start: number, end: number): void => {
    const type = typeOf(written)
    const capital =
      type === 'word' &&
      text[start] !== lower[start] &&
      text[start + 1] === lower[start + 1] &&
      end > start + 2
    const name = capital && tokens.length > 0 && !openings.has(tokens.at(-1)?.text ?? '')
    tokens.push(name ? { text: written, type, start, end, name } : { text: written, type, start, end })
  }
  shapes.lastIndex = 0
  for (let found = shapes.exec(lower); found !== null; found = shapes.exec(lower)) {
    let [word] = found
    let start = found.index
    const { lastIndex: end } = shapes
    const part = word.includes('-') ? compound.exec(word) : null
    for (let number = part; number !== null; number = compound.exec(word)) {
      const { length } = number[0]
      put(word.slice(0, length - 1), start, start + length - 1)
      word = word.slice(length)
      start += length
    }
    if (word.includes('’')) word = word.replaceAll('’', "'")
    // Transcripts have no apostrophes.
    const size = word.endsWith("n't") || word === 'cannot' ? 3 : bare.test(word) ? 2 : 0
    if (size > 0) {
      const stem = word.slice(0, -size)
      put(ownValue(stems, stem) ?? stem, start, end - size)
      put('not', end - size, end)
    } else if (word === '/') put(/\s/.test(lower[end] ?? '') ? '/' : 'per', start, end)
    else put(ownValue(signs, word) ?? (word.startsWith('°') ? `°${word.at(-1)}` : word), start, end)
  }
  return tokens
}
