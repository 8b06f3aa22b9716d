import { parseDocument } from 'yaml'
import { printable } from '../report/printable.ts'
import { quote } from '../text/quote.ts'
import { type Bump, bumps } from './bump-levels.ts'
import { isSummaryLine } from './change-formats.ts'

/** An intentional exception, written in the body of a changeset. */
export interface ChangesetException {
  readonly drill: string
  readonly field: string
  readonly reason: string
}

/** A changeset in `.changeset/`. */
export interface Changeset {
  readonly file: string
  readonly bump: Bump
  readonly exceptions: readonly ChangesetException[]
  /** What people wrote in it: plain text in lines, without exceptions and without the list of changes. */
  readonly note: string
}

/** A changeset that can’t be read. */
export class ChangesetError extends Error {}

/** Where changesets are, from the root of the repository. */
export const changesetFolder = '.changeset'

/** Whether a file of the folder is one. */
export const isChangesetName = (name: string): boolean => name.endsWith('.md') && name !== 'README.md'

/** A line that is meant as an exception, also as an item of a list. */
const exceptionLine = /^[ \t]*(?:[-*+][ \t]+)?(exception:.*)$/gim

/** `exception: <drill or *> <field>: <reason>`. */
const exception = /^exception:[ \t]*(\S+)[ \t]+(\S+):(?:[ \t]+(.*))?$/i

/** The exceptions in the text of a changeset, as they are written. */
export const exceptionLines = (text: string): string[] =>
  Array.from(text.matchAll(exceptionLine), ([, line = '']) => line.trim())

const isBump = (word: unknown): word is Bump => (bumps as readonly unknown[]).includes(word)

/** The bump of a package, which others may stand beside, as in a repository of several. */
function readBump(file: string, matter: string, packageName: string): Bump {
  const document = parseDocument(matter, { schema: 'core', stringKeys: true })
  const data: unknown = document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) ?? {})
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new ChangesetError(
      `\`${file}\` has front matter that is not a list of packages, expected \`"${packageName}": minor\``,
    )
  const declared = new Map<string, unknown>(Object.entries(data))
  for (const [name, value] of declared)
    if (name !== packageName && !(declared.has(packageName) && isBump(value)))
      throw new ChangesetError(
        `\`${file}\` names the package ${quote(name)}, expected only \`${packageName}\`; exceptions belong in the body`,
      )
  const bump = declared.size === 0 ? 'none' : declared.get(packageName)
  if (!isBump(bump))
    throw new ChangesetError(
      `\`${file}\` has the bump ${quote(String(bump))}, expected \`major\`, \`minor\`, \`patch\` or \`none\``,
    )
  return bump
}

function readException(file: string, line: string): ChangesetException {
  const [, drill, field, reason = ''] = exception.exec(line) ?? []
  if (drill === undefined || field === undefined)
    throw new ChangesetError(
      `\`${file}\` has the line ${quote(line, 100)}, expected \`exception: <drill or *> <field>: <reason>\``,
    )
  if (reason.trim() === '')
    throw new ChangesetError(
      `\`${file}\` has an exception for ${quote(`${drill} ${field}`, 200)} without a reason, expected it after the field: \`${field}: why\``,
    )
  return { drill, field, reason: reason.trim() }
}

const noteIn = (body: string): string =>
  body
    .replace(exceptionLine, '')
    .split(/\r?\n/)
    .filter((line) => !isSummaryLine(line.trimEnd()))
    .map((line) => printable(line.replaceAll('\t', '  ').trimEnd()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/**
 * Front matter and body, as @changesets/parse takes them: whatever stands before the first dashes, such as a byte order
 * mark or a comment, is skipped.
 */
function divide(text: string): { readonly matter: string; readonly body: string } | undefined {
  const dashes = text.indexOf('---')
  const behind = dashes === -1 ? '' : text.slice(dashes + 3)
  const [, matter, body] = /^(.*?)\n[^\S\n]*---([^\S\n]*(?:\n.*)?)$/s.exec(behind) ?? []
  // YAML takes the carriage return of a last line without its line feed for text.
  return matter === undefined || body === undefined ? undefined : { matter: `${matter}\n`, body }
}

/**
 * Reads one changeset of a package.
 * @throws ChangesetError naming the file and what to write instead
 */
export function readChangeset(file: string, text: string, packageName: string): Changeset {
  const parts = divide(text)
  if (!parts)
    throw new ChangesetError(
      `\`${file}\` has no front matter, expected \`"${packageName}": minor\` between two lines \`---\``,
    )
  const { matter, body } = parts
  return {
    file,
    bump: readBump(file, matter, packageName),
    exceptions: exceptionLines(body).map((line) => readException(file, line)),
    note: noteIn(body),
  }
}

/** The text of a new changeset of a package. */
export function changesetText(packageName: string, bump: Bump, summary: string): string {
  return `---\n"${packageName}": ${bump}\n---\n\n${summary.trim()}\n`
}
