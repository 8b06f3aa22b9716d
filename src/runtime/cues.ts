import type { Memo } from '../rubric/matcher.ts'
import { type Pattern, patternCompiler } from '../rubric/pattern.ts'
import { type Token, tokenize } from '../rubric/tokens.ts'
import { denialIn } from './denial.ts'
import { withNumerals } from './numerals.ts'
import type { Range } from './sentences.ts'
import { contentStems } from './stems.ts'
import { holdsWords, neededWords, type WordIndex } from './word-index.ts'

type Polarity = 'affirmed' | 'denied'

/** What the cues of one criterion find in a sentence. */
export interface CueMatch {
  readonly polarity: Polarity
  /** How many different cues it holds; 0 when it only holds the words of some in another order, or further apart. */
  readonly cues: number
  /** The words that matched, by where they stand in the sentence. */
  readonly words: readonly Range[]
}

/** A sentence as cues read it. */
export interface ReadSentence {
  /** With numbers in one notation. */
  readonly tokens: readonly Token[]
  readonly index: WordIndex
  /** Whether what introduces it denies it. */
  readonly denied: boolean
}

interface Cue {
  readonly pattern: Pattern
  readonly needed: readonly string[]
  /** Whether the author's own phrases hold the cue affirmed or denied; empty when none of them holds it. */
  readonly meant: ReadonlySet<Polarity>
  /** Content words that those phrases affirm: a sentence that denies one says the opposite. */
  readonly affirmed: ReadonlySet<string>
}

/** To deny these is to promise something: “must not get worse”. */
const harm = /^(?:worse|degrad|harm|hurt|los[eit]|exceed|regress|starv|notic)/

/** A label has at most this many words. */
const longestLabel = 4

/** A word of the label that comes again behind it (“Restart: we refuse to restart”) is read there. */
function behindLabel(tokens: readonly Token[], places: readonly number[]): readonly number[] {
  const label = tokens.findIndex(({ text }) => text === ':')
  if (label < 1 || label > longestLabel) return places
  const stemAt = (place: number): string | undefined => contentStems(tokens.slice(place, place + 1))[0]
  return places.map((place) => {
    const stem = place < label ? stemAt(place) : undefined
    const again = stem === undefined ? -1 : tokens.findIndex((_, at) => at > label && stemAt(at) === stem)
    return again === -1 ? place : again
  })
}

const polarityOf = (tokens: readonly Token[], matched: readonly number[]): Polarity => {
  const places = behindLabel(tokens, matched)
  const denied = denialIn(tokens, places)
  const held = places.filter((place) => denied[place])
  return held.length === 0 || held.some((place) => harm.test(tokens[place]?.text ?? ''))
    ? 'affirmed'
    : 'denied'
}

/** Content words in the scope of a negation, of all or of those at some places. */
function deniedStems(tokens: readonly Token[], places?: readonly number[]): string[] {
  const denied = denialIn(tokens, places)
  return contentStems(tokens.filter((_, index) => denied[index] && (places?.includes(index) ?? true)))
}

/** A cue with its figures in the notation of `withNumerals`. Its signs stay: they are no tokens. */
const normalized = (cue: string): string =>
  cue
    .split(' ')
    .map((part) => (/^[\p{L}\d][\p{L}\d.,’'-]*$/u.test(part) ? part : `\0${part}`))
    .join(' ')
    .replace(/(?:^|(?<= ))[^\0]+?(?= \0|$)/gu, (words) =>
      withNumerals(tokenize(words.trim()))
        .map(({ text }) => text)
        .join(' '),
    )
    .replaceAll('\0', '')

/**
 * Compiles the cues of one criterion, as they are written or, `loose`, with their words in any order. Whether a sentence affirms or denies it is measured against the author's own
 * phrases: where they deny (“no GPU is held”), a sentence that denies the same thing affirms.
 * @param own phrases and texts of the author that meet the criterion
 */
export function compileCues(
  sources: readonly string[],
  own: readonly string[],
): (sentence: ReadSentence, kind: 'exact' | 'loose') => CueMatch | undefined {
  const compile = patternCompiler({})
  const phrases = own.map((text) => ({ tokens: withNumerals(tokenize(text)), memo: new Map() as Memo }))
  const ownDenied = new Set(phrases.flatMap(({ tokens }) => deniedStems(tokens)))
  const read = (source: string): Cue => {
    const written = normalized(source)
    const pattern = compile(written)
    const holding = phrases.filter(({ tokens, memo }) => pattern(tokens, memo, 1) > 0)
    const meant = holding.map(({ tokens, memo }) => polarityOf(tokens, pattern.words(tokens, memo).flat()))
    const stems = holding.flatMap(({ tokens }) => contentStems(tokens))
    const denied = new Set(holding.flatMap(({ tokens }) => deniedStems(tokens)))
    return {
      pattern,
      needed: neededWords(written),
      meant: new Set(meant),
      affirmed: new Set(stems.filter((stem) => !denied.has(stem))),
    }
  }
  const strict = sources.map(read)
  // Speakers and hurried writers have words in any order. A cue with a negation means its order.
  const loose = sources
    .filter((source) => source.includes(' .. ') && !/!|(?:^| )(?:no|not|never|without)(?: |$)/.test(source))
    .map((source) => read(source.replaceAll(' .. ', ' & ')))
  return ({ tokens, index, denied }, kind) => {
    const memo: Memo = new Map()
    const cues = kind === 'exact' ? strict : loose
    const held = cues.filter(
      ({ pattern, needed }) => holdsWords(index, needed) && pattern(tokens, memo, 1) > 0,
    )
    if (held.length === 0) return undefined
    const counter = deniedStems(tokens)
    const readings = held.map(({ pattern, meant, affirmed }) => {
      const places = [...new Set(pattern.words(tokens, memo).flat())]
      const polarity = polarityOf(tokens, places)
      const affirms =
        meant.size === 0
          ? polarity === 'affirmed' || deniedStems(tokens, places).some((stem) => ownDenied.has(stem))
          : meant.has(polarity) && !counter.some((stem) => affirmed.has(stem))
      return { places, affirms: affirms && !denied }
    })
    const affirming = readings.filter(({ affirms }) => affirms)
    const affirmed = 2 * affirming.length >= readings.length
    const counted = affirmed ? affirming : readings.filter(({ affirms }) => !affirms)
    const places = [...new Set(counted.flatMap((each) => each.places))].sort((a, b) => a - b)
    return {
      polarity: affirmed ? 'affirmed' : 'denied',
      cues: kind === 'exact' ? counted.length : 0,
      words: places.flatMap((place) => tokens[place] ?? []),
    }
  }
}
