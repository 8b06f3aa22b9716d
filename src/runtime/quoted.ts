import type { Range } from './sentences.ts'
import type { CriterionAssessment } from './types.ts'
import type { Unit } from './units.ts'
import { tightened } from './windows.ts'
import { written } from './written.ts'

/**
 * How a sentence of an answer is shown: verbatim, with its place and the words that tell.
 * @param words the words that tell, by where they stand in the sentence
 * @param verbatim a stretch of the answer as it was given
 */
export function quoted(
  unit: Unit,
  words: readonly Range[],
  verbatim: (unit: Unit, start: number, end: number) => string,
): Pick<CriterionAssessment, 'sentence' | 'at' | 'matched'> {
  const { at, text, part, spoken } = unit
  const shown = spoken ? tightened(text, words) : { start: 0, end: text.length }
  const [start, end] = [at.start + shown.start, at.start + shown.end]
  return {
    sentence: verbatim(unit, start, end),
    at: { ...(part !== undefined && { section: part }), start, end },
    ...(words.length > 0 && { matched: written(text, words) }),
  }
}
