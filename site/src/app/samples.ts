import type { Drill, RichText, Rubric, Sample } from 'audio-text-drills'
import { sentenceOf } from '../core/grading/found.ts'
import { gradeLabels } from '../core/grading/grade-words.ts'
import { criteriaOf } from '../core/model/attempt.ts'
import type { Grade, GradedCriterion } from '../core/model/types.ts'
import { loadAnswer } from './practice.ts'
import { loadRubric } from './reference.ts'

/** The sample answers of a drill, and what they are graded by. */
export interface Samples {
  readonly drill: Drill
  readonly rubric: Rubric
  readonly samples: readonly Sample[]
  readonly criteria: readonly GradedCriterion[]
  readonly assess: typeof import('audio-text-drills').assess
}

/** Fetches a drill with its samples, null for an unknown one. Call it only once the answer was revealed. */
export async function loadSampleAnswers(drillId: string): Promise<Samples | null> {
  const [{ loadSamples }, { assess }, drill, rubric] = await Promise.all([
    import('audio-text-drills/samples'),
    import('audio-text-drills'),
    loadAnswer(drillId),
    loadRubric(),
  ])
  if (drill === null) return null
  const samples = (await loadSamples(drillId)) ?? []
  return { drill, rubric, samples, criteria: criteriaOf(drill, rubric), assess }
}

/** What a criterion asks for, level by level. */
export function levelsOf({ drill, rubric }: Samples, criterion: GradedCriterion): readonly Level[] {
  if (criterion.scope === 'general') {
    const text = rubric.criteria.find(({ id }) => id === criterion.id)?.text
    return text ? [{ label: 'What it asks for', text }] : []
  }
  const own = drill.criteria.find(({ id }) => id === criterion.id)
  if (!own) return []
  return [
    { label: gradeLabels.met, grade: 'met', text: own.met },
    ...(own.partly ? [{ label: gradeLabels.partly, grade: 'partly', text: own.partly } as const] : []),
    ...own.alsoMet.map((text): Level => ({ label: 'Also met', text })),
  ]
}

export interface Level {
  readonly label: string
  /** The grade that the text describes; none for texts on more than one. */
  readonly grade?: Grade
  readonly text: RichText
}

/** The sentence of a sample that speaks most of each criterion, by criterion id. */
export function sentencesByCriterion(
  { drill, assess }: Samples,
  sample: Sample,
): ReadonlyMap<string, string> {
  try {
    const { criteria, general } = assess(sample.answer.markdown, { drill })
    return new Map(
      [...criteria, ...general].flatMap((found) => {
        const sentence = sentenceOf(found)
        return sentence === undefined ? [] : [[found.id, sentence]]
      }),
    )
  } catch {
    return new Map()
  }
}
