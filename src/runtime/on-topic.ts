import type { CriterionFinding } from './drill-criteria.ts'
import type { Unit } from './units.ts'

/**
 * Of an answer to a drill, one word in twenty is one of the drill's own, or sentences speak of a third of its criteria, or
 * both to a lesser degree. Their sum must reach `least`.
 */
const [usualWords, usualCriteria, least] = [0.05, 0.3, 1.5]
/**
 * How many own words a sentence needs, alone and beside one with a cue, and how near that is. Where an answer is clearly
 * about the drill, all of a section is that holds a cue.
 */
const demands = {
  clear: { alone: 1, beside: 0, near: 3 },
  unclear: { alone: 2, beside: 1, near: 1 },
} as const

/** What of an answer speaks of the drill. */
export interface Topic {
  readonly offTopic: boolean
  /** The sentences that may earn a general criterion. */
  readonly speaking: readonly Unit[]
  readonly findings: readonly CriterionFinding[]
}

/**
 * Which sentences of an answer speak of the drill's own subject: they hold a cue, or own words of the drill, or stand
 * beside such a sentence. An answer that hardly does earns nothing general, and a cue in it counts beside own words only.
 */
export function onTopic(
  criteria: readonly { readonly id: string; readonly weight: number }[],
  units: readonly Unit[],
  findings: readonly CriterionFinding[],
  wordsIn: (unit: Unit) => number,
): Topic {
  if (criteria.length === 0) return { offTopic: false, speaking: units, findings }
  const own = units.map(wordsIn)
  const cued = units.map((unit) => findings.some((finding) => finding.units.has(unit)))
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
  const weights = criteria.map(({ id, weight }) =>
    findings.find((each) => each.id === id)?.best ? weight : 0,
  )
  const found = sum(weights) / sum(criteria.map(({ weight }) => weight))
  const density = sum(own) / Math.max(1, sum(units.map(({ words }) => words)))
  if (found / usualCriteria + density / usualWords < least) {
    const { alone } = demands.unclear
    return {
      offTopic: true,
      speaking: [],
      findings: findings.map((finding) =>
        finding.best && wordsIn(finding.best.unit) < alone ? { ...finding, best: undefined } : finding,
      ),
    }
  }
  const clear = found >= usualCriteria
  const { alone, beside, near } = clear ? demands.clear : demands.unclear
  const sections = new Set(units.flatMap(({ section }, index) => (clear && cued[index] && section) || []))
  const isBeside = (index: number): boolean =>
    Array.from({ length: 2 * near + 1 }, (_, offset) => index - near + offset).some(
      (each) => cued[each] === true && units[each]?.section === units[index]?.section,
    )
  const speaking = units.filter((_, index) => {
    const words = own[index] ?? 0
    const { section } = units[index] ?? {}
    return (
      cued[index] ||
      (section !== undefined && sections.has(section)) ||
      words >= alone ||
      (words >= beside && isBeside(index))
    )
  })
  return { offTopic: false, speaking, findings }
}
