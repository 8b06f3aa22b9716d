import { didYouMean } from '../text/did-you-mean.ts'
import { quote } from '../text/quote.ts'

/** Wrong usage: one line on standard error, exit code 2. */
export class UsageError extends Error {}

/** The error for a word that is not known. */
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
