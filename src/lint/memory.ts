import path from 'node:path'
import type { Io } from '../io/io.ts'
import { load } from '../io/source.ts'
import { UsageError } from '../io/usage-error.ts'
import { openFile } from '../io/write-file.ts'
import { definitionFiles, redirectsFile } from '../model/definition-files.ts'
import { type CorpusMemory, corpusMemory, type Making } from './cache/corpus-memory.ts'
import { digest } from './cache/digest.ts'
import type { Storage } from './cache/text-memory.ts'
import { published, type Workspace } from './workspace.ts'

/** Flags of commands that remember what they found. */
export const memoryOptions = {
  'no-cache': { type: 'boolean', default: false },
  'cache-location': { type: 'string' },
} as const

/** Where findings are remembered between runs. */
export interface MemoryFlags {
  readonly cache: boolean
  /** The folder; the default one when left out. */
  readonly cacheLocation: string | undefined
}

/** @throws UsageError for flags that contradict each other */
export function readMemoryFlags(values: {
  readonly 'no-cache': boolean
  readonly 'cache-location'?: string | undefined
}): MemoryFlags {
  const location = values['cache-location']
  if (values['no-cache'] && location !== undefined)
    throw new UsageError('`--no-cache` does not go with `--cache-location`')
  if (location === '') throw new UsageError('flag `--cache-location` needs the name of a folder')
  return { cache: !values['no-cache'], cacheLocation: location }
}

/** A workspace whose definition documents are read: everything that depends on them sees the same bytes. */
export const settled = ({ root, sources }: Workspace): Workspace => ({
  root,
  sources: sources.map((entry) =>
    definitionFiles.includes(entry.file) || entry.file === redirectsFile ? load(entry) : entry,
  ),
})

/** Looks at each file outside the corpus once, so that what is remembered of it is what the linter has seen. */
export function lookingOnce(io: Io): Io {
  const { exists, readBytes } = io.reader
  const once = <T>(look: (file: string) => T): ((file: string) => T) => {
    const known = new Map<string, { readonly seen: T }>()
    return (file) => {
      const { seen } = known.get(file) ?? { seen: look(file) }
      known.set(file, { seen })
      return seen
    }
  }
  const bytesOf = once(readBytes)
  const textOf = (file: string): string | undefined => {
    const bytes = bytesOf(file)
    return bytes && Buffer.from(bytes).toString('utf8')
  }
  return { ...io, reader: { ...io.reader, exists: once(exists), readBytes: bytesOf, readText: textOf } }
}

/** What a file outside the corpus is to those who link to it. */
const stateOf =
  (root: string, { reader }: Pick<Io, 'reader'>) =>
  (file: string): string => {
    const absolute = path.join(root, file)
    const found = reader.exists(absolute)
    return found === 'file' && file.endsWith('.md')
      ? digest(reader.readBytes(absolute) ?? '')
      : (found ?? 'nothing')
  }

/**
 * Opens what earlier runs remembered of a corpus; undefined where nothing is to be remembered.
 * @param workspace a settled one
 * @param io one that looks once, the same that the linter gets
 */
export function openMemory<T = undefined>(
  { cache, cacheLocation }: MemoryFlags,
  { root, sources }: Workspace,
  io: Io,
  making?: Omit<Making<T>, 'storage'>,
): CorpusMemory<T> | undefined {
  const toolchain = cache ? io.toolchain?.() : undefined
  if (toolchain === undefined) return undefined
  const folder =
    cacheLocation === undefined
      ? path.join(root, 'node_modules/.cache/drills')
      : path.resolve(io.cwd, cacheLocation)
  const storage = (name: string): Storage => ({
    open: () => io.reader.open(path.join(folder, name)),
    begin: () => openFile(path.join(folder, name)),
  })
  return corpusMemory(
    storage('findings'),
    {
      entries: sources,
      toolchain,
      published: published(root, io.reader).ids,
      stateOf: stateOf(root, io),
    },
    making && { ...making, storage: storage('drills') },
  )
}
