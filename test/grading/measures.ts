import type { PracticeLoop } from '../../src/model/generated/published/practice-loop.ts'
import type { Rubric } from '../../src/model/generated/published/rubric.ts'
import { compileSubstance } from '../../src/rubric/substance.ts'
import { assessor } from '../../src/runtime/assess.ts'
import { required, scorer } from '../../src/runtime/score.ts'
import type { AssessedDrill, Assessment, Verdict } from '../../src/runtime/types.ts'
import {
  type AnsweredDrill,
  deniedTexts,
  formTexts,
  modelAnswer,
  nonsenseTexts,
  otherLanguageTexts,
  promptTexts,
  type Text,
  templateTexts,
} from './texts.ts'

export type MeasuredDrill = AssessedDrill &
  AnsweredDrill & { readonly criteria: NonNullable<AssessedDrill['criteria']> }

/** A candidate's answer with a person's verdicts. */
export interface Sample {
  readonly drill: string
  readonly name: string
  readonly level: 'weak' | 'middling' | 'strong'
  readonly form: 'typed' | 'spoken'
  readonly split: 'tuned' | 'frozen'
  readonly verdicts?: Readonly<Record<string, Verdict>>
  readonly text: string
}

/** The text of several that scores most. */
export interface Highest {
  readonly name: string
  readonly score: number
}

/** What grading makes of texts whose worth is known, for one drill. */
export interface DrillMeasure {
  readonly drill: string
  readonly own: number
  readonly foreign: Highest
  readonly nonsense: Highest
  readonly template: Highest
  readonly denied: Highest
  /** Texts in other languages that were read as if they were not. */
  readonly misread: readonly string[]
  /** Scores of one content in several forms. */
  readonly forms: Readonly<Record<string, number>>
  readonly samples: readonly (Pick<Sample, 'name' | 'level' | 'form' | 'split'> & {
    readonly score: number
  })[]
}

const highest = (texts: readonly Text[], score: (text: string) => number): Highest =>
  texts
    .map(({ name, text }) => ({ name, score: score(text) }))
    .reduce((most, each) => (each.score > most.score ? each : most), { name: '–', score: 0 })

/** General criteria of which no phrase of the author passes the test: he earns them by an exception. */
function excepted({ evidence = [] }: MeasuredDrill, rubric: Rubric): Set<string> {
  const test = compileSubstance(rubric)
  const passes = (id: string): boolean =>
    evidence.some(({ scope, criterion, text }) => {
      const result = scope !== 'drill' && criterion === id ? test(id, text) : undefined
      return result !== undefined && result.lacks.length + result.rejected.length === 0
    })
  return new Set(rubric.criteria.map(({ id }) => id).filter((id) => !passes(id)))
}

/** The score of the own model answer, without general criteria that an exception earns. */
function ownScore(drill: MeasuredDrill, { criteria, general }: Assessment, rubric: Rubric): number {
  const left = excepted(drill, rubric)
  const kept = { ...rubric, criteria: rubric.criteria.filter(({ id }) => !left.has(id)) }
  const verdicts = Object.fromEntries(
    [...criteria, ...general]
      .filter(({ id }) => !left.has(id))
      .map(({ id, status }) => [id, status === 'found' ? 'met' : 'not'] as const),
  )
  return scorer(kept)(drill, { verdicts }).total
}

/** Measures every drill that has criteria. */
export function measureDrills(
  all: readonly MeasuredDrill[],
  samples: readonly Sample[],
  rubric: Rubric,
  loop: PracticeLoop,
): DrillMeasure[] {
  const assess = assessor(rubric, loop)
  const nonsense = nonsenseTexts(rubric, all)
  const templates = templateTexts(all)
  const languages = otherLanguageTexts()
  const forms = formTexts()
  return all
    .filter(({ criteria }) => criteria.length > 0)
    .map((drill) => {
      const score = (text: string): number => assess(text, { drill }).weight.found
      const others = [
        ...all
          .filter(({ id }) => id !== drill.id)
          .map((each) => ({ name: each.id, text: modelAnswer(each) })),
        ...samples
          .filter((each) => each.drill !== drill.id && each.level === 'strong')
          .map(({ drill: id, name, text }) => ({ name: `${id}/${name}`, text })),
      ]
      return {
        drill: drill.id,
        own: ownScore(drill, assess(modelAnswer(drill), { drill }), rubric),
        foreign: highest(others, score),
        nonsense: highest([...nonsense, ...promptTexts(drill)], score),
        template: highest(templates, score),
        denied: highest(deniedTexts(drill), score),
        misread: languages
          .filter(({ text }) => assess(text, { drill }).language !== 'other')
          .map(({ name }) => name),
        forms: Object.fromEntries(
          [...(forms.get(drill.id) ?? [])].map(([form, text]) => [form, score(text)]),
        ),
        samples: samples
          .filter((each) => each.drill === drill.id)
          .map(({ name, level, form, split, text }) => ({ name, level, form, split, score: score(text) })),
      }
    })
}

/** How often criteria are found, by the verdict of a person. */
export interface FoundRates {
  readonly met: Rate
  readonly partly: Rate
  readonly not: Rate
}

export interface Rate {
  readonly found: number
  readonly all: number
}

/** Counts what is found of samples with verdicts: of the drills' criteria, or of the general ones. */
export function foundRates(
  drills: readonly MeasuredDrill[],
  samples: readonly Sample[],
  scope: 'criteria' | 'general',
  rubric: Rubric,
  loop: PracticeLoop,
): FoundRates {
  const assess = assessor(rubric, loop)
  const seen = samples.flatMap(({ drill: id, text, verdicts = {} }) => {
    const drill = drills.find((each) => each.id === id)
    if (!drill) return []
    const known = new Set(
      (scope === 'criteria' ? drill.criteria : required(rubric, drill.kind)).map((each) => each.id),
    )
    return assess(text, { drill })[scope].flatMap(({ id: criterion, status }) =>
      known.has(criterion) && verdicts[criterion] !== undefined
        ? [{ verdict: verdicts[criterion], found: status === 'found' }]
        : [],
    )
  })
  const rate = (verdict: Verdict): Rate => {
    const own = seen.filter((each) => each.verdict === verdict)
    return { found: own.filter(({ found }) => found).length, all: own.length }
  }
  return { met: rate('met'), partly: rate('partly'), not: rate('not') }
}
