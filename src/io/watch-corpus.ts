import { type FSWatcher, readdirSync, watch } from 'node:fs'
import path from 'node:path'
import { isSkipped } from './corpus-file.ts'
import { hasCode } from './file-errors.ts'

/** Folders that findings depend on. */
const folders: readonly string[] = ['drills', 'history']

const isGone = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR')

/**
 * Calls back whenever the corpus may have changed, until the returned function is called. Must be called again after
 * a change, to watch new folders.
 *
 * One watcher per folder: on Linux the recursive watcher of Node follows files rather than names, and goes silent
 * once an editor replaces a file.
 */
export function watchCorpus(root: string, changed: () => void): () => void {
  const watchers: FSWatcher[] = []
  const add = (folder: string, matters: (name: string | null) => boolean): boolean => {
    try {
      const watcher = watch(folder, (_, name) => {
        if (matters(name)) changed()
      })
      // Such as a deleted folder on Windows.
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
    // Watched before it is listed, so that nothing is missed in between.
    if (!add(folder, () => true)) return
    for (const name of foldersIn(folder)) addBelow(path.join(folder, name))
  }
  try {
    // The whole folder may vanish and return, as in a switch of branches.
    add(root, (name) => name === null || folders.includes(name))
    for (const name of folders) addBelow(path.join(root, name))
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
