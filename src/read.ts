import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { maxFileBytes } from './parse/encoding.ts'

/** A file of the corpus as it was read, or why it was not. Paths are relative to the root, with `/`. */
export type Source =
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly size: number }
  | { readonly file: string; readonly failure: string }

/** The only door to the file system for reading; tests pass their own. */
export interface Reader {
  /** Root of the nearest corpus: the folder that holds `drills/practice-loop.md`, upwards. */
  readonly findRoot: (from: string) => string | undefined
  /** Every file of the corpus that counts, in the order of code units. */
  readonly readCorpus: (root: string) => Source[]
  /** The text of any other file; undefined when there is none. */
  readonly readText: (file: string) => string | undefined
  readonly exists: (file: string) => 'file' | 'folder' | undefined
  /** Names in a folder, sorted. */
  readonly list: (folder: string) => string[]
}

const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name)

const failures: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'a link that leads back to itself',
  EISDIR: 'a folder',
  ENOENT: 'gone while it was read',
}

const failureOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return failures[code] ?? `an error of the file system (${code})`
}

function readSource(root: string, file: string): Source {
  try {
    const absolute = path.join(root, file)
    const { size } = statSync(absolute)
    return size > maxFileBytes ? { file, size } : { file, bytes: readFileSync(absolute) }
  } catch (error) {
    return { file, failure: failureOf(error) }
  }
}

function readEntry(root: string, folder: string, entry: Dirent): Source[] {
  const file = `${folder}/${entry.name}`
  if (entry.isSymbolicLink()) return [{ file, failure: linkFailure(path.join(root, file)) }]
  if (entry.isDirectory()) {
    const inside = readFolder(root, file)
    return isMarkdown(entry.name) ? [{ file, failure: 'a folder' }, ...inside] : inside
  }
  const counts = isMarkdown(entry.name) || file === 'drills/redirects.yml'
  if (!counts) return []
  return entry.isFile() ? [readSource(root, file)] : [{ file, failure: 'no regular file' }]
}

/** Links are refused: in a pull request they could show any file of the machine. */
function linkFailure(file: string): string {
  try {
    statSync(file)
    return 'a symbolic link'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ELOOP'
      ? 'a link that leads back to itself'
      : 'a symbolic link'
  }
}

function readFolder(root: string, folder: string): Source[] {
  try {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
    return entries
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
      .flatMap((entry) => readEntry(root, folder, entry))
  } catch (error) {
    return [{ file: folder, failure: failureOf(error) }]
  }
}

const byFile = (a: Source, b: Source): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)

function findRoot(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'drills/practice-loop.md'))) return realpathSync(folder)
    if (folder === path.dirname(folder)) return undefined
  }
}

/** Reads from the file system of this machine. */
export const fileReader: Reader = {
  findRoot,
  readCorpus: (root) => readFolder(root, 'drills').sort(byFile),
  readText: (file) => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return undefined
    }
  },
  exists: (file) => {
    const found = statSync(file, { throwIfNoEntry: false })
    return found && (found.isDirectory() ? 'folder' : 'file')
  },
  list: (folder) => {
    try {
      return readdirSync(folder).sort()
    } catch {
      return []
    }
  },
}
