import path from 'node:path'
import type { Reader } from '../io/file-reader.ts'
import type { Io } from '../io/io.ts'
import { type LazySource, load, type Source } from '../io/source.ts'
import { UsageError } from '../io/usage-error.ts'
import { definitionFiles, redirectsFile } from '../model/definition-files.ts'
import { changesFile, type HistoryTexts, publishedFile } from '../model/history.ts'

/** A corpus on disk, as far as every command needs it. */
export interface Workspace {
  /** Absolute; holds `drills/`. */
  readonly root: string
  /** The definition documents and redirects are loaded: whatever depends on them sees the same bytes. */
  readonly sources: readonly (Source | LazySource)[]
  readonly history: HistoryTexts
  /** Files that a change touches, in order: they are blamed for what they have in common with others. */
  readonly recent?: readonly string[]
}

/** Reads the corpus of a root. */
export function readWorkspace(root: string, reader: Reader): Workspace {
  const sources = reader
    .readCorpus(root)
    .map((entry) =>
      definitionFiles.includes(entry.file) || entry.file === redirectsFile ? load(entry) : entry,
    )
  const textOf = (name: string): string | undefined => {
    const file = path.join(root, name)
    if (reader.isUnlistable(path.dirname(file))) return ''
    if (!reader.list(path.dirname(file)).includes(path.basename(file))) return undefined
    // A finding quotes what it finds wrong, and a link could lead to any file of the machine.
    return reader.realPath(file) === file ? (reader.readText(file) ?? '') : ''
  }
  return {
    root,
    sources,
    history: { published: textOf(publishedFile), changes: textOf(changesFile) },
  }
}

/**
 * Opens the corpus around the working directory.
 * @throws UsageError when there is none
 */
export function openWorkspace({ cwd, reader }: Pick<Io, 'cwd' | 'reader'>): Workspace {
  const root = reader.findRoot(cwd)
  if (root === undefined)
    throw new UsageError(
      'no drills here: no folder from here upwards has a `drills/practice-loop.md`; change to the repository of the drills',
    )
  return readWorkspace(root, reader)
}
