import type { Memo } from '../rubric/matcher.ts'
import { type Pattern, patternCompiler } from '../rubric/pattern.ts'
import { type ReadPhrase, readPhrase } from '../rubric/substance.ts'
import type { Token } from '../rubric/tokens.ts'
import { denialIn } from './denial.ts'
import { contentStems } from './stems.ts'

type Polarity = 'affirmed' | 'denied'

/** What the cues of one criterion find in a sentence. */
export interface CueMatch {
  readonly polarity: Polarity
  /** How many different cues it holds. */
  readonly cues: number
  /** Places of the tokens that matched. */
  readonly places: readonly number[]
}

interface Cue {
  readonly pattern: Pattern
  /** Whether the author's own phrases hold the cue affirmed or denied; empty when none of them holds it. */
  readonly meant: ReadonlySet<Polarity>
}

const polarityOf = (tokens: readonly Token[], places: readonly number[]): Polarity => {
  const denied = denialIn(tokens, places)
  return places.some((place) => denied.tokens[place]) ? 'denied' : 'affirmed'
}

/** Content words in the scope of a negation. */
function deniedStems({ tokens }: ReadPhrase): string[] {
  const denied = denialIn(tokens).tokens
  return contentStems(tokens.filter((_, index) => denied[index]))
}

/**
 * Compiles the cues of one criterion. Whether a sentence affirms or denies it is measured against the author's own
 * phrases: where they deny (“no GPU is held”), a sentence that denies the same thing affirms.
 * @param own phrases and texts of the author that meet the criterion
 */
export function compileCues(
  sources: readonly string[],
  own: readonly string[],
): (phrase: ReadPhrase) => CueMatch | undefined {
  const compile = patternCompiler({})
  const phrases = own.map(readPhrase)
  const ownDenied = new Set(phrases.flatMap(deniedStems))
  const cues: readonly Cue[] = sources.map((source) => {
    const pattern = compile(source)
    const meant = phrases.flatMap(({ tokens, memo }) =>
      pattern(tokens, memo, 1) > 0 ? [polarityOf(tokens, pattern.words(tokens, memo).flat())] : [],
    )
    return { pattern, meant: new Set(meant) }
  })
  return (phrase) => {
    const { tokens } = phrase
    // Cues are compiled on their own, so what is remembered of a phrase is theirs alone.
    const memo: Memo = new Map()
    const held = cues.filter(({ pattern }) => pattern(tokens, memo, 1) > 0)
    if (held.length === 0) return undefined
    const { whole } = denialIn(tokens)
    const read = held.map(({ pattern, meant }) => {
      const places = [...new Set(pattern.words(tokens, memo).flat())]
      const polarity = polarityOf(tokens, places)
      const affirms =
        meant.size === 0
          ? polarity === 'affirmed' || deniedStems(phrase).some((stem) => ownDenied.has(stem))
          : meant.has(polarity)
      return { places, affirms: affirms && !whole }
    })
    const affirming = read.filter(({ affirms }) => affirms)
    const counted = affirming.length > 0 ? affirming : read
    return {
      polarity: affirming.length > 0 ? 'affirmed' : 'denied',
      cues: counted.length,
      places: [...new Set(counted.flatMap(({ places }) => places))].sort((a, b) => a - b),
    }
  }
}
