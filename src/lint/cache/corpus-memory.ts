import { load, type Source, type Unread } from '../../io/source.ts'
import { definitionFiles } from '../../model/definition-files.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Corpus } from '../../model/facts.ts'
import type { FileFacts } from '../../model/generated/exchange/facts.ts'
import type { Memory } from '../lint.ts'
import { digest, digestOf } from './digest.ts'
import { type PackedFindings, packFindings, unpackFindings } from './findings.ts'
import { type Storage, type TextMemory, textMemory } from './text-memory.ts'

/** What a caller makes of drills, as text that is kept beside their findings. */
export interface Making<T> {
  readonly storage: Storage
  readonly pack: (made: readonly T[]) => string
  readonly unpack: (text: string) => readonly T[]
}

/** What one look at a corpus depends on. */
export interface Surroundings {
  /** The definition documents and redirects loaded, so that digests and findings are of the same bytes. */
  readonly entries: readonly (Source | Unread)[]
  /** Tells the toolchain from every other that may find something else. */
  readonly toolchain: string
  readonly published: readonly string[]
  /** Says what a file outside the corpus is, in a few characters that change with it; in one run always the same. */
  readonly stateOf: (path: string) => string
}

export interface CorpusMemory<T> extends Memory<T> {
  /** The findings of the last run, if nothing that they depend on has changed since. */
  readonly lastFindings: () => readonly Diagnostic[] | undefined
  /** The same look at files outside, noting what was asked for. */
  readonly watched: (outside: Corpus['outside']) => Corpus['outside']
  readonly knows: (entry: Source | Unread) => boolean
  /**
   * Keeps what was found elsewhere.
   * @param product what was made there, packed
   */
  readonly adopt: (facts: FileFacts, product: string) => void
  readonly commit: (diagnostics: readonly Diagnostic[]) => void
  readonly discard: () => void
}

interface Note {
  readonly corpus: string
  readonly outside: readonly (readonly [path: string, state: string])[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What all findings of drills depend on; undefined when a definition document can't be read. */
export function scopeOf(entries: Surroundings['entries'], toolchain: string): string | undefined {
  const definitions = entries.filter(({ file }) => definitionFiles.includes(file))
  const digests = definitions.map((entry) => [entry.file, digestOf(load(entry))])
  return digests.some(([, made]) => made === undefined)
    ? undefined
    : digest(JSON.stringify([toolchain, digests]))
}

/**
 * Remembers what a corpus came to, file by file and as a whole.
 * @param making for a run that makes something of each drill
 */
export function corpusMemory<T>(
  storage: Storage,
  { entries, toolchain, published, stateOf }: Surroundings,
  making?: Making<T>,
): CorpusMemory<T> | undefined {
  const scope = scopeOf(entries, toolchain)
  if (scope === undefined) return undefined
  // One file in the place of the other is as good as none.
  const findings = textMemory(storage, `findings ${scope}`)
  const products = making && textMemory(making.storage, `products ${scope}`)
  const both: readonly TextMemory[] = products ? [findings, products] : [findings]
  const digests = new Map<string, string | undefined>()
  const asked = new Map<string, string>()

  const digestNow = (entry: Source | Unread): string | undefined => {
    if (!digests.has(entry.file)) digests.set(entry.file, digestOf(load(entry)))
    return digests.get(entry.file)
  }
  // A file that can't be read has no digest, and is never the same as before.
  const corpus = (): string | undefined => {
    const all = entries.map((entry) => [entry.file, digestNow(entry)])
    return all.some(([, made]) => made === undefined) ? undefined : digest(JSON.stringify([published, all]))
  }
  const lastFindings = (): readonly Diagnostic[] | undefined => {
    if (findings.note === undefined) return undefined
    const note = findings.note as Note
    if (note.outside.some(([path, state]) => stateOf(path) !== state)) return undefined
    if (note.corpus !== corpus()) return undefined
    for (const [path, state] of note.outside) asked.set(path, state)
    return note.diagnostics
  }

  const knows = (entry: Source | Unread): boolean => {
    // Without anything to compare with there is no need to read the file twice.
    if (both.some(({ size }) => size === 0)) return false
    const made = digestNow(entry)
    return made !== undefined && both.every((memory) => memory.has(entry.file, made))
  }

  return {
    lastFindings,
    watched: (outside) => (path) => {
      asked.set(path, stateOf(path))
      return outside(path)
    },
    knows,
    recall: (entry) => {
      const made = knows(entry) ? digests.get(entry.file) : undefined
      if (made === undefined) return undefined
      const [text, product] = both.map((memory) => memory.recall(entry.file, made))
      if (text === undefined || (making && product === undefined)) return undefined
      findings.hold(entry.file)
      if (product !== undefined) products?.hold(entry.file)
      return {
        result: unpackFindings(entry.file, JSON.parse(text) as PackedFindings),
        made: making && product !== undefined ? making.unpack(product) : [],
      }
    },
    keep: (source, { result, made }) => {
      // What was linted counts, whatever the file held when it was compared.
      const now = digestOf(source)
      digests.set(source.file, now)
      if (now === undefined) return
      findings.keep(source.file, now, JSON.stringify(packFindings(result)))
      if (making) products?.keep(source.file, now, making.pack(made))
    },
    adopt: ({ file, digest: made, ...packed }, product) => {
      digests.set(file, made)
      if (made === undefined) return
      findings.keep(file, made, JSON.stringify(packed))
      products?.keep(file, made, product)
    },
    commit: (diagnostics) => {
      const note = { corpus: corpus(), outside: [...asked].sort(), diagnostics }
      findings.commit(note.corpus === undefined ? undefined : note)
      products?.commit(undefined)
    },
    discard: () => {
      for (const memory of both) memory.discard()
    },
  }
}
