import { ownValue } from '../model/objects.ts'
import type { Attempt, Grade, GradedCriterion, Score } from '../model/types.ts'

/** The share of a criterion's weight that a grade earns. */
export const shareOf = { met: 1, partly: 0.5, not: 0 } as const satisfies Record<Grade, number>

export const gradeOf = ({ grades }: Attempt, criterion: string): Grade | undefined =>
  ownValue(grades, criterion)

/** Number of graded criteria. */
export const gradedIn = (attempt: Attempt): number =>
  attempt.criteria.filter(({ id }) => gradeOf(attempt, id) !== undefined).length

/** The parts of the package that make a score. */
export interface Scoring {
  readonly score: (
    drill: {
      readonly kind: Attempt['kind']
      readonly criteria: readonly { readonly id: string; readonly weight: number }[]
    },
    given: { readonly verdicts: Readonly<Record<string, Grade>>; readonly redFlags: readonly string[] },
  ) => Omit<Score, 'most'>
  readonly rubric: {
    readonly criteria: readonly { readonly id: string; readonly kinds: readonly Attempt['kind'][] }[]
  }
}

type GradeOf = (criterion: GradedCriterion) => Grade | undefined

function scoreWith(
  { score, rubric }: Scoring,
  { kind, criteria }: Attempt,
  grade: GradeOf,
  redFlags: readonly string[],
): Omit<Score, 'most'> {
  const own = criteria.filter(({ scope }) => scope === 'drill')
  // The package refuses a general criterion that was copied from another version and that its rubric lacks.
  const general = new Set(rubric.criteria.filter(({ kinds }) => kinds.includes(kind)).map(({ id }) => id))
  const known = criteria.filter(({ id, scope }) => scope === 'drill' || general.has(id))
  const verdicts = known.flatMap((criterion): [string, Grade][] => {
    const given = grade(criterion)
    return given === undefined ? [] : [[criterion.id, given]]
  })
  return score({ kind, criteria: own }, { verdicts: Object.fromEntries(verdicts), redFlags })
}

/** What the package makes of the grades and red flags of an attempt; null when nothing is graded. */
export function scoreOf(scoring: Scoring, attempt: Attempt): Score | null {
  if (gradedIn(attempt) === 0) return null
  const flags = attempt.redFlags.map(({ id }) => id)
  const { criteria, general } = scoreWith(scoring, attempt, () => 'met', [])
  return {
    ...scoreWith(scoring, attempt, ({ id }) => gradeOf(attempt, id), flags),
    most: { criteria, general },
  }
}

/** The points that a criterion earns when it is met. */
export function pointsOf(scoring: Scoring, attempt: Attempt, criterion: string): number {
  const only: GradeOf = ({ id }) => (id === criterion ? 'met' : undefined)
  const { criteria, general } = scoreWith(scoring, attempt, only, [])
  return criteria + general
}

/** The points that the graded criteria would earn if all of them were met. */
export function pointsGraded(scoring: Scoring, attempt: Attempt): number {
  const met: GradeOf = ({ id }) => (gradeOf(attempt, id) === undefined ? undefined : 'met')
  return scoreWith(scoring, attempt, met, []).total
}

/** A number of points with a proper minus sign. */
export const pointsText = (points: number): string => String(points).replace('-', '−')

/** What counted for a score, part by part. */
export function scoreParts({ criteria, general, redFlags, most }: Score): readonly string[] {
  return [
    `criteria of the drill ${pointsText(criteria)} of ${pointsText(most.criteria)}`,
    ...(most.general > 0 ? [`general ${pointsText(general)} of ${pointsText(most.general)}`] : []),
    ...(redFlags < 0 ? [`red flags ${pointsText(redFlags)}`] : []),
  ]
}
