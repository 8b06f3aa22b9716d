import type { PracticeLoop } from '../../src/model/generated/published/practice-loop.ts'
import type { Criterion, Rubric } from '../../src/model/generated/published/rubric.ts'
import { compilePracticeLoop, compileRubric } from '../../src/package/compile/definitions.ts'
import { assessor } from '../../src/runtime/assess.ts'
import type {
  Answer,
  AssessedDrill,
  Assessment,
  AssessOptions,
  CriterionAssessment,
} from '../../src/runtime/types.ts'
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

/** A drill with two criteria, one of which is met by denying something. */
export const drill: AssessedDrill = {
  kind: 'round',
  title: 'Queue of recordings',
  topics: ['gpu-scheduling'],
  prompt: { markdown: 'Recordings and callers share one queue of GPUs. Callers wait too long. Redesign it.' },
  criteria: [
    {
      id: 'bounded-blocking',
      title: 'Bounded blocking',
      weight: 8,
      met: { markdown: 'no GPU is held by a recording for longer than a stated time.' },
      alsoMet: [{ markdown: 'batch work has GPUs of its own.' }],
      cues: ['no .. held .. <time>', 'gpu* .. held', 'checkpoint*', 'pieces of <time>', 'dedicated .. pool*'],
    },
    {
      id: 'admission',
      title: 'Admission',
      weight: 2,
      met: { markdown: 'the gateway rejects what cannot meet its deadline.' },
      cues: ['reject* .. deadline', 'deadline & 429', 'queue .. 300 callers'],
    },
  ],
  evidence: [
    {
      scope: 'drill',
      criterion: 'bounded-blocking',
      text: 'no GPU is held by a recording for longer than 400 ms',
    },
    { scope: 'drill', criterion: 'admission', text: 'the gateway rejects a request past its deadline' },
    {
      scope: 'general',
      criterion: 'rollback-path',
      text: 'the router returns to the shared queue in 5 minutes',
    },
  ],
}

/** What is said of one criterion. */
export function criterion({ criteria, general }: Assessment, id: string): CriterionAssessment {
  const found = [...criteria, ...general].find((each) => each.id === id)
  if (!found) throw new Error(`no criterion ${id}`)
  return found
}
