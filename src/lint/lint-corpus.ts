import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Diagnostic } from '../model/diagnostic.ts'
import { readHistory } from '../parse/history.ts'
import type { Cache } from './cache.ts'
import { applyCorpusRules } from './corpus-rules.ts'
import { type DrillCache, type DrillResult, drillResults, type Make } from './drill-results.ts'
import { type DocumentResults, drillsOf, lintDocuments } from './lint-documents.ts'
import type { LintInput } from './lint-input.ts'

export interface CorpusLint<T> {
  /** In order. */
  readonly diagnostics: readonly Diagnostic[]
  readonly documents: DocumentResults
  readonly drills: readonly DrillResult<T>[]
}

export interface LintOptions<T> {
  readonly make: Make<T>
  /** Results of earlier runs; those of this run are saved there. */
  readonly cache?: Cache | undefined
  /** How what was made of drills is cached; without it only results are. */
  readonly drillCache?: DrillCache<T> | undefined
}

/**
 * Drills that are linted before the event loop has a turn. The native parser frees memory only between turns: parsing
 * 15,000 drills peaks at 128 MB with them, at 383 MB without.
 */
const batchSize = 200

/** Caches results only. */
const resultCache = <T>(cache: Cache): DrillCache<T> => ({
  get: (source) => cache.get(source),
  set: (source, { result }) => cache.set(source, { result }),
})

/** Lints a corpus of any size. */
export async function lintCorpus<T>(
  { sources, history, recent, outside }: LintInput,
  { make, cache, drillCache = cache && resultCache(cache) }: LintOptions<T>,
): Promise<CorpusLint<T>> {
  const documents = lintDocuments(sources)
  const entries = drillsOf(sources)
  const drills: DrillResult<T>[] = []
  for (let at = 0; at < entries.length; at += batchSize) {
    if (at > 0) await nextTurn()
    drills.push(...drillResults(entries.slice(at, at + batchSize), documents.definitions, make, drillCache))
  }
  const results = drills.map(({ result }) => result)
  const surroundings = {
    history: readHistory(history),
    recent,
    outside: cache?.recordingOutside(outside) ?? outside,
  }
  const diagnostics =
    cache?.unchangedFindings() ?? applyCorpusRules(documents, results, surroundings).diagnostics
  cache?.save(diagnostics)
  return { diagnostics, documents, drills }
}
