import { type Dirent, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Path, PathScurry } from 'path-scurry'
import { isCorpusFile, isMarkdown, isSkipped, readSource } from './corpus-file.ts'
import { hasCode, readFailure } from './file-errors.ts'
import type { Source, Unread } from './source.ts'

/** Links are refused: in a pull request they could show any file of the machine. */
function linkFailure(file: string): string {
  try {
    statSync(file)
    return 'symbolic link'
  } catch (error) {
    return hasCode(error, 'ELOOP') ? readFailure(error) : 'symbolic link'
  }
}

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0

/** Every file of the corpus in code-unit order, and whatever can't be read as one. */
export function listCorpus(root: string): (Source | Unread)[] {
  const unreadable: Source[] = []
  // The walker treats a folder that can't be read as empty.
  const readFolder = (folder: string, options: { readonly withFileTypes: true }): Dirent[] => {
    try {
      return readdirSync(folder, options)
    } catch (error) {
      const file = path.relative(root, folder).split(path.sep).join('/')
      unreadable.push({ file, failure: readFailure(error) })
      throw error
    }
  }
  const drills = new PathScurry(path.join(root, 'drills'), { fs: { readdirSync: readFolder } })
  const isListed = (entry: Path): boolean => entry === drills.cwd || !isSkipped(entry.name)
  const found = drills
    .walkSync({ filter: isListed, walkFilter: isListed })
    .filter((entry) => entry !== drills.cwd)
    .flatMap((entry): (Source | Unread)[] => {
      const file = `drills/${entry.relativePosix()}`
      if (entry.isSymbolicLink()) return [{ file, failure: linkFailure(entry.fullpath()) }]
      if (entry.isDirectory()) return isMarkdown(entry.name) ? [{ file, failure: 'folder' }] : []
      if (!isCorpusFile(file)) return []
      return entry.isFile()
        ? [{ file, read: () => readSource(root, file) }]
        : [{ file, failure: 'pipe, socket or device' }]
    })
  return [...found, ...unreadable].sort(byFile)
}
