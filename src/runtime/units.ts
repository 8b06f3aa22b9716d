import { type ReadPhrase, readPhrase } from '../rubric/substance.ts'
import { deniesWhatFollows } from './denial.ts'
import { plain } from './plain.ts'
import { type Range, sentences } from './sentences.ts'
import type { Block } from './split.ts'
import { windows } from './windows.ts'

/** A sentence of an answer: what criteria and points are looked for in. */
export interface Unit {
  readonly section: string | undefined
  /** The name under which its text was given, where the answer is a record. */
  readonly part: string | undefined
  /** As it was written, but for marks of Markdown, which are blanks. */
  readonly text: string
  /** Where it stands in its text. */
  readonly at: Range
  readonly phrase: ReadPhrase
  /** The sentence after what introduces it (its label, the heading above, the line before its list), if anything does. */
  readonly introduced: ReadPhrase | undefined
  readonly words: number
  /** Whether a line that introduces it denies it. */
  readonly denied: boolean
  /** Whether it is a window on speech without signs: the next one overlaps it. */
  readonly spoken: boolean
}

/** A label at the beginning of a block: `Rollback:`, `CI/CD —`. */
function labelOf(text: string): string {
  const end = text.slice(0, 60).search(/[:–—](?:\s|$)/)
  return end === -1 || /[.!?,;]\s/.test(text.slice(0, end)) ? '' : text.slice(0, end)
}

/** Introductions longer than this don't introduce, they say something themselves. */
const longestIntroduction = 200

/** A stretch with the marks of Markdown that touch it. */
function withMarks(text: string, whole: string, { start, end }: Range): Range {
  const isMark = (index: number): boolean => whole[index] === ' ' && /\S/.test(text[index] ?? ' ')
  let [first, last] = [start, end]
  while (isMark(first - 1)) first -= 1
  while (isMark(last)) last += 1
  return { start: first, end: last }
}

const isWord = ({ type }: { readonly type: string }): boolean => type === 'word' || type === 'number'

/**
 * The sentences of a block. Its label introduces all but the first, which has it.
 * @param capitals whether the writer begins sentences with them
 */
export function unitsOf(
  { section, text, under, start: from }: Block,
  part: string | undefined,
  capitals: boolean,
): Unit[] {
  const whole = plain(text)
  const label = labelOf(whole.trim())
  const above = under.map((each) => plain(each.slice(0, longestIntroduction)))
  return sentences(whole, capitals).flatMap((sentence, index) => {
    if (!/[\p{L}\p{N}]/u.test(whole.slice(sentence.start, sentence.end))) return []
    const introduction = index > 0 && label !== '' ? [...above, label] : above
    const views = windows(whole, sentence)
    return views.map((view) => {
      const { start, end } = withMarks(text, whole, view)
      const own = whole.slice(start, end)
      const phrase = readPhrase(own)
      return {
        section,
        part,
        text: own,
        at: { start: from + start, end: from + end },
        phrase,
        introduced: introduction.length === 0 ? undefined : readPhrase([...introduction, own].join(' ; ')),
        words: phrase.tokens.filter(isWord).length,
        denied: above.some(deniesWhatFollows),
        spoken: views.length > 1,
      }
    })
  })
}
