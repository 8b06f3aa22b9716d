import type { LoopSection } from '../model/generated/published/practice-loop.ts'
import { readAnswer } from './answer.ts'
import { headingReader } from './headings.ts'
import { beginsWithCapitals } from './sentences.ts'
import { split } from './split.ts'
import { type Unit, unitsOf } from './units.ts'

/** Makes what splits an answer into sentences, each with its section. */
export function unitReader(sections: readonly LoopSection[]): (answer: unknown) => Unit[] {
  const naming = headingReader(sections)
  return (answer) => {
    const read = readAnswer(answer)
    const texts = typeof read === 'string' ? [[undefined, read] as const] : read
    return texts.flatMap(([key, text]) => {
      const capitals = beginsWithCapitals(text)
      const { ids, whole } = key === undefined ? { ids: [], whole: false } : naming(key)
      return split(text, naming, whole ? ids[0] : undefined).flatMap((block) => unitsOf(block, key, capitals))
    })
  }
}
