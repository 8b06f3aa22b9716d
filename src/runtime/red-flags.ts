import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import type { RaisedRedFlag } from './types.ts'
import type { Unit } from './units.ts'

/** The red flags whose declared test an answer fails: one section outweighs others, counted in words. */
export function raisedRedFlags(
  { redFlags }: Rubric,
  { sections, limits: { dominanceShare } }: PracticeLoop,
  units: readonly Unit[],
): RaisedRedFlag[] {
  const title = (id: string): string => sections.find((section) => section.id === id)?.title ?? id
  const wordsIn = (ids: readonly string[]): number =>
    units.reduce(
      (sum, { section, words }) => (section !== undefined && ids.includes(section) ? sum + words : sum),
      0,
    )
  return redFlags.flatMap(({ id, test }) => {
    if (!test) return []
    const own = wordsIn([test.section])
    const others = wordsIn(test.against)
    if (own <= dominanceShare * others) return []
    const against = test.against.map(title).join(' and ')
    const reason = `${title(test.section)} takes ${own} words, ${against} ${test.against.length > 1 ? 'together ' : ''}${others}`
    return [{ id, reason }]
  })
}
