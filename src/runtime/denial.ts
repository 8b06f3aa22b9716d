import { deniedTokens } from '../rubric/polarity.ts'
import type { Token } from '../rubric/tokens.ts'

/** Negations of a verb; those of a thing (“no”) end with it. */
const verbal = new Set(['not', 'never'])
const negations = new Set(['not', 'never', 'no', 'nobody', 'nothing', 'refuse', 'false', 'wrong', 'untrue'])
/** Words that an enumerated thing doesn't hold. */
const clausal = new Set(
  'i we it they he she you there this that is are was were has have had will can must may should would so but because if when while then which who only instead and'.split(
    ' ',
  ),
)
/** An enumerated thing has at most this many words. */
const longestThing = 4
/** A sentence is denied as a whole by a negation before a “that” among its first words (“it is not true that”). */
const opening = 9

const isBreak = (token: Token | undefined): boolean => token === undefined || token.type === 'break'

/** Tokens in which commas between enumerated things no longer end what a verb denies: “not compared by device, language, build”. */
function withoutEnumeration(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(({ text }) => verbal.has(text))
  if (first === -1) return tokens
  const joins = (index: number): boolean => {
    let size = 0
    for (; !isBreak(tokens[index + 1 + size]); size += 1) {
      const text = tokens[index + 1 + size]?.text ?? ''
      if (size > 0 && (text === 'and' || text === 'or')) break
      if (clausal.has(text) && !(size === 0 && text === 'and')) return false
    }
    return size > 0 && size <= longestThing
  }
  return tokens.map(
    (token, index): Token =>
      index > first && token.text === ',' && joins(index) ? { ...token, type: 'sign' } : token,
  )
}

/** How many tokens deny a sentence as a whole by how it begins: “it is not true that …”, “there is no plan that …”. */
function openingDenial(tokens: readonly Token[]): number {
  const that = tokens.findIndex(({ text }, index) => index > 0 && text === 'that')
  if (that === -1 || that > opening) return 0
  const before = tokens.slice(0, that)
  const denies =
    before.some(({ text }) => negations.has(text)) &&
    before.every(({ type, text }) => type !== 'break' || text === ':')
  return denies ? that : 0
}

/** What a sentence denies. */
export interface Denial {
  /** Whether it denies all that it says. */
  readonly whole: boolean
  /** For each token whether another negation denies it. */
  readonly tokens: readonly boolean[]
}

/**
 * Reads what a sentence denies.
 * @param meant places of words that matched: a negation among them is what was looked for
 */
export function denialIn(tokens: readonly Token[], meant: readonly number[] = []): Denial {
  const from = openingDenial(tokens)
  const rest = withoutEnumeration(tokens.slice(from))
  const denied = deniedTokens(
    rest,
    meant.map((place) => place - from),
  )
  return { whole: from > 0, tokens: tokens.map((_, index) => denied[index - from] ?? false) }
}
