import type { CriterionFinding } from './drill-criteria.ts'
import type { Subject } from './subject.ts'
import type { Unit } from './units.ts'

/**
 * Of an answer to a drill, one word in fourteen is one of the drill's own, or sentences speak of a third of its criteria. The
 * shares of both that are reached are added: below `hardly` the answer is about something else, below `surely` it may be.
 */
const [usualWords, usualCriteria, hardly, surely] = [0.07, 0.3, 1, 1.6]

/** With fewer own words in a text of some length, cues were held by chance. */
const [fewestWords, someLength] = [0.03, 50]

/**
 * What a sentence needs: so many own words, or so many words of the drill at all, or so many own ones beside a sentence with
 * a cue. The clearer an answer is about the drill, the less shows it of a sentence.
 */
const demands = {
  clear: { own: 1, any: 2, beside: 0 },
  sure: { own: 2, any: Number.POSITIVE_INFINITY, beside: 1 },
  unsure: { own: 3, any: Number.POSITIVE_INFINITY, beside: Number.POSITIVE_INFINITY },
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
  wordsIn: Subject['wordsIn'],
): Topic {
  if (criteria.length === 0) return { offTopic: false, speaking: units, findings }
  const words = units.map(wordsIn)
  const cued = units.map((unit) => findings.some((finding) => finding.units.has(unit)))
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
  const weights = criteria.map(({ id, weight }) =>
    findings.find((each) => each.id === id)?.best ? weight : 0,
  )
  const found = sum(weights) / sum(criteria.map(({ weight }) => weight))
  const length = sum(units.map(({ words }) => words))
  const density = sum(words.map(({ own }) => own)) / Math.max(1, length)
  const near = found / usualCriteria + density / usualWords
  if (near < hardly || (density < fewestWords && length > someLength)) {
    return {
      offTopic: true,
      speaking: [],
      findings: findings.map((finding) =>
        finding.best && wordsIn(finding.best.unit).own < demands.sure.own
          ? { ...finding, best: undefined }
          : finding,
      ),
    }
  }
  const { own, any, beside } =
    near < surely ? demands.unsure : found < usualCriteria ? demands.sure : demands.clear
  const isBeside = (index: number): boolean =>
    [index - 1, index, index + 1].some(
      (each) => cued[each] === true && units[each]?.section === units[index]?.section,
    )
  const speaking = units.filter((_, index) => {
    const held = words[index] ?? { own: 0, any: 0 }
    return held.own >= own || held.any >= any || (held.own >= beside && isBeside(index))
  })
  return { offTopic: false, speaking, findings }
}
