import { type Token, tokenize } from '../rubric/tokens.ts'
import type { CueMatch } from './cues.ts'
import { denialIn } from './denial.ts'
import { contentStems } from './stems.ts'

/** What a sentence shares with the wording of one criterion. */
export interface Likeness {
  /** How much: a word of this criterion only counts 1, one of two criteria half. */
  readonly value: number
  /** The same as a match, of no cue. */
  readonly match: () => CueMatch
}

/**
 * Compares sentences with what the author says of each criterion, cues included, leaving out the words of the prompt,
 * which every answer takes up.
 * @param texts of each criterion
 */
export function compileWording(
  texts: readonly (readonly string[])[],
  prompt: string,
): (tokens: readonly Token[], denied: boolean) => (criterion: number) => Likeness {
  const given = new Set(contentStems(tokenize(prompt)))
  const words = texts.map(
    (own) => new Set(own.flatMap((text) => contentStems(tokenize(text))).filter((stem) => !given.has(stem))),
  )
  const worth = new Map<string, number>()
  for (const stem of words.flatMap((own) => [...own])) worth.set(stem, (worth.get(stem) ?? 0) + 1)
  return (tokens, denied) => {
    const held = tokens.flatMap((token, place) =>
      contentStems([token])
        .filter((stem) => worth.has(stem))
        .map((stem) => ({ stem, place })),
    )
    const matchOf = (own: ReadonlySet<string>): CueMatch => {
      const places = [...new Set(held.filter(({ stem }) => own.has(stem)).map(({ place }) => place))]
      const denial = denialIn(tokens)
      const opposed = denied || 2 * places.filter((place) => denial[place]).length > places.length
      return {
        polarity: opposed ? 'denied' : 'affirmed',
        cues: 0,
        words: places.flatMap((place) => tokens[place] ?? []),
      }
    }
    const stems = [...new Set(held.map(({ stem }) => stem))]
    return (criterion) => {
      const own = words[criterion] ?? new Set()
      const value = stems.reduce((sum, stem) => (own.has(stem) ? sum + 1 / (worth.get(stem) ?? 1) : sum), 0)
      return { value, match: () => matchOf(own) }
    }
  }
}
