import type { LoopSection, PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import { readAnswer } from './answer.ts'
import { compileCriteria } from './criteria.ts'
import { headingReader } from './headings.ts'
import { compileMentions } from './mentions.ts'
import { raisedRedFlags } from './red-flags.ts'
import { split } from './split.ts'
import type { Answer, Assessment, AssessOptions } from './types.ts'
import { type Unit, unitsOf } from './units.ts'

export { AnswerError } from './answer.ts'

/** Splits an answer into sentences, each with its section. */
function reader(sections: readonly LoopSection[]): (answer: unknown) => Unit[] {
  const naming = headingReader(sections)
  return (answer) => {
    const read = readAnswer(answer)
    if (typeof read === 'string') return split(read, naming).flatMap(unitsOf)
    return read.flatMap(([key, text]) => {
      const { ids, whole } = naming(key)
      return split(text, naming, whole ? ids[0] : undefined).flatMap(unitsOf)
    })
  }
}

function compile(rubric: Rubric, loop: PracticeLoop): (answer: Answer, options: AssessOptions) => Assessment {
  const read = reader(loop.sections)
  const criterionOf = compileCriteria(rubric)
  const mentionsOf = compileMentions(loop, rubric)
  return (answer, { drill }) => {
    const given = new Set(drill?.prompt ? read(drill.prompt.markdown).map(({ text }) => text) : [])
    const units = read(answer).filter(({ text }) => !given.has(text))
    const asked = rubric.criteria.filter(({ kinds }) => drill === undefined || kinds.includes(drill.kind))
    const criteria = asked.map((criterion) => criterionOf(criterion, units))
    const weigh = (counts: (index: number) => boolean): number =>
      asked.reduce((sum, { weight }, index) => (counts(index) ? sum + weight : sum), 0)
    return {
      criteria,
      sections: mentionsOf(({ kinds }) => drill === undefined || kinds.includes(drill.kind), units),
      redFlags: raisedRedFlags(rubric, loop, units),
      weight: { earned: weigh((index) => criteria[index]?.status === 'earned'), possible: weigh(() => true) },
    }
  }
}

/** Makes the assessment of a rubric. Nothing is compiled before the first answer. */
export function assessor(
  rubric: Rubric,
  loop: PracticeLoop,
): (answer: Answer, options?: AssessOptions) => Assessment {
  let compiled: ReturnType<typeof compile> | undefined
  return (answer, options = {}) => {
    compiled ??= compile(rubric, loop)
    return compiled(answer, options)
  }
}
