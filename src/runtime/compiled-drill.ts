import type { Rubric } from '../model/generated/published/rubric.ts'
import type { Token } from '../rubric/tokens.ts'
import { copyFinder } from './copied.ts'
import { type CriterionFinding, compileDrillCriteria } from './drill-criteria.ts'
import { type Subject, subjectOf } from './subject.ts'
import type { AssessedDrill } from './types.ts'
import type { Unit } from './units.ts'

/** What is worked out of a drill before an answer is read. */
export interface CompiledDrill {
  readonly isCopied: (tokens: readonly Token[]) => boolean
  readonly isKnown: (token: Token) => boolean
  readonly wordsIn: Subject['wordsIn']
  readonly findingsIn: (units: readonly Unit[]) => CriterionFinding[]
}

/** All that the rubric says, by which nobody answers anything. */
function textsOf({ text, criteria, redFlags }: Rubric): string[] {
  return [
    text.markdown,
    ...[...criteria, ...redFlags].map((each) => each.text.markdown),
    ...criteria.flatMap(({ substance, cue }) =>
      [...substance.need, ...(substance.reject ?? []), ...(cue?.need ?? []), ...(cue?.reject ?? [])].map(
        ({ say }) => say,
      ),
    ),
  ]
}

/** Works out the cues, the own words and the prompt of a drill. */
export function compileDrill(
  drill: AssessedDrill | undefined,
  rubric: Rubric,
  common: ReadonlySet<string>,
  read: (text: string) => readonly Unit[],
): CompiledDrill {
  const given = [...textsOf(rubric), drill?.prompt?.markdown ?? '']
  const { wordsIn, isKnown } = subjectOf(drill ?? { kind: 'round' }, common)
  return {
    isCopied: copyFinder(given.flatMap((text) => read(text).map(({ phrase }) => phrase.tokens))),
    isKnown,
    wordsIn,
    findingsIn: compileDrillCriteria(drill ?? { kind: 'round' }),
  }
}
