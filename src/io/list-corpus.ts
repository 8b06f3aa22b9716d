import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { globSync, type Path } from 'glob/raw'
import { byFile } from '../text/compare-text.ts'
import { isCorpusFile, isMarkdown, isSkipped, readSource } from './corpus-file.ts'
import { hasCode, readFailure } from './file-errors.ts'
import type { LazySource, Source } from './source.ts'

/** Deepest folder that is listed: glob walks by recursion. */
const maxDepth = 64

/** Links are refused: in a pull request they could show any file of the machine. */
function linkFailure(file: string): string {
  try {
    statSync(file)
    return 'symbolic link'
  } catch (error) {
    return hasCode(error, 'ELOOP') ? readFailure(error) : 'symbolic link'
  }
}

/** Every file of the corpus in code-unit order, and whatever can't be read as one. */
export function listCorpus(root: string): (Source | LazySource)[] {
  let cwd: string
  try {
    // Glob does not go into a link, and `drills` itself may be one.
    cwd = realpathSync(path.join(root, 'drills'))
    readdirSync(cwd)
  } catch (error) {
    // As a whole it may be gone for a moment, when a branch is changed; for glob there would just be nothing in it.
    return [{ file: 'drills', failure: readFailure(error) }]
  }
  const unreadable: Source[] = []
  // Glob treats a folder that can't be read as empty.
  const readFolder = (folder: string, options: { readonly withFileTypes: true }): Dirent[] => {
    try {
      return readdirSync(folder, options)
    } catch (error) {
      const file = path.posix.join('drills', path.relative(cwd, folder).split(path.sep).join('/'))
      unreadable.push({ file, failure: readFailure(error) })
      throw error
    }
  }
  const skip = ({ name }: Path): boolean => isSkipped(name)
  const entries = globSync('**', {
    cwd,
    withFileTypes: true,
    dot: true,
    ignore: { ignored: skip, childrenIgnored: skip },
    maxDepth,
    fs: { readdirSync: readFolder },
  })
  const found = entries.flatMap((entry): (Source | LazySource)[] => {
    const name = entry.relativePosix()
    if (name === '') return []
    const file = `drills/${name}`
    if (entry.isSymbolicLink()) return [{ file, failure: linkFailure(entry.fullpath()) }]
    if (entry.isDirectory()) {
      if (name.split('/').length >= maxDepth) return [{ file, failure: `folder ${maxDepth} levels deep` }]
      return isMarkdown(entry.name) ? [{ file, failure: 'folder' }] : []
    }
    if (!isCorpusFile(file)) return []
    return entry.isFile()
      ? [{ file, read: () => readSource(root, file) }]
      : [{ file, failure: 'pipe, socket or device' }]
  })
  return [...found, ...unreadable].sort(byFile)
}
