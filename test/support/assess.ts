import type { PracticeLoop } from '../../src/model/generated/published/practice-loop.ts'
import type { Criterion, Rubric } from '../../src/model/generated/published/rubric.ts'
import { compilePracticeLoop, compileRubric } from '../../src/package/compile/definitions.ts'
import { assessor } from '../../src/runtime/assess.ts'
import type { Answer, Assessment, AssessOptions, CriterionAssessment } from '../../src/runtime/types.ts'
import { lintFiles } from './corpus.ts'

/** The valid fixtures' rubric and practice loop, as apps get them. They declare no cues and no mentions. */
export function published(): { rubric: Rubric; practiceLoop: PracticeLoop } {
  const { corpus } = lintFiles({})
  const { definitions } = corpus
  if (!definitions) throw new Error('the fixtures hold no valid definitions')
  return {
    rubric: compileRubric(corpus, definitions),
    practiceLoop: compilePracticeLoop(corpus, definitions),
  }
}

const { rubric, practiceLoop } = published()

export const assess: (answer: Answer, options?: AssessOptions) => Assessment = assessor(rubric, practiceLoop)

/** The same with one criterion changed. */
export const assessWith = (
  id: string,
  change: Partial<Criterion>,
): ((answer: Answer, options?: AssessOptions) => Assessment) =>
  assessor(
    { ...rubric, criteria: rubric.criteria.map((each) => (each.id === id ? { ...each, ...change } : each)) },
    practiceLoop,
  )

/** What is said of one criterion. */
export function criterion({ criteria }: Assessment, id: string): CriterionAssessment {
  const found = criteria.find((each) => each.id === id)
  if (!found) throw new Error(`no criterion ${id}`)
  return found
}
