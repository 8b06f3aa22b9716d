import type { PartReport } from '../../rubric/substance.ts'
import { oneOf, quote } from '../../text/quote.ts'

/** Words that are shown for one part. */
const most = 2

/** The part without the wording that it accepts. */
const name = (say: string): string => say.replace(/ \(“.*$/, '')

const shown = (words: readonly string[]): string =>
  oneOf(
    words.slice(0, most).map((each) => quote(each, 40).slice(1, -1)),
    'and',
  )

/** Parts that must not be there and are, with the words that make them. */
export const rejected = (parts: readonly PartReport[]): string =>
  parts
    .filter(({ kind, found }) => kind === 'reject' && found)
    .map(({ say, words }) => `${say}, by ${shown(words)}`)
    .join(' and ')

/** What is missing, with accepted wording, then which words count for the rest. */
export function lacking(lacks: readonly string[], parts: readonly PartReport[]): string {
  const needs = parts.filter(({ kind, words }) => kind === 'need' && words.length > 0)
  const missing = lacks.map((say) => {
    const some = needs.find((part) => part.say === say)
    return some ? `${say}, not only ${shown(some.words)}` : say
  })
  const counted = needs
    .filter(({ found }) => found)
    .map(({ say, words }) => `${shown(words)} ${words.length > 1 ? 'count' : 'counts'} for ${name(say)}`)
  return [missing.join(' and '), ...counted].join('; ')
}
