import { load } from '../../../src/io/source.ts'
import { applyCorpusRules } from '../../../src/lint/corpus-rules.ts'
import { drillResults, makeNothing } from '../../../src/lint/drill-results.ts'
import { drillsOf, lintDocuments } from '../../../src/lint/lint-documents.ts'
import type { LintInput } from '../../../src/lint/lint-input.ts'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'
import { readHistory } from '../../../src/parse/history.ts'
import { sources } from '../../support/corpus.ts'

const documents = lintDocuments(sources({}))
if (!documents.definitions) throw new Error('no definitions')

/** What `lint` finds in drills, with the valid definition documents read once for all. */
export function quickLint({ sources: all, history, outside }: LintInput): readonly Diagnostic[] {
  const drills = drillResults(drillsOf(all.map(load)), documents.definitions, makeNothing)
  const results = drills.map(({ result }) => result)
  return applyCorpusRules(documents, results, { history: readHistory(history), outside }, () => [])
    .diagnostics
}
