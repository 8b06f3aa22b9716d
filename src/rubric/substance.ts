import type { Memo } from './matcher.ts'
import { type Pattern, patternCompiler } from './pattern.ts'
import { type Token, tokenize } from './tokens.ts'

/** The data of one criterion's test, as the rubric declares it. */
export interface SubstanceData {
  readonly need: readonly PartData[]
  readonly reject?: readonly PartData[]
}

interface PartData {
  readonly say: string
  readonly any: string
  readonly min?: number
}

export interface RubricData {
  readonly evidenceWords: number
  readonly lists: Readonly<Record<string, string>>
  readonly criteria: readonly { readonly id: string; readonly substance: SubstanceData }[]
}

/** What a phrase lacks to be evidence; nothing when it passes. */
export interface SubstanceResult {
  /** Missing parts in the rubric's own words, with accepted wording. */
  readonly lacks: readonly string[]
  /** Parts that must not be there and are. */
  readonly rejected: readonly string[]
}

/** A phrase that was read once, for tests of several criteria. */
export interface ReadPhrase {
  readonly tokens: readonly Token[]
  readonly memo: Memo
}

export const readPhrase = (text: string): ReadPhrase => ({ tokens: tokenize(text), memo: new Map() })

/** What the words of a phrase are for one part of a test. */
export interface PartReport {
  readonly say: string
  readonly kind: 'need' | 'reject'
  /** Whether the part is there. */
  readonly found: boolean
  /** The words that count for it, as written; one string for each separate match. */
  readonly words: readonly string[]
}

export interface SubstanceTests {
  /** Tests the words of a phrase for a criterion; undefined for a criterion that the rubric does not have. */
  (criterion: string, phrase: string | ReadPhrase): SubstanceResult | undefined
  /** Which words of a phrase count for which part of the test of a criterion. */
  readonly explain: (criterion: string, phrase: string) => readonly PartReport[]
}

/** Tokens as they are written, those that are no neighbours with an ellipsis between. */
function written(text: string, tokens: readonly Token[], places: readonly number[]): string {
  const runs: { start: number; end: number; last: number }[] = []
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    const token = tokens[place]
    if (!token) continue
    const run = runs.at(-1)
    if (run?.last === place - 1) Object.assign(run, { end: token.end, last: place })
    else runs.push({ start: token.start, end: token.end, last: place })
  }
  return runs.map(({ start, end }) => text.slice(start, end)).join(' … ')
}

/**
 * Compiles the rubric's substance tests.
 * @throws PatternError when a pattern can't be read
 */
export function compileSubstance(rubric: RubricData): SubstanceTests {
  const compile = patternCompiler(rubric.lists)
  const part = ({ say, any, min = 1 }: PartData): { say: string; min: number; pattern: Pattern } => ({
    say,
    min,
    pattern: compile(any),
  })
  const tests = new Map(
    rubric.criteria.map(({ id, substance }) => [
      id,
      { need: substance.need.map(part), reject: (substance.reject ?? []).map(part) },
    ]),
  )
  const run = (criterion: string, phrase: string | ReadPhrase): SubstanceResult | undefined => {
    const test = tests.get(criterion)
    if (test === undefined) return undefined
    const { tokens, memo } = typeof phrase === 'string' ? readPhrase(phrase) : phrase
    const size = tokens.filter(({ type }) => type === 'word' || type === 'number').length
    const lacks = test.need
      .filter(({ pattern, min }) => pattern(tokens, memo, min) < min)
      .map(({ say }) => say)
    if (size < rubric.evidenceWords) lacks.unshift(`at least ${rubric.evidenceWords} words`)
    return {
      lacks,
      rejected: test.reject
        .filter(({ pattern, min }) => pattern(tokens, memo, min) >= min)
        .map(({ say }) => say),
    }
  }
  const explain: SubstanceTests['explain'] = (criterion, phrase) => {
    const { tokens, memo } = readPhrase(phrase)
    const { need = [], reject = [] } = tests.get(criterion) ?? {}
    return (['need', 'reject'] as const).flatMap((kind) =>
      (kind === 'need' ? need : reject).map(({ say, min, pattern }) => ({
        say,
        kind,
        found: pattern(tokens, memo, min) >= min,
        words: pattern.words(tokens, memo).map((places) => written(phrase, tokens, places)),
      })),
    )
  }
  return Object.assign(run, { explain })
}
