import { readHistory } from '../parse/history.ts'
import { applyCorpusRules, type CorpusResult } from './corpus-rules.ts'
import { drillResults, type Make } from './drill-results.ts'
import { drillsOf, lintDocuments } from './lint-documents.ts'
import type { LintInput } from './lint-input.ts'

export interface LintResult<T> extends CorpusResult {
  /** What was made of every drill that could be read, in the order of files. */
  readonly made: readonly T[]
}

/** Lints a whole corpus in memory. */
export function lint<T>(input: LintInput, make: Make<T>): LintResult<T> {
  const documents = lintDocuments(input.sources)
  const drills = drillResults(drillsOf(input.sources), documents.definitions, make)
  const results = drills.map(({ result }) => result)
  return {
    ...applyCorpusRules(documents, results, { ...input, history: readHistory(input.history) }),
    made: drills.flatMap(({ made }) => (made === undefined ? [] : [made])),
  }
}
