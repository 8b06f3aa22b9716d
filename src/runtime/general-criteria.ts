import type { Criterion, Rubric } from '../model/generated/published/rubric.ts'
import { type Pattern, patternCompiler } from '../rubric/pattern.ts'
import { compileSubstance, type SubstanceResult } from '../rubric/substance.ts'
import { tokenize } from '../rubric/tokens.ts'
import { best } from './best.ts'
import { denialIn } from './denial.ts'
import type { Range } from './sentences.ts'
import { contentStems } from './stems.ts'
import type { AssessedDrill } from './types.ts'
import type { Unit } from './units.ts'

/** What the sentences of an answer say of one general criterion. */
export interface GeneralFinding {
  readonly id: string
  readonly status: 'found' | 'denied' | 'missing'
  readonly unit?: Unit
  /** The words that tell, by where they stand in the sentence. */
  readonly words: readonly Range[]
  readonly lacks: readonly string[]
}

/** What a sentence is to a criterion: `found`, `denied`, `near` when something lacks, `rejected` when it is none of these. */
const statusOf = (
  opposite: boolean,
  denied: boolean,
  claims: boolean,
  rejected: boolean,
  whole: boolean,
): 'found' | 'denied' | 'near' | 'rejected' => {
  if (opposite || (denied && claims)) return 'denied'
  if (denied || rejected) return 'rejected'
  return whole ? 'found' : 'near'
}

const wordsOf = ({ unit, places }: { readonly unit: Unit; readonly places: readonly number[] }): Range[] =>
  places.flatMap((place) => unit.phrase.tokens[place] ?? [])

const nothing: SubstanceResult = { lacks: [], rejected: [] }

/** Names of cues beside the criteria's own; no id has a colon. */
const cueName = (id: string): string => `cue:${id}`

const once = (lacks: readonly string[]): string[] => [...new Set(lacks)]

/**
 * Compiles how a sentence refers to a general criterion, and what such a sentence must hold. Free text has no links that
 * claim, so cue words stand in for the claim; what is claimed must pass the linter's own test.
 */
export function compileGeneralCriteria(
  rubric: Rubric,
): (criterion: Criterion, units: readonly Unit[], evidence?: AssessedDrill['evidence']) => GeneralFinding {
  const cues = rubric.criteria.flatMap(({ id, cue }) => (cue ? [{ id: cueName(id), substance: cue }] : []))
  const test = compileSubstance({ ...rubric, criteria: [...rubric.criteria, ...cues] })
  const compile = patternCompiler(rubric.lists)
  const patterns = new Map<
    string,
    { readonly need: readonly Pattern[]; readonly opposite: readonly Pattern[] }
  >(
    rubric.criteria.map(({ id, substance, cue }) => [
      id,
      {
        need: substance.need.map(({ any }) => compile(any)),
        opposite: (cue?.opposite ?? []).map(({ any }) => compile(any)),
      },
    ]),
  )
  return ({ id, sections, cue, substance: { need } }, units, evidence = []) => {
    const stems = new Set(
      evidence.flatMap(({ scope, criterion, text }) =>
        scope === 'general' && criterion === id ? contentStems(tokenize(text)) : [],
      ),
    )
    const allowed = cue?.sections ?? sections
    const about = cue?.need[0]?.say
    const own = patterns.get(id)
    const found = units.flatMap((unit) => {
      const { section, phrase, introduced, words } = unit
      if (words < rubric.evidenceWords || (section !== undefined && !allowed.includes(section))) return []
      const claimed = test(cueName(id), phrase) ?? nothing
      const claim =
        claimed.lacks.length === 0 || !introduced ? claimed : (test(cueName(id), introduced) ?? claimed)
      if (about !== undefined && claim.lacks.includes(about)) return []
      const held = test(id, phrase) ?? nothing
      if (cue === undefined && need.every(({ say }) => held.lacks.includes(say))) return []
      const matches = (own?.need ?? []).map((pattern) => pattern.words(phrase.tokens, phrase.memo))
      const places = [...new Set(matches.flat(2))].sort((a, b) => a - b)
      // What the first part names is what a negation would deny; the others are its conditions.
      const denial = denialIn(phrase.tokens, places)
      const [first = []] = matches
      const denied =
        unit.denied || (first.length > 0 && first.every((match) => match.some((place) => denial[place])))
      const opposite = (own?.opposite ?? [])
        .flatMap((pattern) => pattern.words(phrase.tokens, phrase.memo))
        .some((match) => {
          const refused = denialIn(phrase.tokens, match)
          return !match.some((place) => refused[place])
        })
      const rejected = claim.rejected.length + held.rejected.length > 0
      const lacks = once([...claim.lacks, ...held.lacks])
      return [
        {
          unit,
          lacks,
          status: statusOf(opposite, denied, claim.lacks.length === 0, rejected, lacks.length === 0),
          away: section !== undefined && !sections.includes(section),
          alone: claim === claimed,
          places,
          alike: new Set(contentStems(phrase.tokens).filter((stem) => stems.has(stem))).size,
        },
      ]
    })
    const chosen = (wanted: string): (typeof found)[number] | undefined =>
      best(
        found.filter(({ status }) => status === wanted),
        ({ lacks, away, alone, alike, places, unit }) => [
          -lacks.length,
          away ? 0 : 1,
          alone ? 1 : 0,
          alike + places.length / 2 - unit.words / 12,
        ],
      )
    const finding = chosen('found')
    if (finding) return { id, status: 'found', unit: finding.unit, words: wordsOf(finding), lacks: [] }
    const opposing = chosen('denied')
    if (opposing) return { id, status: 'denied', unit: opposing.unit, words: wordsOf(opposing), lacks: [] }
    const near = chosen('near')
    const all = [...(cue?.need ?? []), ...need].map(({ say }) => say)
    return near
      ? { id, status: 'missing', unit: near.unit, words: wordsOf(near), lacks: near.lacks }
      : { id, status: 'missing', words: [], lacks: once(all) }
  }
}
