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

/** Tests the words of a phrase for a criterion; undefined for a criterion that the rubric does not have. */
export type SubstanceTests = (criterion: string, phrase: string | ReadPhrase) => SubstanceResult | undefined

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
  return (criterion, phrase) => {
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
}
