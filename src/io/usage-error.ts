import { didYouMean } from '../text/did-you-mean.ts'
import { quote } from '../text/quote.ts'

/** Wrong usage: one line for the person, exit code 2. */
export class UsageError extends Error {}

/** Names a word that is not one of those known. */
export function unknownWord(
  what: string,
  word: string,
  known: readonly string[],
  otherwise: string,
): UsageError {
  const meant = didYouMean(word, known)
  return new UsageError(
    `unknown ${what} ${quote(word)}; ${meant === undefined ? otherwise : `did you mean \`${meant}\`?`}`,
  )
}
