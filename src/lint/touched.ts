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

/** Identifies a finding in an unchanged file. */
const key = ({ file, line, column, rule, message }: Diagnostic): string =>
  JSON.stringify([file, line, column, rule, message])

/** Reads the files of a commit, as far as the linter reads files outside the corpus. */
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

/** The findings of the corpus at a commit. */
function findingsAt(root: string, commit: string, io: Git): ReadonlySet<string> {
  const sources = io.git.sources(root, commit)
  const reader = readerAt(root, commit, io)
  const textOf = (file: string): string | undefined => reader.readText(path.join(root, file))
  const history = { published: textOf(publishedFile), changes: textOf(changesFile) }
  const input = lintInput({ root, sources, history }, { reader })
  return new Set(lint(input, () => undefined).diagnostics.map(key))
}

/**
 * The findings that a change is responsible for: those in the files it touches, those that point to such a file, and
 * new ones elsewhere. A changed definition document can change the verdict on every drill. A broken one is reported
 * with every change of a drill, because nothing is judged without it.
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
