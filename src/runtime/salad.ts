import type { Token } from '../rubric/tokens.ts'
import { wordSet } from '../text/word-set.ts'

/** Words that hold sentences, and notes, together. */
const glue = wordSet(
  'a an the of to in on at by for from with without as is are was were be been do does it its this that these those and or but not no if when then than so we i they you our their per each every all any after before until over under within into only must can may will would should has have had which who because since more less',
)

/** As many words in a row without a sign, a figure or a word that joins them say nothing. */
const longest = 11

/** Whether a sentence is a row of words and no more. */
export function isSalad(tokens: readonly Token[]): boolean {
  let row = 0
  for (const { type, text } of tokens) {
    row = type === 'word' && !glue.has(text) ? row + 1 : 0
    if (row > longest) return true
  }
  return false
}
