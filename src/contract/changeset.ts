import { parseDocument } from 'yaml'
import { quote } from '../text/quote.ts'
import { type Bump, bumpOf, bumps, type Change, larger } from './package-change.ts'

/** An intentional exception, written in the body of a changeset. */
export interface ChangesetException {
  readonly drill: string
  readonly field: string
  readonly reason: string
}

/** A changeset as it stands in `.changeset/`. */
export interface Changeset {
  readonly file: string
  readonly bump: Bump
  readonly exceptions: readonly ChangesetException[]
}

/** A changeset that can't be read. */
export class ChangesetError extends Error {}

const packageName = 'audio-text-drills'

/** Lines that are meant as an exception, also as an item of a list. */
const exceptionLine = /^[ \t]*(?:[-*+][ \t]+)?(exception:.*)$/gim

/** `exception: <drill or *> <field>: <reason>`. */
const exception = /^exception:[ \t]*(\S+)[ \t]+(\S+):(?:[ \t]+(.*))?$/i

/** The lines of a changeset that are exceptions, as they stand there. */
export const exceptionLines = (text: string): string[] =>
  Array.from(text.matchAll(exceptionLine), ([, line = '']) => line.trim())

const isBump = (word: unknown): word is Bump => (bumps as readonly unknown[]).includes(word)

/**
 * Reads one changeset.
 * @throws ChangesetError naming the file and what to write instead
 */
export function readChangeset(file: string, text: string): Changeset {
  const match = /^---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|$)(.*)$/ms.exec(text)
  if (!match)
    throw new ChangesetError(
      `\`${file}\` has no front matter, expected \`"${packageName}": minor\` between two lines \`---\``,
    )
  const document = parseDocument(match[1] ?? '', { schema: 'core', stringKeys: true })
  const data: unknown = document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) ?? {})
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new ChangesetError(
      `\`${file}\` has front matter that is no list of packages, expected \`"${packageName}": minor\``,
    )
  let bump: Bump = 'none'
  for (const [name, value] of Object.entries(data)) {
    if (name !== packageName)
      throw new ChangesetError(
        `\`${file}\` names the package ${quote(name)}, expected only \`${packageName}\`; exceptions belong in the body`,
      )
    if (!isBump(value))
      throw new ChangesetError(
        `\`${file}\` has the bump ${quote(String(value))}, expected \`major\`, \`minor\`, \`patch\` or \`none\``,
      )
    bump = value
  }
  const exceptions = exceptionLines(match[2] ?? '').map((line) => {
    const [, drill, field, reason = ''] = exception.exec(line) ?? []
    if (drill === undefined || field === undefined)
      throw new ChangesetError(
        `\`${file}\` has the line ${quote(line, 100)}, expected \`exception: <drill or *> <field>: <reason>\``,
      )
    if (reason.trim() === '')
      throw new ChangesetError(
        `\`${file}\` has an exception of ${quote(`${drill} ${field}`, 200)} without a reason, expected it after the field: \`${field}: why\``,
      )
    return { drill, field, reason: reason.trim() }
  })
  return { file, bump, exceptions }
}

/** What is wrong with the declared bump. */
export interface BumpCheck {
  readonly declared: Bump
  /** Changes that force a larger bump and that no exception covers. */
  readonly forcing: readonly Change[]
  readonly unused: readonly (ChangesetException & { readonly file: string })[]
}

const covers = ({ drill, field }: ChangesetException, change: Change): boolean =>
  (change.drill ?? '*') === drill && change.field === field

/** Holds the changesets of a branch against the changes of its content. */
export function checkBump(changes: readonly Change[], changesets: readonly Changeset[]): BumpCheck {
  const declared = changesets.reduce<Bump>((bump, changeset) => larger(bump, changeset.bump), 'none')
  const forcing = changes.filter((change) => larger(declared, change.bump) !== declared)
  const exceptions = changesets.flatMap(({ file, exceptions: own }) =>
    own.map((exception) => ({ ...exception, file })),
  )
  return {
    declared,
    forcing: forcing.filter((change) => !exceptions.some((exception) => covers(exception, change))),
    unused: exceptions.filter((exception) => !forcing.some((change) => covers(exception, change))),
  }
}

/** The bump that changes need, apart from those that an exception covers. */
export const neededBump = (changes: readonly Change[], exceptions: readonly ChangesetException[]): Bump =>
  bumpOf(changes.filter((change) => !exceptions.some((each) => covers(each, change))))

/** The text of a new changeset. */
export function changesetText(bump: Bump, summary: string): string {
  return `---\n"${packageName}": ${bump}\n---\n\n${summary.trim()}\n`
}
