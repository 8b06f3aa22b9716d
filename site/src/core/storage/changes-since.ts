import type { Attempt, GradedCriterion } from '../model/types.ts'

/**
 * Whether the substance of a drill has changed since an attempt was started, which is what grades depend on.
 * @param substance how the digest of the current one begins; undefined for a drill that is no longer published
 */
export const isSubstanceChanged = (
  { digests }: Pick<Attempt, 'digests'>,
  substance: string | undefined,
): boolean => substance !== undefined && !digests.substance.startsWith(substance)

/** What has changed in the criteria of a drill since an attempt was graded. */
export interface CriteriaChanges {
  /** Criteria that ask for something else by now, or are gone. */
  readonly changed: readonly GradedCriterion[]
  readonly added: readonly GradedCriterion[]
}

/**
 * Compares the criteria that an attempt was graded by with the current ones. An old grade means the same as long as the
 * digest is the same.
 */
export function criteriaChanges({ criteria }: Attempt, current: readonly GradedCriterion[]): CriteriaChanges {
  const find = (list: readonly GradedCriterion[], criterion: string): GradedCriterion | undefined =>
    list.find(({ id }) => id === criterion)
  return {
    changed: criteria.filter(({ id, digest }) => find(current, id)?.digest !== digest),
    added: criteria.length === 0 ? [] : current.filter(({ id }) => !find(criteria, id)),
  }
}
