import type { Diagnostic } from '../model/diagnostic.ts'
import { digest } from '../text/digest.ts'
import type { FileResult } from './file-result.ts'

/** What is cached of one drill. */
export interface CacheEntry {
  /** Of the bytes that it was made from. */
  readonly digest: string
  readonly result: FileResult
  /** What the last build made of the drill, if there was one. */
  readonly product?: unknown
}

/** The findings of the last run, and what they depended on. */
export interface CacheHeader {
  /** Digest of everything that all entries depend on. */
  readonly scope: string
  /** Digest of all files; absent when one of them could not be read. */
  readonly corpus?: string
  /** Files outside the corpus that links lead to, each with its state. */
  readonly outside: readonly (readonly [path: string, state: string])[]
  readonly diagnostics: readonly Diagnostic[]
}

type Entries = Readonly<Record<string, CacheEntry>>

/** The contents of a cache file. The entries are parsed on demand: a run with nothing changed needs none. */
export interface CacheFile {
  readonly header: CacheHeader
  readonly entries: () => Entries
}

const newline = 0x0a

/**
 * Parses the three lines of a cache file: a checksum of the rest, the header, the entries. Undefined for a file that is
 * damaged or of another scope. As bytes, because to decode all of it takes longer than the rest.
 */
export function parseCacheFile(bytes: Uint8Array | undefined, scope: string): CacheFile | undefined {
  if (bytes === undefined) return undefined
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const headerStart = file.indexOf(newline) + 1
  const entriesStart = file.indexOf(newline, headerStart) + 1
  if (headerStart === 0 || entriesStart === 0) return undefined
  if (digest(file.subarray(headerStart)) !== file.toString('latin1', 0, headerStart - 1)) return undefined
  const header = JSON.parse(file.toString('utf8', headerStart, entriesStart - 1)) as CacheHeader
  if (header.scope !== scope) return undefined
  return { header, entries: () => JSON.parse(file.toString('utf8', entriesStart)) as Entries }
}

/** Entry by entry, because one text of all of them takes several times the memory of their bytes. */
export function cacheFile(header: CacheHeader, entries: ReadonlyMap<string, CacheEntry>): Uint8Array {
  const parts = [Buffer.from(`${JSON.stringify(header)}\n`)]
  for (const [file, entry] of entries) {
    const before = parts.length === 1 ? '{' : ','
    parts.push(Buffer.from(`${before}${JSON.stringify(file)}:${JSON.stringify(entry)}`))
  }
  const lines = Buffer.concat([...parts, Buffer.from(entries.size === 0 ? '{}' : '}')])
  return Buffer.concat([Buffer.from(`${digest(lines)}\n`), lines])
}
