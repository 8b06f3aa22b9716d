import substances from 'virtual:substances'
import type { Drill } from 'audio-text-drills'
import type { Attempt, GradedCriterion } from '../../core/model/types.ts'
import { criteriaChanges, isSubstanceChanged } from '../../core/storage/changes-since.ts'

interface ChangesProps {
  readonly attempt: Attempt
  readonly drill: Drill
  /** The current ones. */
  readonly criteria: readonly GradedCriterion[]
}

/** Tells when a stored grade may no longer mean the same. */
export function Changes({ attempt, drill, criteria }: ChangesProps) {
  const { changed, added } = criteriaChanges(attempt, criteria)
  if (attempt.finishedAt !== null && changed.length + added.length > 0) {
    const names = [...changed, ...added]
    const own = names.filter(({ scope }) => scope === 'drill').map(({ title }) => `“${title}”`)
    const isGeneral = names.some(({ scope }) => scope === 'general')
    return (
      <p class="banner">
        What counts has changed since this attempt was graded:{' '}
        {[...own, ...(isGeneral ? ['the general criteria'] : [])].join(', ')}. Its grades and its score are
        kept as they were.
      </p>
    )
  }
  if (!isSubstanceChanged(attempt, substances.get(drill.id))) return null
  return (
    <p class="banner">
      The substance of the model answer has changed since you started this attempt
      {attempt.finishedAt === null
        ? '; grades of criteria that ask for something else now are cleared.'
        : ', so a grade given then may not mean the same now.'}
    </p>
  )
}
