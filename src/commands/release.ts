import path from 'node:path'
import { changesSinceRelease } from '../contract/changes-since-release.ts'
import { changesetFolder } from '../contract/changeset.ts'
import { checkBump, forcedBy } from '../contract/check-bump.ts'
import { fromWorkingTree } from '../contract/from-working-tree.ts'
import { notesOf, pendingChangesets, usedChangesets } from '../contract/pending-changesets.ts'
import { recordVersion } from '../contract/record-version.ts'
import { lint } from '../lint/lint.ts'
import { lintInput } from '../lint/lint-input.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { changesFile, publishedFile } from '../model/history.ts'
import { githubPage } from '../package/identity/identity.ts'
import { identityOf } from '../package/identity/identity-of.ts'
import { changelog, linksAt, versionNotes } from '../report/changelog.ts'
import { printable } from '../report/printable.ts'
import { count } from '../text/grammar.ts'
import { checkRecord } from './check-record.ts'
import { historyOf, ioOf } from './release-io.ts'

export { checkRaise } from './check-raise.ts'

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

/**
 * Reads what the pending changesets say of the next version, before they are used up.
 * @returns their texts
 * @throws Error when one can't be read, when together they declare less than the changes need, or when the history was
 * set back
 */
export function checkChangesets(root: string): readonly string[] {
  const io = ioOf(root)
  const changesets = pendingChangesets(root, io)
  const { last } = historyOf(io)
  checkRecord(root, last, io)
  const { declared, forcing } =
    changesets.length === 0
      ? { declared: 'none', forcing: [] }
      : checkBump(changesSinceRelease(root, last, io), changesets)
  const [first] = forcing
  if (first) {
    const { drill = '*', field } = first
    throw new Error(
      `the changesets declare ${declared}, but ${forcedBy(first, forcing)}; raise one in ${changesetFolder}/, or write \`exception: ${drill} ${field}: <reason>\` into it`,
    )
  }
  return notesOf(changesets)
}

/** What went wrong, on one line of a log, whatever words of authors it holds. */
export const errorLine = (error: unknown): string =>
  `Error: ${printable(error instanceof Error ? error.message : String(error))}`

/** Whether a release stopped between raising its version and recording it. */
export function isUnrecorded(root: string): boolean {
  const io = ioOf(root)
  const { version } = historyOf(io).last
  return version !== null && version !== identityOf(root, io).version
}

/**
 * Records the version of `package.json` in the history, and writes the changelog. Called by the version script only.
 * @param notes what people wrote of it
 */
export function recordRelease(root: string, notes: readonly string[] = []): string {
  checkRelease(root)
  const io = ioOf(root)
  // A release that was broken off has used its changesets up already.
  const all = notes.length > 0 ? notes : notesOf(usedChangesets(root, io))
  const write = (file: string, text: string): void => io.writer.replaceFile(path.join(root, file), text)
  const identity = identityOf(root, io)
  const { version } = identity
  const { last, changes } = historyOf(io)
  if (last.version === version) return version
  const after = recordVersion(last, changes, version, fromWorkingTree(io), all)
  write(changesFile, json(after.changes))
  write('CHANGELOG.md', changelog(after.changes, linksAt(githubPage(identity), version, after.snapshot)))
  // Last, because it marks the version as recorded: a run that fails before can be repeated.
  write(publishedFile, json(after.snapshot))
  return version
}

/** The notes of a released version, as Markdown. Only the newest version has links to its drills. */
export function releaseNotes(root: string, version: string): string {
  const io = ioOf(root)
  const { last, changes } = historyOf(io)
  const found = changes.find((entry) => entry.version === version)
  if (!found) throw new Error(`${changesFile} has no version ${version}`)
  const page = last.version === version ? githubPage(identityOf(root, io)) : undefined
  return versionNotes(found, linksAt(page, version, last))
}
