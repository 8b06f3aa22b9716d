import path from 'node:path'
import type { Reader } from '../io/file-reader.ts'
import type { Io } from '../io/io.ts'
import { definitionFiles } from '../model/definition-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { changesFile, publishedFile } from '../model/history.ts'
import type { Change } from './changed.ts'
import { lint } from './lint.ts'
import { lintInput } from './lint-input.ts'

type Git = Pick<Io, 'git' | 'reader'>

/** The same finding in a file that is the same. */
const key = ({ file, line, column, rule, message }: Diagnostic): string =>
  JSON.stringify([file, line, column, rule, message])

/** The files of a commit as if they stood in their folder, as far as the linter looks at files outside the corpus. */
function readerAt(root: string, commit: string, { git, reader }: Git): Reader {
  const readText = (file: string): string | undefined => git.text(root, commit, path.relative(root, file))
  const isFolder = (file: string): boolean =>
    path.relative(root, file) === '' || git.list(root, commit, path.relative(root, file)).length > 0
  return {
    ...reader,
    readText,
    exists: (file) => (readText(file) !== undefined ? 'file' : isFolder(file) ? 'folder' : undefined),
  }
}

/** What the corpus had for findings at a commit. */
function findingsAt(root: string, commit: string, io: Git): ReadonlySet<string> {
  const sources = io.git.sources(root, commit)
  const reader = readerAt(root, commit, io)
  const textOf = (file: string): string | undefined => reader.readText(path.join(root, file))
  const history = { published: textOf(publishedFile), changes: textOf(changesFile) }
  const input = lintInput({ root, sources, history }, { reader })
  return new Set(lint(input, () => undefined).diagnostics.map(key))
}

/**
 * The findings that a change is to answer for: those in files that it touches, those that name a place in such a file,
 * and those elsewhere that were not there before it. A touched definition document judges every drill anew; one that
 * is broken is always told to who changes a drill, because it judges none.
 */
export function touchedBy(
  change: Change,
  root: string,
  diagnostics: readonly Diagnostic[],
  io: Git,
): readonly Diagnostic[] {
  if (definitionFiles.some(change.touches)) return diagnostics
  const near = new Set(
    diagnostics.filter(
      ({ file, related = [] }) =>
        [file, ...related.map((other) => other.file)].some(change.touches) ||
        (change.reachesCorpus && definitionFiles.includes(file)),
    ),
  )
  if (near.size === diagnostics.length) return diagnostics
  const before = findingsAt(root, change.base, io)
  return diagnostics.filter((found) => near.has(found) || !before.has(key(found)))
}
