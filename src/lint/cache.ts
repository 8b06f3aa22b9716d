import { type LazySource, load, type Source } from '../io/source.ts'
import { definitionFiles } from '../model/definition-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Corpus } from '../model/facts.ts'
import { compareText } from '../text/compare-text.ts'
import { digest } from '../text/digest.ts'
import { type CacheEntry, type CacheHeader, cacheFile, parseCacheFile } from './cache-file.ts'
import type { Workspace } from './workspace.ts'

/** What the cache needs of its surroundings. */
export interface CacheStore {
  /** The bytes of the cache file, if there is one. */
  readonly read: () => Uint8Array | undefined
  readonly write: (content: Uint8Array) => void
  /** The state of a file outside the corpus in a few characters; in one run always the same. */
  readonly stateOf: (path: string) => string
}

export interface Cache {
  /** The findings of the last run, if nothing that they depend on has changed since. */
  readonly unchangedFindings: () => readonly Diagnostic[] | undefined
  /** The entry of a drill that has not changed. */
  readonly get: (source: Source) => CacheEntry | undefined
  readonly set: (source: Source, entry: Omit<CacheEntry, 'digest'>) => void
  /** Looks at files outside the corpus, and records which. */
  readonly recordingOutside: (outside: Corpus['outside']) => Corpus['outside']
  /** Writes the entries that were got or set since the cache was opened, if they differ from those in the file. */
  readonly save: (diagnostics: readonly Diagnostic[]) => void
}

const digestOf = (source: Source): string | undefined =>
  'bytes' in source ? digest(source.bytes) : undefined

/** Digest of the definition documents; undefined when one can't be read. */
export function definitionsDigest(sources: readonly (Source | LazySource)[]): string | undefined {
  const definitions = sources.filter(({ file }) => definitionFiles.includes(file))
  const digests = definitions.map((entry) => [entry.file, digestOf(load(entry))])
  return digests.some(([, of]) => of === undefined) ? undefined : digest(JSON.stringify(digests))
}

/**
 * Opens the cache of a corpus; undefined when its definition documents can't be read.
 * @param workspace with the definition documents loaded, so that digests and findings are of the same bytes
 * @param toolchain identifies the build of the linter: another one may find something else
 */
export function openCache(
  { sources, history, recent }: Workspace,
  toolchain: string,
  { read, write, stateOf }: CacheStore,
): Cache | undefined {
  const definitions = definitionsDigest(sources)
  if (definitions === undefined) return undefined
  const scope = digest(JSON.stringify([toolchain, definitions]))
  const last = parseCacheFile(read(), scope)
  let stored: ReadonlyMap<string, CacheEntry> | undefined
  const entryOf = (file: string): CacheEntry | undefined => {
    stored ??= new Map(Object.entries(last?.entries() ?? {}))
    return stored.get(file)
  }
  const next = new Map<string, CacheEntry>()
  const digests = new Map<string, string | undefined>()
  const outsideStates = new Map<string, string>()
  let isChanged = false

  const record = (source: Source): string | undefined => {
    const found = digestOf(source)
    digests.set(source.file, found)
    return found
  }
  const corpusDigest = (): string | undefined => {
    for (const entry of sources) if (!digests.has(entry.file)) record(load(entry))
    const all = sources.map(({ file }) => [file, digests.get(file)])
    return all.some(([, of]) => of === undefined) ? undefined : digest(JSON.stringify([history, recent, all]))
  }

  return {
    unchangedFindings: () => {
      if (!last || isChanged) return undefined
      const { corpus, outside, diagnostics } = last.header
      if (corpus === undefined || outside.some(([path, state]) => stateOf(path) !== state)) return undefined
      if (corpus !== corpusDigest()) return undefined
      for (const [path, state] of outside) outsideStates.set(path, state)
      return diagnostics
    },
    get: (source) => {
      const found = record(source)
      const entry = entryOf(source.file)
      if (entry === undefined || entry.digest !== found) return undefined
      next.set(source.file, entry)
      return entry
    },
    set: (source, entry) => {
      isChanged = true
      const found = record(source)
      if (found === undefined) next.delete(source.file)
      else next.set(source.file, { digest: found, ...entry })
    },
    recordingOutside: (outside) => (path) => {
      outsideStates.set(path, stateOf(path))
      return outside(path)
    },
    save: (diagnostics) => {
      const corpus = corpusDigest()
      const header: CacheHeader = {
        scope,
        ...(corpus !== undefined && { corpus }),
        outside: [...outsideStates].sort(([a], [b]) => compareText(a, b)),
        diagnostics,
      }
      if (!isChanged && JSON.stringify(header) === JSON.stringify(last?.header)) return
      write(cacheFile(header, next))
    },
  }
}
