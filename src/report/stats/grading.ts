import type { PracticeLoop } from '../../model/generated/published/practice-loop.ts'
import type { Rubric } from '../../model/generated/published/rubric.ts'
import { assessor } from '../../runtime/assess.ts'
import type { AssessedDrill } from '../../runtime/types.ts'
import { templateAnswer } from './template-answer.ts'

/** A drill with its model answer. */
export interface GradedDrill extends AssessedDrill {
  readonly id: string
  readonly sections?: readonly { readonly title: string; readonly body: { readonly markdown: string } }[]
  readonly answer?: { readonly markdown: string }
}

/** What the grading of one drill makes of answers whose worth is known. */
export interface GradingStats {
  readonly drill: string
  /** Of its own model answer: should be 95 or more. */
  readonly own: number
  /** Criteria, the drill's and the general ones, that its own model answer is not found to meet. */
  readonly missed: readonly string[]
  /** Of the model answer of another drill that does best: should be 30 at most. */
  readonly foreign: { readonly drill: string; readonly score: number } | null
  /** Of an answer that fits every prompt: should be 25 at most. */
  readonly template: number
  /** The drill's criteria that an answer to another drill, or to none, is found to speak of. */
  readonly loose: readonly { readonly criterion: string; readonly drill: string; readonly sentence: string }[]
}

const modelAnswer = ({ sections, answer }: GradedDrill): string =>
  sections?.map(({ title, body }) => `## ${title}\n\n${body.markdown}`).join('\n\n') ?? answer?.markdown ?? ''

/** Grades the model answers of all drills, and a template, against some drills. */
export function gradingStats(
  drills: readonly GradedDrill[],
  wanted: (id: string) => boolean,
  rubric: Rubric,
  loop: PracticeLoop,
): GradingStats[] {
  const assess = assessor(rubric, loop)
  return drills
    .filter(({ id }) => wanted(id))
    .map((drill): GradingStats => {
      const found = (text: string): ReturnType<typeof assess> => assess(text, { drill })
      const others = drills
        .filter(({ id }) => id !== drill.id)
        .map((other) => ({ drill: other.id, ...found(modelAnswer(other)) }))
      const own = found(modelAnswer(drill))
      const template = { drill: 'template', ...found(templateAnswer) }
      const [foreign] = others
        .map((other) => ({ drill: other.drill, score: other.weight.found }))
        .toSorted((a, b) => b.score - a.score)
      return {
        drill: drill.id,
        own: own.weight.found,
        missed: [...own.criteria, ...own.general].flatMap(({ id, status }) =>
          status === 'found' ? [] : [id],
        ),
        foreign: foreign ?? null,
        template: template.weight.found,
        loose: [...others, template].flatMap((other) =>
          other.criteria.flatMap(({ id, status, sentence = '' }) =>
            status === 'found' ? [{ criterion: id, drill: other.drill, sentence }] : [],
          ),
        ),
      }
    })
}
