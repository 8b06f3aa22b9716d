import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { readFailure } from './file-errors.ts'
import { maxFileBytes, type Source, sourceOf } from './source.ts'

export const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name)

/** Whether a file is one to lint, by its path from the root of the corpus. */
export const isCorpusFile = (file: string): boolean =>
  file === 'drills/redirects.yml' || (file.startsWith('drills/') && isMarkdown(file))

/** Whether a file or folder is skipped by its name: hidden ones and installed packages. */
export const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** Reads a regular file of the corpus. */
export function readSource(root: string, file: string): Source {
  try {
    const absolute = path.join(root, file)
    const { size } = statSync(absolute)
    return size > maxFileBytes ? { file, size } : sourceOf(file, readFileSync(absolute))
  } catch (error) {
    return { file, failure: readFailure(error) }
  }
}
