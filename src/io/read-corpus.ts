import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { codeOf, readFailure } from './file-errors.ts'
import { maxFileBytes, type Source, sourceOf, type Unread } from './source.ts'

const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name)

/** Whether a file of the corpus is one to lint, by its path from the root. */
export const counts = (file: string): boolean =>
  file === 'drills/redirects.yml' || (file.startsWith('drills/') && isMarkdown(file))

/** What a regular file of the corpus holds now. */
export function readSource(root: string, file: string): Source {
  try {
    const absolute = path.join(root, file)
    const { size } = statSync(absolute)
    return size > maxFileBytes ? { file, size } : sourceOf(file, readFileSync(absolute))
  } catch (error) {
    return { file, failure: readFailure(error) }
  }
}

function listEntry(root: string, folder: string, entry: Dirent): (Source | Unread)[] {
  const file = `${folder}/${entry.name}`
  if (entry.isSymbolicLink()) return [{ file, failure: linkFailure(path.join(root, file)) }]
  if (entry.isDirectory()) {
    const inside = listFolder(root, file)
    return isMarkdown(entry.name) ? [{ file, failure: 'folder' }, ...inside] : inside
  }
  if (!counts(file)) return []
  return entry.isFile()
    ? [{ file, read: () => readSource(root, file) }]
    : [{ file, failure: 'pipe, socket or device' }]
}

/** Links are refused: in a pull request they could show any file of the machine. */
function linkFailure(file: string): string {
  try {
    statSync(file)
    return 'symbolic link'
  } catch (error) {
    return codeOf(error) === 'ELOOP' ? readFailure(error) : 'symbolic link'
  }
}

function listFolder(root: string, folder: string): (Source | Unread)[] {
  try {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
    return entries
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
      .flatMap((entry) => listEntry(root, folder, entry))
  } catch (error) {
    return [{ file: folder, failure: readFailure(error) }]
  }
}

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0

/** Every file of the corpus that counts, in the order of code units. */
export const readCorpus = (root: string): (Source | Unread)[] => listFolder(root, 'drills').sort(byFile)
