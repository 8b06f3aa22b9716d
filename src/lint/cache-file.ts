import type { Diagnostic } from '../model/diagnostic.ts'
import { facts as fitsFacts } from '../model/generated/exchange/validators.js'
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

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/** Whether results are such as other machines may send: a checksum proves that a file is whole, not who wrote it. */
function areResults(files: readonly unknown[], scope: unknown): boolean {
  const shard = { index: 1, of: 1 }
  return fitsFacts({ version: 1, toolchain: '', definitions: scope, shard, files })
}

function isHeader(data: unknown): data is CacheHeader {
  if (!isObject(data)) return false
  const { scope, corpus = '', outside, diagnostics } = data
  const isPair = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string')
  return (
    typeof corpus === 'string' &&
    Array.isArray(outside) &&
    outside.every(isPair) &&
    areResults([{ file: '', diagnostics }], scope)
  )
}

function areEntries(data: unknown, scope: string): data is Entries {
  if (!isObject(data)) return false
  const results = Object.entries(data).map(([file, entry]) => {
    if (!isObject(entry) || !isObject(entry['result']) || entry['result']['file'] !== file) return undefined
    return { ...entry['result'], digest: entry['digest'] ?? null }
  })
  return areResults(results, scope)
}

/** Undefined for what is no JSON. */
function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * Parses the three lines of a cache file: a checksum of the rest, the header, the entries. Undefined for a file that is
 * damaged, forged or of another scope. As bytes, because to decode all of it takes longer than the rest.
 */
export function parseCacheFile(bytes: Uint8Array | undefined, scope: string): CacheFile | undefined {
  if (bytes === undefined) return undefined
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const headerStart = file.indexOf(newline) + 1
  const entriesStart = file.indexOf(newline, headerStart) + 1
  if (headerStart === 0 || entriesStart === 0) return undefined
  if (digest(file.subarray(headerStart)) !== file.toString('latin1', 0, headerStart - 1)) return undefined
  const header = jsonOf(file.subarray(headerStart, entriesStart - 1))
  if (!isHeader(header) || header.scope !== scope) return undefined
  const entries = (): Entries => {
    const data = jsonOf(file.subarray(entriesStart))
    return areEntries(data, scope) ? data : {}
  }
  return { header, entries }
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
