import { best } from './best.ts'
import { type CueMatch, compileCues } from './cues.ts'
import { withNumerals } from './numerals.ts'
import { plain } from './plain.ts'
import type { AssessedDrill } from './types.ts'
import type { Unit } from './units.ts'
import { indexWords, wordsOfCue } from './word-index.ts'
import { compileWording } from './wording.ts'

/** What the sentences of an answer say of one criterion of a drill. */
export interface CriterionFinding {
  readonly id: string
  /** The sentence that says most of it, if any speaks of it. */
  readonly best: { readonly unit: Unit; readonly match: CueMatch } | undefined
  /** All sentences that speak of it. */
  readonly units: ReadonlySet<Unit>
}

/** What one sentence says of one criterion. */
interface Said {
  readonly id: string
  readonly unit: Unit
  readonly match: CueMatch
  readonly strength: number
}

/** A sentence of more criteria than this is a list of words, or says too much at once: only the best count. */
const mostCriteria = 3
/** Without a cue, a sentence of at most so many words speaks of a criterion by its wording. */
const longest = 40
/** How much of a criterion's wording it shares then: beside the words of a cue in another order, and without any. */
const [besideCue, alone] = [1.5, 3]

/** Compiles the criteria of a drill into what finds the sentences that speak of them. */
export function compileDrillCriteria({
  criteria = [],
  evidence = [],
  prompt,
}: AssessedDrill): (units: readonly Unit[]) => CriterionFinding[] {
  const texts = criteria.map(({ id, met, alsoMet = [] }) => [
    ...evidence.flatMap(({ scope, criterion, text }) =>
      scope === 'drill' && criterion === id ? [text] : [],
    ),
    ...[met, ...alsoMet].map(({ markdown }) => plain(markdown)),
  ])
  const likenessOf = compileWording(
    criteria.map(({ cues }, index) => [...(texts[index] ?? []), ...cues.map(wordsOfCue)]),
    plain(prompt?.markdown ?? ''),
  )
  const compiled = criteria.map(({ id, cues }, index) => ({
    id,
    cuesIn: compileCues(cues, texts[index] ?? []),
  }))
  /** What a sentence says of each criterion, and how strongly. */
  const said = (unit: Unit): Said[] => {
    const tokens = withNumerals(unit.phrase.tokens)
    const sentence = { tokens, index: indexWords(tokens), denied: unit.denied }
    const likeness = likenessOf(unit.phrase.tokens, unit.denied)
    return compiled.flatMap(({ id, cuesIn }, index): Said[] => {
      const { value, match } = likeness(index)
      const exact = cuesIn(sentence, 'exact')
      if (exact) return [{ id, unit, match: exact, strength: exact.cues + value }]
      if (unit.words > longest || value < besideCue) return []
      const loose = cuesIn(sentence, 'loose')
      return loose || value >= alone ? [{ id, unit, match: loose ?? match(), strength: value / alone }] : []
    })
  }
  return (units) => {
    const all = units.flatMap((unit) =>
      said(unit)
        .sort((a, b) => b.strength - a.strength)
        .slice(0, mostCriteria),
    )
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
