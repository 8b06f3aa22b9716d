import type { CriterionFinding } from './drill-criteria.ts'
import type { Unit } from './units.ts'

/** A sentence with as many own words of the drill speaks of its subject; beside one that does, half of them do. */
const [enough, beside] = [2, 1]
/** Least share of sentences that speak of the subject, and of the criteria, in weight, that something speaks of. */
const [leastSentences, leastCriteria] = [0.12, 0.12]
/** Sentences as near as this are about the same thing. */
const near = 1

/**
 * Which sentences of an answer speak of the drill's own subject: they hold a cue, or own words of the drill, or stand
 * beside such a sentence. Of an answer that hardly does, none counts.
 */
export function onTopic(
  criteria: readonly { readonly id: string; readonly weight: number }[],
  units: readonly Unit[],
  findings: readonly CriterionFinding[],
  wordsIn: (unit: Unit) => number,
): { readonly offTopic: boolean; readonly speaking: readonly Unit[] } {
  if (criteria.length === 0) return { offTopic: false, speaking: units }
  const words = units.map(wordsIn)
  const cued = units.map((unit) => findings.some((finding) => finding.units.has(unit)))
  const neighbours = (index: number): number[] =>
    Array.from({ length: 2 * near + 1 }, (_, offset) => index - near + offset).filter(
      (each) => each !== index && units[each] !== undefined && units[each]?.section === units[index]?.section,
    )
  const speaks = (index: number): boolean => cued[index] === true || (words[index] ?? 0) >= enough
  const speaking = units.filter(
    (_, index) =>
      speaks(index) || ((words[index] ?? 0) >= beside && neighbours(index).some((each) => cued[each])),
  )
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const found = criteria.reduce(
    (sum, { id, weight }) => sum + (findings.find((each) => each.id === id)?.best ? weight : 0),
    0,
  )
  const offTopic = found < leastCriteria * whole || units.filter((_, index) => speaks(index)).length < leastSentences * units.length
  return { offTopic, speaking: offTopic ? [] : speaking }
}
