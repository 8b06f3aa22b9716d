import path from 'node:path'
import type { Io } from './command.ts'
import { versionOf } from './commands/compile.ts'
import { fromWorkingTree } from './commands/package-source.ts'
import { changelog, linksAt, versionNotes } from './contract/changelog.ts'
import { type Published, recordVersion } from './contract/history.ts'
import type { Changes } from './generated/published/changes.ts'
import { repository } from './project.ts'
import { fileReader } from './read.ts'
import { writeText } from './write.ts'

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

const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`

/**
 * Writes the version that `package.json` now holds into the history, and the changelog anew. Called by the version
 * script only.
 */
export function recordRelease(root: string): string {
  const io = ioOf(root)
  const version = versionOf(root, io)
  const before = read<Published>(root, published, { version: null, drills: {} })
  if (before.version === version) return version
  const after = recordVersion(before, read<Changes>(root, changes, []), version, fromWorkingTree(io))
  writeText(path.join(root, published), json(after.published))
  writeText(path.join(root, changes), json(after.changes))
  writeText(path.join(root, 'CHANGELOG.md'), changelog(after.changes, after.published, repository))
  return version
}

/** The notes of a released version, as Markdown. */
export function releaseNotes(root: string, version: string): string {
  const found = read<Changes>(root, changes, []).find((entry) => entry.version === version)
  if (!found) throw new Error(`history/changes.json has no version ${version}`)
  return versionNotes(
    found,
    linksAt(repository, version, read<Published>(root, published, { version: null, drills: {} })),
  )
}
