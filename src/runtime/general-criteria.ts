import type { Criterion, Rubric } from '../model/generated/published/rubric.ts'
import { type Pattern, patternCompiler } from '../rubric/pattern.ts'
import { polarityOf } from '../rubric/polarity.ts'
import { compileSubstance, type SubstanceResult } from '../rubric/substance.ts'
import { best } from './best.ts'
import type { Unit } from './units.ts'

/** What the sentences of an answer say of one general criterion. */
export interface GeneralFinding {
  readonly id: string
  readonly status: 'found' | 'denied' | 'missing'
  readonly unit?: Unit
  /** Places of the words that tell. */
  readonly places: readonly number[]
  readonly lacks: readonly string[]
}

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
): (criterion: Criterion, units: readonly Unit[]) => GeneralFinding {
  const cues = rubric.criteria.flatMap(({ id, cue }) => (cue ? [{ id: cueName(id), substance: cue }] : []))
  const test = compileSubstance({ ...rubric, criteria: [...rubric.criteria, ...cues] })
  const compile = patternCompiler(rubric.lists)
  const parts = new Map<string, { readonly need: readonly Pattern[]; readonly opposite: readonly Pattern[] }>(
    rubric.criteria.map(({ id, substance, cue }) => [
      id,
      {
        need: substance.need.map(({ any }) => compile(any)),
        opposite: (cue?.opposite ?? []).map(({ any }) => compile(any)),
      },
    ]),
  )
  const patterns = parts
  return ({ id, sections, cue, substance: { need } }, units) => {
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
      const places = (own?.need ?? []).map((pattern) => pattern.words(phrase.tokens).flat())
      // What the first part names is what a negation would deny; the others are its conditions.
      const denied =
        (places[0]?.length ?? 0) > 0 && polarityOf(phrase.tokens, places[0] ?? []) === 'denied' 
      const opposite = (own?.opposite ?? []).some((pattern) => pattern(phrase.tokens) > 0)
      const rejected = claim.rejected.length + held.rejected.length > 0
      const lacks = once([...claim.lacks, ...held.lacks])
      return [
        {
          unit,
          lacks,
          status: opposite || denied ? 'denied' : rejected ? 'rejected' : lacks.length === 0 ? 'found' : 'near',
          away: section !== undefined && !sections.includes(section),
          alone: claim === claimed,
          places: [...new Set(places.flat())].sort((a, b) => a - b),
        } as const,
      ]
    })
    const chosen = (wanted: string): (typeof found)[number] | undefined =>
      best(
        found.filter(({ status }) => status === wanted),
        ({ lacks, away, alone, places, unit }) => [
          -lacks.length,
          away ? 0 : 1,
          alone ? 1 : 0,
          places.length - unit.words / 8,
        ],
      )
    const finding = chosen('found')
    if (finding) return { id, status: 'found', unit: finding.unit, places: finding.places, lacks: [] }
    const opposing = chosen('denied')
    if (opposing) return { id, status: 'denied', unit: opposing.unit, places: opposing.places, lacks: [] }
    const near = chosen('near')
    const all = [...(cue?.need ?? []), ...need].map(({ say }) => say)
    return near
      ? { id, status: 'missing', unit: near.unit, places: near.places, lacks: near.lacks }
      : { id, status: 'missing', places: [], lacks: once(all) }
  }
}
