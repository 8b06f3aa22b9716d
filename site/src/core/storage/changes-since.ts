import type { CatalogEntry } from 'audio-text-drills'
import type { Attempt, GradedCriterion } from '../model/types.ts'

/** What has changed in a drill since an attempt was started. Only a change of `substance` affects grades. */
export const changesSince = (
  { digests }: Pick<Attempt, 'digests'>,
  current: CatalogEntry['digests'],
): Readonly<Record<'prompt' | 'text' | 'substance', boolean>> => ({
  prompt: digests.prompt !== current.prompt,
  text: digests.text !== current.text,
  substance: digests.substance !== current.substance,
})

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
