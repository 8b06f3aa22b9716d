import type { PracticeLoop } from '../generated/published/practice-loop.ts'
import type { Rubric } from '../generated/published/rubric.ts'
import type { Answer, Assessment, AssessOptions } from './types.ts'

/** An answer that can't be read. */
export class AnswerError extends TypeError {}

/** Makes the assessment of a rubric. Nothing is compiled before the first answer. */
export function assessor(rubric: Rubric, loop: PracticeLoop): (answer: Answer, options?: AssessOptions) => Assessment {
  return () => {
    throw new AnswerError(`not written: ${rubric.criteria.length} ${loop.sections.length}`)
  }
}
