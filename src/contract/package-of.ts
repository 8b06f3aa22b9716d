import path from 'node:path'
import type { Io } from '../io/io.ts'
import { readTarball, TarballError } from '../io/read-tarball.ts'
import { UsageError } from '../io/usage-error.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { quote } from '../text/quote.ts'
import { declarations } from './exported-names.ts'
import { fromCommit } from './from-commit.ts'
import { fromWorkingTree } from './from-working-tree.ts'
import { NotAPackageError, type PackageView, packageView } from './package-view.ts'

const data = [
  'package.json',
  'drills.json',
  'samples.json',
  'tracks.json',
  'rubric.json',
  'practice-loop.json',
  'redirects.json',
]

/** A package in a folder. */
function fromFolder(folder: string, { reader }: Io): PackageView {
  const schemas = reader.list(path.join(folder, 'schemas')).map((name) => `schemas/${name}`)
  const files = [...data, ...declarations, ...schemas].flatMap((name) => {
    const text = reader.readText(path.join(folder, name))
    return text === undefined ? [] : [[name, text] as const]
  })
  return packageView(new Map(files))
}

/** A package on disk; undefined when nothing there has that name. */
function fromDisk(word: string, io: Io): PackageView | undefined {
  const absolute = path.resolve(io.cwd, word)
  const found = word === '' ? undefined : io.reader.exists(absolute)
  try {
    if (found === 'folder') return fromFolder(absolute, io)
    if (found !== 'file') return undefined
    const bytes = io.reader.readBytes(absolute)
    if (bytes === undefined) throw new TarballError('it can’t be read')
    return packageView(readTarball(bytes))
  } catch (error) {
    if (!(error instanceof NotAPackageError || error instanceof TarballError)) throw error
    throw new UsageError(`${quote(word, 200)} is not a package of drills: ${error.message}`)
  }
}

/**
 * The package that a word names: `.` (the working tree), a folder, a `.tgz`, or a git ref.
 * @throws UsageError when it names none
 */
export function packageOf(word: string, io: Io): PackageView {
  if (word === '.') return fromWorkingTree(io)
  const packed = fromDisk(word, io)
  if (packed) return packed
  if (io.reader.findRoot(io.cwd) === undefined)
    throw new UsageError(
      `${quote(word, 200)} is not a folder or a \`.tgz\`; expected one of these, because only a repository of drills has commits to compare`,
    )
  const { root } = openWorkspace(io)
  const commit = io.git.commitOf(root, word)
  if (commit === undefined) {
    const reason = io.git.refusal(root)
    throw new UsageError(
      `${quote(word, 200)} is not a folder, a \`.tgz\` or a commit${reason === undefined ? '' : ` (${reason})`}; expected one of these, or \`.\` for the working tree`,
    )
  }
  return fromCommit(root, commit, word, io)
}
