import type { Token } from '../rubric/tokens.ts'
import { wordSet } from '../text/word-set.ts'

/** Words of English that are no words of its neighbours, or seldom. */
const english = wordSet(
  'the of and to is that for with it are be this from or by we have which when if they their than would only each must should before into there every other does our were been without because while until under its per',
)
/** Shorter texts don't tell their language. */
const fewest = 12
const [leastEnglish, leastKnown] = [0.1, 0.4]

/**
 * Tells whether a text is in the language of the drills: by its small words, or, as in notes, by words that the drills use.
 * @param isKnown whether drill or rubric hold a word
 */
export function languageOf(tokens: readonly Token[], isKnown: (token: Token) => boolean): 'drill' | 'other' {
  const words = tokens.filter(({ type }) => type === 'word')
  const share = (counts: (token: Token) => boolean): number =>
    words.filter(counts).length / Math.max(1, words.length)
  const foreign = share(({ text }) => /^[^\p{Script=Latin}]/u.test(text))
  if (foreign > 0.5 && words.length > 2) return 'other'
  if (words.length < fewest) return 'drill'
  if (share(({ text }) => english.has(text)) >= leastEnglish) return 'drill'
  return share((token) => token.text.length > 2 && isKnown(token)) >= leastKnown ? 'drill' : 'other'
}
