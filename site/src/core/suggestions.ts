import type { Assessment } from 'audio-text-drills'
import type { Attempt, Grade } from './types.ts'

/**
 * What the words of an answer suggest for one criterion. Coverage only: the learner's grade is another thing.
 */
export interface Suggestion {
  readonly criterion: string
  readonly grade: Grade
  /** The learner's sentence that covers it, or comes nearest. */
  readonly sentence: string | null
  /** What the words lack, with accepted wording. */
  readonly lacks: readonly string[]
}

const gradeFor = {
  earned: 'met',
  near: 'partly',
  missing: 'not',
} as const satisfies Record<Assessment['criteria'][number]['status'], Grade>

/**
 * The suggestions for an attempt's criteria, by the id of the criterion. They are never stored and never
 * become grades by themselves. Criteria that the assessment doesn't know (a question as a whole) have none.
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
