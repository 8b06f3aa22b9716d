import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import type { Rubric } from '../model/generated/published/rubric.ts'
import { checkShape } from './check-arguments.ts'
import { checkDrill } from './check-drill.ts'
import { type CompiledDrill, compileDrill } from './compiled-drill.ts'
import { compileGeneralCriteria, type GeneralFinding } from './general-criteria.ts'
import { languageOf } from './language.ts'
import { compileMentions } from './mentions.ts'
import { onTopic } from './on-topic.ts'
import { quoted } from './quoted.ts'
import { unitReader } from './read-units.ts'
import { raisedRedFlags } from './red-flags.ts'
import { isSalad } from './salad.ts'
import { required, scorer } from './score.ts'
import { commonStems } from './subject.ts'
import type {
  Answer,
  AssessedDrill,
  Assessment,
  AssessOptions,
  CriterionAssessment,
  Verdict,
} from './types.ts'
import type { Unit } from './units.ts'
import { withDenials } from './with-denials.ts'

export { AnswerError } from './answer.ts'

const unread = (criteria: readonly { readonly id: string }[]): CriterionAssessment[] =>
  criteria.map(({ id }) => ({ id, status: 'unread' }))

function compile(rubric: Rubric, loop: PracticeLoop): (answer: Answer, options: AssessOptions) => Assessment {
  const read = unitReader(loop.sections)
  const generalOf = compileGeneralCriteria(rubric)
  const mentionsOf = compileMentions(loop, rubric)
  const scoreOf = scorer(rubric)
  const common = commonStems(rubric, loop)
  const known = new WeakMap<AssessedDrill, CompiledDrill>()
  const anyDrill = compileDrill(undefined, rubric, common, read)
  const compiled = (drill: AssessedDrill | undefined): CompiledDrill => {
    if (drill === undefined) return anyDrill
    const made = known.get(drill) ?? compileDrill(drill, rubric, common, read)
    known.set(drill, made)
    return made
  }
  return (answer, { drill }) => {
    const { isCopied, isKnown, findingsIn, wordsIn } = compiled(drill)
    const all = read(answer)
    const asked = drill === undefined ? rubric.criteria : required(rubric, drill.kind)
    const own = drill?.criteria ?? []
    const language = languageOf(
      all.flatMap(({ phrase }) => phrase.tokens),
      isKnown,
    )
    const wanted = ({ kinds }: { readonly kinds: readonly string[] }): boolean =>
      drill === undefined || kinds.includes(drill.kind)
    if (language === 'other')
      return {
        criteria: unread(own),
        general: unread(asked),
        sections: mentionsOf(wanted, []),
        redFlags: [],
        offTopic: false,
        language,
        weight: { found: 0, possible: 100 },
      }
    const units = withDenials(all.filter(({ phrase }) => !isSalad(phrase.tokens) && !isCopied(phrase.tokens)))
    const verbatim = ({ part }: Unit, start: number, end: number): string =>
      (typeof answer === 'string' ? answer : (answer[part ?? ''] ?? '')).slice(start, end)
    const { offTopic, speaking, findings } = onTopic(own, units, findingsIn(units), wordsIn)
    const criteria = findings.map(({ id, best }): CriterionAssessment => {
      if (!best) return { id, status: 'missing' }
      const status = best.match.polarity === 'affirmed' ? 'found' : 'denied'
      return { id, status, ...quoted(best.unit, best.match.words, verbatim) }
    })
    const general = asked
      .map((criterion): GeneralFinding => generalOf(criterion, speaking, drill?.evidence))
      .map(
        ({ id, status, unit, words, lacks }): CriterionAssessment => ({
          id,
          status,
          ...(unit && quoted(unit, words, verbatim)),
          ...(lacks.length > 0 && { lacks }),
        }),
      )
    const verdicts = Object.fromEntries(
      [...criteria, ...general].map(({ id, status }): [string, Verdict] => [
        id,
        status === 'found' ? 'met' : 'not',
      ]),
    )
    return {
      criteria,
      general,
      sections: mentionsOf(wanted, units),
      redFlags: raisedRedFlags(rubric, loop, units),
      offTopic,
      language,
      weight: {
        found: scoreOf({ kind: drill?.kind ?? 'round', criteria: own }, { verdicts }).total,
        possible: 100,
      },
    }
  }
}

/** @throws TypeError when the drill does not stand where it is looked for */
function checkOptions(options: AssessOptions): void {
  checkShape(options, 'object', 'options', '`{ drill }`')
  const [other] = Object.keys(options).filter((key) => key !== 'drill')
  if (other !== undefined)
    throw new TypeError(
      `\`options\` has the unknown key \`${other.slice(0, 60)}\`, expected \`{ drill }\` and nothing else`,
    )
  if (options.drill !== undefined) checkDrill(options.drill, 'assess', 'options.drill')
}

/** Makes the assessment of a rubric. Nothing is compiled before the first answer, and no drill twice. */
export function assessor(
  rubric: Rubric,
  loop: PracticeLoop,
): (answer: Answer, options?: AssessOptions) => Assessment {
  let compiled: ReturnType<typeof compile> | undefined
  return (answer, options = {}) => {
    checkOptions(options)
    compiled ??= compile(rubric, loop)
    return compiled(answer, options)
  }
}
