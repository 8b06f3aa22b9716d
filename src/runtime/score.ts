import type { Rubric } from '../model/generated/published/rubric.ts'
import { checkShape } from './check-arguments.ts'
import { checkDrill } from './check-drill.ts'
import type { GradedDrill, Score, Verdict, Verdicts } from './types.ts'

const worth: Readonly<Record<Verdict, number>> = { met: 2, partly: 1, not: 0 }

export const isVerdict = (value: unknown): value is Verdict =>
  typeof value === 'string' && Object.hasOwn(worth, value)

const rounded = (number: number): number => Math.round(number * 10) / 10

/** The weighted share of what is met, from 0 to 1; 0 of nothing. */
function shareOf(
  criteria: readonly { readonly id: string; readonly weight: number }[],
  verdicts: Verdicts['verdicts'],
): number {
  const verdictOf = (id: string): number => (Object.hasOwn(verdicts, id) ? worth[verdicts[id] ?? 'not'] : 0)
  const whole = criteria.reduce((sum, { weight }) => sum + 2 * weight, 0)
  return whole === 0 ? 0 : criteria.reduce((sum, { id, weight }) => sum + weight * verdictOf(id), 0) / whole
}

/** The general criteria that a drill of a kind requires. */
export const required = ({ criteria }: Rubric, kind: GradedDrill['kind']): Rubric['criteria'] =>
  criteria.filter(({ kinds }) => kinds.includes(kind))

/**
 * Makes the one formula of scores: points for the weighted share of the drill's criteria and of the general ones that its
 * kind requires, and points off for each red flag. Where no general criterion is required, the drill's make all of it.
 */
export function scorer(rubric: Rubric): (drill: GradedDrill, given: Verdicts) => Score {
  const points = rubric.score
  return (drill, given) => {
    checkDrill(drill, 'score')
    checkShape(given, { verdicts: 'object', 'redFlags?': ['string'] }, 'given')
    const { kind, criteria, redFlags: ownFlags } = drill
    const { verdicts, redFlags = [] } = given
    const general = required(rubric, kind)
    const known = new Set([...criteria, ...general].map(({ id }) => id))
    for (const [id, verdict] of Object.entries(verdicts)) {
      if (!known.has(id)) throw new RangeError(`an unknown criterion: “${id.slice(0, 80)}”`)
      if (!isVerdict(verdict))
        throw new RangeError(`an unknown verdict of “${id}”: expected met, partly or not`)
    }
    const flags = ownFlags && new Set([...ownFlags, ...rubric.redFlags].map(({ id }) => id))
    const raised = new Set(redFlags)
    for (const id of raised)
      if (flags && !flags.has(id)) throw new RangeError(`an unknown red flag: “${String(id).slice(0, 80)}”`)
    const whole = points.criteria + points.general
    const [most, rest] =
      general.length === 0
        ? [whole, 0]
        : criteria.length === 0
          ? [0, whole]
          : [points.criteria, points.general]
    const ofCriteria = most * shareOf(criteria, verdicts)
    const ofGeneral = rest * shareOf(general, verdicts)
    const off = raised.size * points.redFlag
    return {
      total: Math.max(0, Math.round(ofCriteria + ofGeneral - off)),
      criteria: rounded(ofCriteria),
      general: rounded(ofGeneral),
      // Not −0.
      redFlags: 0 - off,
    }
  }
}
