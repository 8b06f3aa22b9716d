import path from 'node:path'
import type { Reader } from '../io/file-reader.ts'
import type { Io } from '../io/io.ts'
import type { Source, Unread } from '../io/source.ts'
import { UsageError } from '../io/usage-error.ts'
import type { Published } from '../model/facts.ts'

export interface Workspace {
  /** Absolute; holds `drills/`. */
  readonly root: string
  readonly sources: readonly (Source | Unread)[]
}

/**
 * The corpus around the working directory.
 * @throws UsageError when there is none
 */
export function openWorkspace({ cwd, reader }: Io): Workspace {
  const root = reader.findRoot(cwd)
  if (root === undefined)
    throw new UsageError(
      'no drills here: no folder from here upwards has a `drills/practice-loop.md`; change to the repository of the drills',
    )
  return { root, sources: reader.readCorpus(root) }
}

/**
 * What was published before.
 * @throws UsageError when that can't be read
 */
export function published(root: string, reader: Reader): Published {
  const text = reader.readText(path.join(root, 'history/published.json'))
  if (text === undefined) return { ids: [] }
  try {
    const { drills } = JSON.parse(text) as { drills?: Record<string, unknown> }
    return { ids: Object.keys(drills ?? {}) }
  } catch {
    throw new UsageError('`history/published.json` is no JSON; restore it from the last release')
  }
}
