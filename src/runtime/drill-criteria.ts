import { readPhrase } from '../rubric/substance.ts'
import { best } from './best.ts'
import { type CueMatch, compileCues } from './cues.ts'
import { withNumerals } from './numerals.ts'
import { plain } from './plain.ts'
import { contentStems } from './stems.ts'
import type { AssessedDrill } from './types.ts'
import type { Unit } from './units.ts'

/** What the sentences of an answer say of one criterion of a drill. */
export interface CriterionFinding {
  readonly id: string
  /** The sentence that says most of it, if any speaks of it. */
  readonly best: { readonly unit: Unit; readonly match: CueMatch } | undefined
  /** All sentences that speak of it. */
  readonly units: ReadonlySet<Unit>
}

/** A sentence of more criteria than this is a list of words, or says too much at once: only the best count. */
const mostCriteria = 3

/**
 * Words of a cue in another order count in a sentence of at most so many words, which shares as much with what the author
 * says of the criterion; a word that he says of one criterion only is 1.
 */
const [longest, enough] = [40, 1.5]

/** Compiles the criteria of a drill into what finds the sentences that speak of them. */
export function compileDrillCriteria({
  criteria = [],
  evidence = [],
}: AssessedDrill): (units: readonly Unit[]) => CriterionFinding[] {
  const compiled = criteria.map(({ id, met, alsoMet = [], cues }) => {
    const phrases = evidence.flatMap(({ scope, criterion, text }) =>
      scope === 'drill' && criterion === id ? [text] : [],
    )
    const texts = [...phrases, ...[met, ...alsoMet].map(({ markdown }) => plain(markdown))]
    return {
      id,
      cuesIn: compileCues(cues, texts),
      stems: new Set(texts.flatMap((text) => contentStems(readPhrase(text).tokens))),
    }
  })
  /** A word of several criteria tells less. */
  const worth = (stem: string): number => 1 / compiled.filter(({ stems }) => stems.has(stem)).length
  return (units) => {
    const spoken = units.map((unit) => {
      const tokens = withNumerals(unit.phrase.tokens)
      const held = compiled.flatMap(({ id, cuesIn, stems }) => {
        const match = cuesIn(tokens, unit.denied)
        if (match === undefined) return []
        const shared = new Set(contentStems(unit.phrase.tokens).filter((stem) => stems.has(stem)))
        const alike = [...shared].reduce((sum, stem) => sum + worth(stem), 0)
        if (match.cues === 0 && (alike < enough || unit.words > longest)) return []
        return [{ id, unit, match, strength: match.cues + alike }]
      })
      return held.length <= mostCriteria
        ? held
        : [...held].sort((a, b) => b.strength - a.strength).slice(0, mostCriteria)
    })
    const all = spoken.flat()
    return compiled.map(({ id }) => {
      const own = all.filter((each) => each.id === id)
      const chosen = best(own, ({ match, strength, unit }) => [
        match.polarity === 'affirmed' ? 1 : 0,
        strength,
        -unit.words,
      ])
      return { id, best: chosen, units: new Set(own.map(({ unit }) => unit)) }
    })
  }
}
