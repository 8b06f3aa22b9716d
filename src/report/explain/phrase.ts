import type { PartReport, SubstanceResult } from '../../rubric/substance.ts'
import { quote } from '../../text/quote.ts'
import { printable } from '../printable.ts'

/** What the words of a phrase are for one criterion. */
export interface PhraseReport {
  readonly criterion: string
  readonly result: SubstanceResult
  readonly parts: readonly PartReport[]
}

/** Without the backticks that mark where words begin and end, they are hard to tell from the rest of the line. */
const shown = (words: readonly string[]): string =>
  [...new Set(words)].map((each) => quote(printable(each))).join(', ')

function* lines({ criterion, result, parts }: PhraseReport): Generator<string> {
  const { lacks, rejected } = result
  yield `${criterion}: ${lacks.length + rejected.length === 0 ? 'earned' : 'not earned'}`
  const said = new Set(parts.map(({ say }) => say))
  for (const say of lacks) if (!said.has(say)) yield `  missing  ${say}`
  for (const { say, kind, found, words } of parts) {
    if (kind === 'need') {
      const counted = words.length > 0 ? `: ${shown(words)}` : ''
      yield `  ${found ? 'there  ' : 'missing'}  ${say}${found || counted === '' ? counted : `, not only${counted.slice(1)}`}`
    } else if (found) yield `  against  ${say}: ${shown(words)}`
  }
}

/** Which words of a phrase count for which part of the tests of criteria, and what is missing. */
export const phraseText = (reports: readonly PhraseReport[]): string =>
  reports.map((report) => `${[...lines(report)].join('\n')}\n`).join('\n')
