import path from 'node:path'
import type { Io } from '../io/io.ts'
import { identityOf } from '../package/identity/identity-of.ts'
import { type Changeset, changesetFolder, isChangesetName, readChangeset } from './changeset.ts'

/** The changesets that the next version uses up. */
export function pendingChangesets(root: string, { reader }: Io): Changeset[] {
  const { name: packageName } = identityOf(root, { reader })
  return reader
    .list(path.join(root, changesetFolder))
    .filter(isChangesetName)
    .map((name) => {
      const file = `${changesetFolder}/${name}`
      return readChangeset(file, reader.readText(path.join(root, file)) ?? '', packageName)
    })
}

/** Those that were used up since the last commit. */
export function usedChangesets(root: string, { git, reader }: Io): Changeset[] {
  const { name: packageName } = identityOf(root, { reader })
  const pending = new Set(reader.list(path.join(root, changesetFolder)))
  return git.list(root, 'HEAD', changesetFolder).flatMap((file) => {
    const name = path.posix.basename(file)
    const text = isChangesetName(name) && !pending.has(name) ? git.text(root, 'HEAD', file) : undefined
    return text === undefined ? [] : [readChangeset(file, text, packageName)]
  })
}

/** What people wrote in changesets. */
export const notesOf = (changesets: readonly Changeset[]): string[] =>
  changesets.flatMap(({ note }) => (note === '' ? [] : [note]))
