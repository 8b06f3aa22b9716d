import path from 'node:path'
import { changesetSummary } from '../contract/change-formats.ts'
import {
  type Changeset,
  ChangesetError,
  changesetFolder,
  changesetText,
  exceptionLines,
  isChangesetName,
  readChangeset,
} from '../contract/changeset.ts'
import { checkBump, neededBump } from '../contract/check-bump.ts'
import { comparePackages } from '../contract/compare-packages.ts'
import { fromCommit } from '../contract/from-commit.ts'
import { fromWorkingTree } from '../contract/from-working-tree.ts'
import { bumpOf, type PackageChange } from '../contract/package-change.ts'
import { branchPoint } from '../io/branch-point.ts'
import type { Command, Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { writeError } from '../io/write-error.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { identityOf } from '../package/identity/identity-of.ts'
import { printable } from '../report/printable.ts'
import { digest } from '../text/digest.ts'
import { count } from '../text/grammar.ts'
import { quote } from '../text/quote.ts'
import { readArguments } from './flags/read-arguments.ts'

const options = {
  check: { type: 'boolean', default: false },
  since: { type: 'string' },
} as const

const help = `Usage: drills changeset [flags]

Writes the changeset of the content changes since the branch began: the bump
that they need and a summary. Changes that don't reach apps need none.

  --check        write nothing; fail when the declared bump is too small
  --since <ref>  where the branch began (origin/main, or main)

A change that is meant to need no larger bump gets a line in the body of the
changeset, with its reason; * stands for changes of no drill:

  exception: <drill> <field>: why it is harmless

Exit codes: 0 written or large enough, 1 too small or an unused exception,
2 wrong usage, 3 an internal error.
`

const folder = changesetFolder

function textOf(root: string, file: string, { reader }: Io): string {
  const text = reader.readText(path.join(root, file))
  if (text === undefined) throw new UsageError(`can’t read ${quote(file, 200)}; expected a changeset`)
  return text
}

/** Changesets that are new or changed since a commit. */
function changesetsSince(root: string, base: string, packageName: string, io: Io): Changeset[] {
  const names = io.reader.list(path.join(root, folder)).filter(isChangesetName)
  return names.flatMap((name) => {
    const file = `${folder}/${name}`
    const text = textOf(root, file, io)
    return io.git.text(root, base, file) === text ? [] : [readChangeset(file, text, packageName)]
  })
}

function check(changes: readonly PackageChange[], changesets: readonly Changeset[], io: Io): number {
  const { declared, forcing, unusedExceptions } = checkBump(changes, changesets)
  const needed = bumpOf(changes)
  for (const { drill = '*', field, kind, bump, reason } of forcing)
    io.stdout(`${printable(`${bump} is forced by ${drill} ${field} (${kind}: ${reason})`)}\n`)
  for (const { file, drill, field } of unusedExceptions)
    io.stdout(`${printable(`${file}: the exception for ${drill} ${field} covers nothing; remove it`)}\n`)
  if (forcing.length > 0) {
    io.stderr(
      `drills: the declared bump is ${declared}, the content changes need ${bumpOf(forcing)}; run \`drills changeset\`, or write \`exception: <drill> <field>: <reason>\` in the changeset\n`,
    )
  } else if (unusedExceptions.length === 0)
    io.stderr(`drills: the declared bump (${declared}) is large enough for the content changes (${needed})\n`)
  return forcing.length + unusedExceptions.length > 0 ? 1 : 0
}

/** The changeset that an earlier run of this command wrote on the branch. */
const writtenBefore = (root: string, base: string, { git, reader }: Io): string | undefined =>
  reader
    .list(path.join(root, folder))
    .find(
      (name) =>
        /^content-[0-9a-f]{8}\.md$/.test(name) && git.text(root, base, `${folder}/${name}`) === undefined,
    )

function write(
  root: string,
  base: string,
  packageName: string,
  changes: readonly PackageChange[],
  io: Io,
): number {
  if (changes.length === 0) {
    io.stderr('drills: no change reaches apps: no changeset needed\n')
    return 0
  }
  if (io.reader.exists(path.join(root, folder)) !== 'folder')
    throw new UsageError('no folder `.changeset` here; `npx @changesets/cli@2 init` makes one')
  const summary = changesetSummary(changes)
  const written = writtenBefore(root, base, io)
  const name = written ?? `content-${digest(summary, 'hex').slice(0, 8)}.md`
  // People write the exceptions: they outlive a new list of changes, and keep their effect.
  const before = written === undefined ? '' : textOf(root, `${folder}/${written}`, io)
  const bump = neededBump(
    changes,
    before === '' ? [] : readChangeset(`${folder}/${name}`, before, packageName).exceptions,
  )
  const body = [summary, ...exceptionLines(before)].join('\n')
  try {
    io.writer.writeText(path.join(root, folder, name), changesetText(packageName, bump, body))
  } catch (error) {
    throw writeError(error, quote(`${folder}/${name}`, 200))
  }
  io.stdout(`${folder}/${name}\n`)
  io.stderr(`drills: wrote a ${bump} changeset of ${count(changes.length, 'change')}\n`)
  return 0
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, 'changeset')
  if (positionals.length > 0)
    throw new UsageError('`drills changeset` takes no paths; see `drills changeset --help`')
  const { root } = openWorkspace(io)
  const branches = values.since === undefined ? ['origin/main', 'main'] : [values.since]
  const { commit: base, branch } = branchPoint(io.git, root, branches, {
    asker: 'drills changeset',
    remedy: 'name the branch with `--since <ref>`',
  })
  const changes = comparePackages(fromCommit(root, base, branch, io), fromWorkingTree(io))
  const { name: packageName } = identityOf(root, io)
  try {
    return values.check
      ? check(changes, changesetsSince(root, base, packageName, io), io)
      : write(root, base, packageName, changes, io)
  } catch (error) {
    if (error instanceof ChangesetError) throw new UsageError(error.message)
    throw error
  }
}

export const command: Command = { help, run }
