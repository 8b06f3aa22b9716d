import { type ReadPhrase, readPhrase } from '../rubric/substance.ts'
import { plain } from './plain.ts'
import { sentences } from './sentences.ts'
import type { Block } from './split.ts'

/** A sentence of an answer: what criteria and points are looked for in. */
export interface Unit {
  readonly section: string | undefined
  readonly text: string
  readonly phrase: ReadPhrase
  /** The sentence after what introduces it (its label, the heading above, the line before its list), if anything does. */
  readonly introduced: ReadPhrase | undefined
  readonly words: number
}

/** A label at the beginning of a block: `Rollback:`, `CI/CD —`. */
function labelOf(text: string): string {
  const end = text.slice(0, 60).search(/[:–—](?:\s|$)/)
  return end === -1 || /[.!?,;]\s/.test(text.slice(0, end)) ? '' : text.slice(0, end)
}

/** Introductions longer than this don't introduce, they say something themselves. */
const longestIntroduction = 200

/** The sentences of a block. Its label introduces all but the first, which has it. */
export function unitsOf({ section, text, under }: Block): Unit[] {
  const whole = plain(text).trim()
  const label = labelOf(whole)
  const above = under.map((each) => plain(each.slice(0, longestIntroduction)))
  return sentences(whole).map((sentence, index) => {
    const introduction = index > 0 && label !== '' ? [...above, label] : above
    const phrase = readPhrase(sentence)
    return {
      section,
      text: sentence,
      phrase,
      introduced: introduction.length === 0 ? undefined : readPhrase([...introduction, sentence].join(' ; ')),
      words: phrase.tokens.filter(({ type }) => type === 'word' || type === 'number').length,
    }
  })
}
