import type { LoopPoint, PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import { type Pattern, patternCompiler } from '../rubric/pattern.ts'
import { tokenize } from '../rubric/tokens.ts'
import type { SectionAssessment } from './types.ts'
import type { Unit } from './units.ts'

/** The label's words, the last of them in any number. */
const labelPattern = (label: string): string =>
  `${tokenize(label)
    .flatMap(({ text, type }) => (type === 'word' || type === 'number' ? [text] : []))
    .join(' ')
    .replace(/s$/, '')}*`

/** Tells which points an answer mentions, in their section or where no section is named. */
export type MentionTest = (
  wanted: (point: LoopPoint) => boolean,
  units: readonly Unit[],
) => readonly SectionAssessment[]

export function compileMentions({ sections }: PracticeLoop, { lists }: Rubric): MentionTest {
  const compile = patternCompiler(lists)
  const patterns = new Map<LoopPoint, Pattern>(
    sections.flatMap(({ points }) =>
      points.map((point) => [point, compile(point.mention ?? labelPattern(point.label))] as const),
    ),
  )
  const holds = (point: LoopPoint, { phrase, introduced = phrase }: Unit): boolean =>
    (patterns.get(point)?.(introduced.tokens, introduced.memo, 1) ?? 0) > 0
  return (wanted, units) =>
    sections.map(({ id, points }) => {
      const here = units.filter(({ section }) => section === undefined || section === id)
      return {
        id,
        points: points
          .filter(wanted)
          .map((point) => ({ id: point.id, mentioned: here.some((unit) => holds(point, unit)) })),
      }
    })
}
