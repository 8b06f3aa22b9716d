import path from 'node:path'
import { changelog, linksAt, versionNotes } from '../contract/changelog.ts'
import { fromWorkingTree } from '../contract/from-working-tree.ts'
import { recordVersion } from '../contract/record-version.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { fileReader } from '../io/file-reader.ts'
import type { Io } from '../io/io.ts'
import { writeText } from '../io/write-text.ts'
import { lint } from '../lint/lint.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import type { Changes } from '../model/generated/published/changes.ts'
import { repository } from '../model/project.ts'
import { versionOf } from '../package/compile-corpus.ts'
import { count } from '../text/grammar.ts'

const published = 'history/published.json'
const changes = 'history/changes.json'

const ioOf = (root: string): Io => ({
  cwd: root,
  env: {},
  reader: fileReader,
  out: () => undefined,
  talk: () => undefined,
  input: async () => new Uint8Array(),
  terminal: false,
  columns: 80,
})

function read<T>(root: string, file: string, otherwise: T): T {
  const text = fileReader.readText(path.join(root, file))
  return text === undefined ? otherwise : (JSON.parse(text) as T)
}

const none: Snapshot = { version: null, drills: {} }

const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`

/**
 * Refuses a release of drills with errors. Called before the changesets are used up, because a version that is raised
 * and then not recorded would be lost.
 * @throws Error naming the first error
 */
export function checkRelease(root: string): void {
  const io = ioOf(root)
  const { diagnostics } = lint(lintInput(openWorkspace(io), io), () => undefined)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first)
    throw new Error(
      `the drills have ${count(errors.length, 'error')}, the first in ${first.file}:${first.line}: ${first.message}`,
    )
}

/** Whether a release was broken off after its version was raised and before it was recorded. */
export function isUnrecorded(root: string): boolean {
  const { version } = read<Snapshot>(root, published, none)
  return version !== null && version !== versionOf(root, ioOf(root))
}

/**
 * Writes the version that `package.json` now holds into the history, and the changelog anew. Called by the version
 * script only.
 */
export function recordRelease(root: string): string {
  checkRelease(root)
  const io = ioOf(root)
  const version = versionOf(root, io)
  const before = read<Snapshot>(root, published, none)
  if (before.version === version) return version
  const after = recordVersion(before, read<Changes>(root, changes, []), version, fromWorkingTree(io))
  writeText(path.join(root, changes), json(after.changes))
  writeText(path.join(root, 'CHANGELOG.md'), changelog(after.changes, after.snapshot, repository))
  // Last, because it tells that the version is recorded: whatever fails before can be run again.
  writeText(path.join(root, published), json(after.snapshot))
  return version
}

/** The notes of a released version, as Markdown. Paths of drills are known of the newest version only. */
export function releaseNotes(root: string, version: string): string {
  const found = read<Changes>(root, changes, []).find((entry) => entry.version === version)
  if (!found) throw new Error(`history/changes.json has no version ${version}`)
  const known = read<Snapshot>(root, published, none)
  return versionNotes(
    found,
    known.version === version ? linksAt(repository, version, known) : () => undefined,
  )
}
