import type { Assessment } from 'audio-text-drills'
import type { Attempt, Grade } from './types.ts'

/** A suggested grade for one criterion, based on coverage only. The learner decides. */
export interface Suggestion {
  readonly criterion: string
  readonly grade: Grade
  /** The learner's sentence that covers the criterion or comes closest. */
  readonly sentence: string | null
  /** What is missing, with accepted wording. */
  readonly lacks: readonly string[]
}

const gradeFor = {
  earned: 'met',
  near: 'partly',
  missing: 'not',
} as const satisfies Record<Assessment['criteria'][number]['status'], Grade>

/**
 * Suggestions by criterion id. They are never stored and never become grades on their own. Criteria unknown to the
 * assessment (a question as a whole) have none.
 */
export function suggestionsFor(
  { criteria }: Attempt,
  assessment: Assessment,
): ReadonlyMap<string, Suggestion> {
  const asked = new Set(criteria.map(({ id }) => id))
  return new Map(
    assessment.criteria
      .filter(({ id }) => asked.has(id))
      .map(({ id, status, sentence, lacks }) => [
        id,
        { criterion: id, grade: gradeFor[status], sentence: sentence ?? null, lacks: lacks ?? [] },
      ]),
  )
}
