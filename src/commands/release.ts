import path from 'node:path'
import { changelog, linksAt, versionNotes } from '../contract/changelog.ts'
import { fromWorkingTree } from '../contract/compiled-source.ts'
import { type Published, recordVersion } from '../contract/history.ts'
import { fileReader } from '../io/file-reader.ts'
import { fileWriter } from '../io/file-writer.ts'
import { gitReader } from '../io/git-reader.ts'
import type { Io } from '../io/io.ts'
import { readJson } from '../io/read-json.ts'
import { lint } from '../lint/lint.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import type { Changes } from '../model/generated/published/changes.ts'
import { repository } from '../model/project.ts'
import { versionOf } from '../package/compile-corpus.ts'
import { count } from '../text/grammar.ts'

const published = 'history/published.json'
const changes = 'history/changes.json'

/** A release prints nothing: its scripts do. */
const ioOf = (root: string): Io => ({
  cwd: root,
  env: {},
  reader: fileReader,
  writer: fileWriter,
  git: gitReader,
  stdout: () => undefined,
  stderr: () => undefined,
  input: async () => new Uint8Array(),
  terminal: false,
  columns: 80,
})

const publishedOf = ({ cwd, reader }: Io): Published =>
  readJson<Published>(reader, cwd, published, { version: null, drills: {} })

const changesOf = ({ cwd, reader }: Io): Changes => readJson<Changes>(reader, cwd, changes, [])

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

/** Whether a release stopped between raising its version and recording it. */
export function isUnrecorded(root: string): boolean {
  const io = ioOf(root)
  const { version } = publishedOf(io)
  return version !== null && version !== versionOf(root, io)
}

/**
 * Writes the version that `package.json` now holds into the history, and the changelog anew. Called by the version
 * script only.
 */
export function recordRelease(root: string): string {
  checkRelease(root)
  const io = ioOf(root)
  const write = (file: string, text: string): void => io.writer.writeText(path.join(root, file), text)
  const version = versionOf(root, io)
  const before = publishedOf(io)
  if (before.version === version) return version
  const after = recordVersion(before, changesOf(io), version, fromWorkingTree(io))
  write(changes, json(after.changes))
  write('CHANGELOG.md', changelog(after.changes, after.published, repository))
  // Last, because it marks the version as recorded: until then a failed run can be repeated.
  write(published, json(after.published))
  return version
}

/** The notes of a released version, as Markdown. Only the newest version has links to its drills. */
export function releaseNotes(root: string, version: string): string {
  const io = ioOf(root)
  const found = changesOf(io).find((entry) => entry.version === version)
  if (!found) throw new Error(`history/changes.json has no version ${version}`)
  const known = publishedOf(io)
  return versionNotes(
    found,
    known.version === version ? linksAt(repository, version, known) : () => undefined,
  )
}
