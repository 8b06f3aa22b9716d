import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Reader } from '../io/file-reader.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { readHistory } from '../parse/history.ts'
import type { Cache } from './cache.ts'
import { applyCorpusRules } from './corpus-rules.ts'
import { type DocumentResults, drillsOf, lintDocuments } from './lint-documents.ts'
import { type DrillCache, type DrillResult, lintDrills, type Make, makeNothing } from './lint-drills.ts'
import { type LintInput, lintInput } from './lint-input.ts'
import type { Workspace } from './workspace.ts'

export interface CachedLint<T> {
  /** In order. */
  readonly diagnostics: readonly Diagnostic[]
  readonly documents: DocumentResults
  readonly drills: readonly DrillResult<T>[]
}

/**
 * Drills that are linted before the event loop has a turn. The native parser frees memory only between turns: parsing
 * 15,000 drills peaks at 128 MB with them, at 383 MB without.
 */
const batchSize = 200

/**
 * Lints a corpus of any size.
 * @param cache results of earlier runs; what is found is saved there
 * @param drillCache how a caller reads what it made of drills from the cache
 */
export async function lintCorpus<T>(
  { sources, history, outside }: LintInput,
  make: Make<T>,
  cache?: Cache,
  drillCache?: DrillCache<T>,
): Promise<CachedLint<T>> {
  const documents = lintDocuments(sources)
  const entries = drillsOf(sources)
  const drills: DrillResult<T>[] = []
  for (let at = 0; at < entries.length; at += batchSize) {
    if (at > 0) await nextTurn()
    drills.push(...lintDrills(entries.slice(at, at + batchSize), documents.definitions, make, drillCache))
  }
  const results = drills.map(({ result }) => result)
  const surroundings = { history: readHistory(history), outside: cache?.recordingOutside(outside) ?? outside }
  const diagnostics =
    cache?.unchangedFindings() ?? applyCorpusRules(documents, results, surroundings).diagnostics
  cache?.save(diagnostics)
  return { diagnostics, documents, drills }
}

/** The findings of a corpus, of which only what is not in the cache is linted. */
export async function freshFindings(
  workspace: Workspace,
  cache: Cache | undefined,
  reader: Reader,
): Promise<readonly Diagnostic[]> {
  const drillCache: DrillCache<undefined> | undefined = cache && {
    get: (source) => cache.get(source),
    set: (source, { result }) => cache.set(source, { result }),
  }
  return (await lintCorpus(lintInput(workspace, { reader }), makeNothing, cache, drillCache)).diagnostics
}
