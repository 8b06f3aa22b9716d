import type { Criterion, Rubric } from '../model/generated/published/rubric.ts'
import { compileSubstance, type SubstanceResult } from '../rubric/substance.ts'
import type { CriterionAssessment } from './types.ts'
import type { Unit } from './units.ts'

/** Looks for a criterion in the sentences of an answer. */
export type CriterionTest = (criterion: Criterion, units: readonly Unit[]) => CriterionAssessment

const nothing: SubstanceResult = { lacks: [], rejected: [] }

/** Names of cues beside the criteria's own; no id has a colon. */
const cueName = (id: string): string => `cue:${id}`

/** A cue and a test may ask for the same thing in the same words. */
const once = (lacks: readonly string[]): string[] => [...new Set(lacks)]

const wanting = ({ lacks, rejected }: SubstanceResult): string[] => [
  ...lacks,
  ...rejected.map((say) => `other words than ${say}`),
]

/**
 * Compiles the cues by which a sentence refers to a criterion, and what such a sentence must hold. Free text has no links
 * that claim, so cue words stand in for the claim; what is claimed must pass the linter's own test.
 */
export function compileCriteria(rubric: Rubric): CriterionTest {
  const cues = rubric.criteria.flatMap(({ id, cue }) => (cue ? [{ id: cueName(id), substance: cue }] : []))
  const test = compileSubstance({ ...rubric, criteria: [...rubric.criteria, ...cues] })
  return ({ id, sections, cue, substance: { need } }, units) => {
    const allowed = cue?.sections ?? sections
    const about = cue?.need[0]?.say
    const found = units.flatMap(({ section, text, phrase, introduced, words }) => {
      if (words < rubric.evidenceWords || (section !== undefined && !allowed.includes(section))) return []
      const own = test(cueName(id), phrase) ?? nothing
      const claim = own.lacks.length === 0 || !introduced ? own : (test(cueName(id), introduced) ?? own)
      if (about !== undefined && claim.lacks.includes(about)) return []
      const held = test(id, phrase) ?? nothing
      if (cue === undefined && need.every(({ say }) => held.lacks.includes(say))) return []
      const lacks = [...wanting(claim), ...wanting(held)]
      // Of two that do equally well, the one in the criterion's own sections, then the one that needs no introduction.
      const away = section !== undefined && !sections.includes(section)
      return [{ text, lacks, rank: lacks.length + (away ? 0.5 : 0) + (claim === own ? 0 : 0.25) }]
    })
    const [best] = found.sort((a, b) => a.rank - b.rank)
    if (!best) {
      const all = [...(cue?.need ?? []), ...need].map(({ say }) => say)
      return { id, status: 'missing', lacks: once(all) }
    }
    if (best.lacks.length === 0) return { id, status: 'earned', sentence: best.text }
    return { id, status: 'near', sentence: best.text, lacks: once(best.lacks) }
  }
}
