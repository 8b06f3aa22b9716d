import { type LazySource, load, type Source } from '../io/source.ts'
import { definitionFiles } from '../model/definition-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Corpus } from '../model/facts.ts'
import { compareText } from '../text/compare-text.ts'
import { digest } from '../text/digest.ts'
import type { FileResult } from './file-result.ts'
import type { Workspace } from './workspace.ts'

/** What is cached of one drill. */
export interface CacheEntry {
  /** Of the bytes that it was made from. */
  readonly digest: string
  readonly result: FileResult
  /** What the last build made of the drill, if there was one. */
  readonly product?: unknown
}

/** The file between runs: what the findings of the last run depended on, and the entries of its drills. */
interface Header {
  /** Digest of everything that all entries depend on. */
  readonly scope: string
  /** Digest of all files; absent when one of them could not be read. */
  readonly corpus?: string
  /** Files outside the corpus that links lead to, each with its state. */
  readonly outside: readonly (readonly [path: string, state: string])[]
  readonly diagnostics: readonly Diagnostic[]
}

type Entries = Readonly<Record<string, CacheEntry>>

/** What the cache needs of its surroundings. */
export interface CacheStore {
  /** The text of the cache file, if there is one. */
  readonly read: () => string | undefined
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

/** The three lines of a cache file: a checksum of the rest, the header, the entries. */
function parseCache(
  text: string | undefined,
  scope: string,
): { header: Header; entries: () => Entries } | undefined {
  const [sum, header, entries, ...rest] = text?.split('\n') ?? []
  if (header === undefined || entries === undefined || rest.length > 0) return undefined
  if (digest(`${header}\n${entries}`) !== sum) return undefined
  const parsed = JSON.parse(header) as Header
  return parsed.scope === scope
    ? { header: parsed, entries: () => JSON.parse(entries) as Entries }
    : undefined
}

/** Entry by entry, because one text of all of them takes several times the memory of their bytes. */
function cacheBytes(header: Header, entries: ReadonlyMap<string, CacheEntry>): Uint8Array {
  const parts = [Buffer.from(`${JSON.stringify(header)}\n`)]
  for (const [file, entry] of entries) {
    const before = parts.length === 1 ? '{' : ','
    parts.push(Buffer.from(`${before}${JSON.stringify(file)}:${JSON.stringify(entry)}`))
  }
  const lines = Buffer.concat([...parts, Buffer.from(entries.size === 0 ? '{}' : '}')])
  return Buffer.concat([Buffer.from(`${digest(lines)}\n`), lines])
}

/**
 * Opens the cache of a corpus; undefined when its definition documents can't be read.
 * @param workspace with the definition documents loaded, so that digests and findings are of the same bytes
 * @param toolchain identifies the build of the linter: another one may find something else
 */
export function openCache(
  { sources, history }: Workspace,
  toolchain: string,
  { read, write, stateOf }: CacheStore,
): Cache | undefined {
  const definitions = definitionsDigest(sources)
  if (definitions === undefined) return undefined
  const scope = digest(JSON.stringify([toolchain, definitions]))
  const last = parseCache(read(), scope)
  let stored: ReadonlyMap<string, CacheEntry> | undefined
  const entryOf = (file: string): CacheEntry | undefined => {
    stored ??= new Map(last ? Object.entries(last.entries()) : [])
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
    return all.some(([, of]) => of === undefined) ? undefined : digest(JSON.stringify([history, all]))
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
      const header: Header = {
        scope,
        ...(corpus !== undefined && { corpus }),
        outside: [...outsideStates].sort(([a], [b]) => compareText(a, b)),
        diagnostics,
      }
      if (!isChanged && JSON.stringify(header) === JSON.stringify(last?.header)) return
      write(cacheBytes(header, next))
    },
  }
}
