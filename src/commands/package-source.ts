import path from 'node:path'
import type { Io } from '../command.ts'
import { NotAPackageError, type PackageView, packageView } from '../contract/view.ts'
import type { Changes } from '../generated/published/changes.ts'
import { gitReader } from '../read-git.ts'
import { readTarball, TarballError } from '../read-package.ts'
import { UsageError } from '../usage.ts'
import { count, quote } from '../words.ts'
import { compileCorpus, packageFiles, versionOf } from './compile.ts'
import { lintInput, openWorkspace } from './corpus.ts'

const names = ['package.json', 'drills.json', 'rubric.json', 'practice-loop.json', 'redirects.json']

const noChanges: Changes = []

/** A package in a folder. */
function fromFolder(folder: string, { reader }: Io): PackageView {
  const schemas = reader.list(path.join(folder, 'schemas')).map((name) => `schemas/${name}`)
  const files = [...names, ...schemas].flatMap((name) => {
    const text = reader.readText(path.join(folder, name))
    return text === undefined ? [] : [[name, text] as const]
  })
  return packageView(new Map(files))
}

/** What apps would get if the working tree were released now. */
export function fromWorkingTree(io: Io): PackageView {
  const workspace = openWorkspace(io)
  const { content, diagnostics } = compileCorpus(
    lintInput(workspace, io),
    noChanges,
    versionOf(workspace.root, io),
  )
  if (!content) throw new UsageError('the working tree can’t be compiled; `drills lint` says why')
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  if (errors > 0)
    io.talk(
      `drills: the working tree has ${count(errors, 'error')}; \`drills lint\` shows ${errors === 1 ? 'it' : 'them'}\n`,
    )
  return packageView(new Map(packageFiles(content, io).map(({ path: name, text }) => [name, text])))
}

/**
 * What apps would have got from a commit, compiled by this toolchain. Schemas and the Node.js floor are the commit's own.
 * @throws UsageError when the commit has no drills
 */
export function fromCommit(root: string, commit: string, shown: string, io: Io): PackageView {
  const sources = gitReader.sources(root, commit)
  const input = { sources, published: { ids: [] }, outside: () => [] }
  const manifest = JSON.parse(gitReader.text(root, commit, 'package.json') ?? '{}') as {
    version?: string
    engines?: { node?: string }
  }
  const { content } = compileCorpus(input, noChanges, manifest.version ?? '0.0.0')
  if (!content) throw new UsageError(`${quote(shown, 100)} has no drills that this tool can compile`)
  const files = new Map(packageFiles(content, io).map(({ path: name, text }) => [name, text]))
  const schemas = gitReader.list(root, commit, 'schemas/published')
  if (schemas.length > 0)
    for (const name of [...files.keys()]) if (name.startsWith('schemas/')) files.delete(name)
  for (const name of schemas)
    files.set(`schemas/${path.posix.basename(name)}`, gitReader.text(root, commit, name) ?? '')
  const view = packageView(files)
  return { ...view, node: manifest.engines?.node ?? view.node }
}

/**
 * The package that a word names: `.` (the working tree), a folder, a `.tgz`, or a git ref.
 * @throws UsageError when it names none
 */
export function packageOf(word: string, io: Io): PackageView {
  if (word === '.') return fromWorkingTree(io)
  const absolute = path.resolve(io.cwd, word)
  const found = io.reader.exists(absolute)
  try {
    if (found === 'folder') return fromFolder(absolute, io)
    if (found === 'file') return packageView(readTarball(io.reader.readBytes(absolute) ?? new Uint8Array()))
  } catch (error) {
    if (!(error instanceof NotAPackageError || error instanceof TarballError)) throw error
    throw new UsageError(`${quote(word, 200)} is no package of drills: ${error.message}`)
  }
  const { root } = openWorkspace(io)
  const commit = gitReader.commitOf(root, word)
  if (commit === undefined)
    throw new UsageError(
      `${quote(word, 200)} is no folder, no \`.tgz\` and no commit; expected one of them, or \`.\` for the working tree`,
    )
  return fromCommit(root, commit, word, io)
}
