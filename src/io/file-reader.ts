import {
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { globFiles } from './glob-files.ts'
import { listCorpus } from './list-corpus.ts'
import type { LazySource, Source } from './source.ts'
import { watchCorpus } from './watch-corpus.ts'

/** A file that is read in parts. */
export interface RandomAccess {
  readonly size: number
  /** Returns fewer bytes at the end of the file. */
  readonly slice: (start: number, length: number) => Buffer
  readonly close: () => void
}

/** The only door to the file system for reading; tests pass their own. */
export interface Reader {
  /** The nearest folder, upwards, that holds `drills/practice-loop.md`. */
  readonly findRoot: (from: string) => string | undefined
  /** Every file of the corpus, in code-unit order. */
  readonly readCorpus: (root: string) => (Source | LazySource)[]
  /** The text of any other regular file; undefined when there is none. */
  readonly readText: (file: string) => string | undefined
  /** The same as bytes. */
  readonly readBytes: (file: string) => Uint8Array | undefined
  /** Opens any other regular file, for parts of it. */
  readonly open: (file: string) => RandomAccess | undefined
  readonly exists: (file: string) => 'file' | 'folder' | undefined
  /** Names in a folder, sorted. */
  readonly list: (folder: string) => string[]
  /** Whether something that is no file stands in the place of a folder and can't be listed, such as a broken link. */
  readonly isUnlistable: (folder: string) => boolean
  /** Files and folders that a pattern matches, by their path from the root, in no order. */
  readonly glob: (root: string, pattern: string) => Promise<readonly string[]>
  /** An absolute path without symbolic links, as far as it exists. */
  readonly realPath: (file: string) => string
  /** Calls back whenever the corpus may have changed, until the returned function is called. */
  readonly watch: (root: string, changed: () => void) => () => void
}

function findRoot(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'drills/practice-loop.md'))) return realpathSync(folder)
    if (folder === path.dirname(folder)) return undefined
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    const parent = path.dirname(file)
    return parent === file ? file : path.join(realPath(parent), path.basename(file))
  }
}

function readBytes(file: string): Buffer | undefined {
  try {
    // A pipe may never end, nor may a device.
    return statSync(file).isFile() ? readFileSync(file) : undefined
  } catch {
    return undefined
  }
}

function open(file: string): RandomAccess | undefined {
  try {
    if (!statSync(file).isFile()) return undefined
    const opened = openSync(file, 'r')
    let live = true
    return {
      size: fstatSync(opened).size,
      slice: (start, length) => {
        const bytes = Buffer.allocUnsafe(Math.max(0, length))
        return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, start))
      },
      close: () => {
        if (live) closeSync(opened)
        live = false
      },
    }
  } catch {
    return undefined
  }
}

function isUnlistable(folder: string): boolean {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false })
    if (found?.isDirectory() || found?.isSymbolicLink()) readdirSync(folder)
    return false
  } catch {
    return true
  }
}

/** Reads from the file system of this machine. */
export const fileReader: Reader = {
  findRoot,
  readCorpus: listCorpus,
  readText: (file) => readBytes(file)?.toString('utf8'),
  readBytes,
  open,
  exists: (file) => {
    try {
      return statSync(file).isDirectory() ? 'folder' : 'file'
    } catch {
      // Missing, but also a name that is too long, NUL from an escaped link, or links in a loop.
      return undefined
    }
  },
  list: (folder) => {
    try {
      return readdirSync(folder).sort()
    } catch {
      return []
    }
  },
  isUnlistable,
  glob: globFiles,
  realPath,
  watch: watchCorpus,
}
