import { gradeOf } from '../../core/grading/score.ts'
import type { Attempt } from '../../core/model/types.ts'

/** The step after the criteria: red flags and the note. No criterion has such an id. */
export const lastStep = ':last'
export const lastStepTitleId = 'red-flags-title'

const ids = ({ criteria }: Attempt): readonly string[] => criteria.map(({ id }) => id)

/** The step before or after one; the same step at the ends. */
export function neighbour(attempt: Attempt, step: string, by: 1 | -1): string {
  const all = [...ids(attempt), lastStep]
  return all[Math.max(0, Math.min(all.length - 1, all.indexOf(step) + by))] ?? lastStep
}

/** The next criterion without a grade after a step, then before it; the last step when all are graded. */
export function nextUngraded(attempt: Attempt, step: string | null): string {
  const all = ids(attempt)
  const from = step === null ? 0 : all.indexOf(step) + 1
  const isUngraded = (id: string): boolean => gradeOf(attempt, id) === undefined
  return [...all.slice(from), ...all.slice(0, from)].find(isUngraded) ?? lastStep
}
