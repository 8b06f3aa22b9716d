import type { LoopSection } from '../model/generated/published/practice-loop.ts'
import { readAnswer } from './answer.ts'
import { headingReader } from './headings.ts'
import { beginsWithCapitals } from './sentences.ts'
import { split } from './split.ts'
import { type Unit, unitsOf } from './units.ts'

/** @throws RangeError naming the sections that there are */
function refuseSection(key: string, sections: readonly LoopSection[]): never {
  const word = key.trim().toLowerCase()
  const meant = word === '' ? undefined : sections.find(({ id }) => id.startsWith(word))
  const shown = key.slice(0, 60).replace(/\p{Cc}/gu, ' ')
  throw new RangeError(
    `an unknown section: “${shown}”, expected ${sections.map(({ id }) => id).join(', ')}${meant ? `; did you mean ${meant.id}?` : ''}`,
  )
}

/**
 * Makes what splits an answer into sentences, each with its section.
 * @throws RangeError where a name of an answer in parts is no section's
 */
export function unitReader(sections: readonly LoopSection[]): (answer: unknown) => Unit[] {
  const naming = headingReader(sections)
  return (answer) => {
    const read = readAnswer(answer)
    const texts = typeof read === 'string' ? [[undefined, read] as const] : read
    return texts.flatMap(([key, text]) => {
      const capitals = beginsWithCapitals(text)
      const { ids, whole } = key === undefined ? { ids: [], whole: false } : naming(key)
      if (key !== undefined && ids.length === 0) refuseSection(key, sections)
      return split(text, naming, whole ? ids[0] : undefined).flatMap((block) => unitsOf(block, key, capitals))
    })
  }
}
