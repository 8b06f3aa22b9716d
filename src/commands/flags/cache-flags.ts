import path from 'node:path'
import type { Io } from '../../io/io.ts'
import { UsageError } from '../../io/usage-error.ts'
import { type Cache, openCache } from '../../lint/cache.ts'
import type { Workspace } from '../../lint/workspace.ts'
import { digest } from '../../text/digest.ts'

const cacheName = 'results.json'

/** Flags of commands that cache results. */
export const cacheOptions = {
  'no-cache': { type: 'boolean', default: false },
  'cache-location': { type: 'string' },
} as const

export interface CacheFlags {
  readonly cache: boolean
  /** The folder of the cache; the default one when left out. */
  readonly cacheLocation: string | undefined
}

/** @throws UsageError for flags that contradict each other */
export function readCacheFlags(values: {
  readonly 'no-cache': boolean
  readonly 'cache-location'?: string | undefined
}): CacheFlags {
  const location = values['cache-location']
  if (values['no-cache'] && location !== undefined)
    throw new UsageError('`--no-cache` does not go with `--cache-location`')
  if (location === '') throw new UsageError('flag `--cache-location` needs the name of a folder')
  return { cache: !values['no-cache'], cacheLocation: location }
}

/** Looks at each file outside the corpus once, so that the cache records the state that the linter has seen. */
export function memoizeReader(reader: Io['reader']): Io['reader'] {
  const memoize = <T>(look: (file: string) => T): ((file: string) => T) => {
    const results = new Map<string, { readonly value: T }>()
    return (file) => {
      const found = results.get(file) ?? { value: look(file) }
      results.set(file, found)
      return found.value
    }
  }
  const readBytes = memoize(reader.readBytes)
  const readText = (file: string): string | undefined => {
    const bytes = readBytes(file)
    return bytes && Buffer.from(bytes).toString('utf8')
  }
  return { ...reader, exists: memoize(reader.exists), readBytes, readText }
}

/**
 * Opens the cache that the flags ask for; undefined where there is none.
 * @param reader a memoized one, the same that the linter gets
 * @param writes whether new results are saved
 */
export function cacheOf(
  { cache, cacheLocation }: CacheFlags,
  workspace: Workspace,
  { reader, writer, toolchain, cwd }: Io,
  writes = true,
): Cache | undefined {
  const identity = cache ? toolchain?.() : undefined
  if (identity === undefined) return undefined
  const { root } = workspace
  const folder =
    cacheLocation === undefined
      ? path.join(root, 'node_modules/.cache/drills')
      : path.resolve(cwd, cacheLocation)
  const file = path.join(folder, cacheName)
  return openCache(workspace, identity, {
    read: () => reader.readBytes(file),
    write: (content) => {
      if (!writes) return
      try {
        // In a folder that holds nothing else, but what killed runs left: the files of others stay visible to git.
        const ours =
          reader.exists(folder) === undefined ||
          reader.list(folder).every((name) => name === cacheName || name.startsWith('.drills.'))
        if (ours) writer.replaceFile(path.join(folder, '.gitignore'), '*\n')
        writer.replaceFile(file, content)
      } catch {
        // A cache that can't be written costs time, never the run.
      }
    },
    stateOf: (name) => {
      const absolute = path.join(root, name)
      const found = reader.exists(absolute)
      if (found !== 'file' || !name.endsWith('.md')) return found ?? 'nothing'
      return digest(reader.readBytes(absolute) ?? '')
    },
  })
}
