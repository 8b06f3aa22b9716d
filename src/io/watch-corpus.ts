import { type FSWatcher, readdirSync, watch } from 'node:fs'
import path from 'node:path'
import { isSkipped } from './corpus-file.ts'
import { hasCode } from './file-errors.ts'

const isGone = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR')

/**
 * Calls back when something in the corpus below a root may have changed, until the function it gives is called.
 * It has to be called anew after a change, which is how new folders come to be seen.
 *
 * Each folder has a watcher of its own: on Linux the recursive one of Node follows files rather than names, and says
 * nothing more about a file once an editor has put a new one in its place.
 */
export function watchCorpus(root: string, changed: () => void): () => void {
  const watchers: FSWatcher[] = []
  const add = (folder: string, matters: (name: string | null) => boolean): boolean => {
    try {
      const watcher = watch(folder, (_, name) => {
        if (matters(name)) changed()
      })
      // Such as that of a folder that goes away on Windows.
      watcher.on('error', changed)
      watchers.push(watcher)
      return true
    } catch (error) {
      if (isGone(error)) return false
      throw error
    }
  }
  const close = (): void => {
    for (const watcher of watchers) watcher.close()
  }
  const addBelow = (folder: string): void => {
    // Watched first, listed then: nothing can come in between.
    if (!add(folder, () => true)) return
    for (const name of foldersIn(folder)) addBelow(path.join(folder, name))
  }
  try {
    // The folder may go away as a whole and come back, as when a branch is changed.
    add(root, (name) => name === null || name === 'drills')
    addBelow(path.join(root, 'drills'))
  } catch (error) {
    close()
    throw error
  }
  return close
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !isSkipped(entry.name))
      .map(({ name }) => name)
  } catch (error) {
    if (isGone(error)) return []
    throw error
  }
}
