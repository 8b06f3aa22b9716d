import path from 'node:path'
import type { Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import { writeText } from '../io/write-text.ts'
import { fromRoot } from '../lint/select.ts'
import type { Workspace } from '../lint/workspace.ts'
import { quote } from '../text/quote.ts'

/** What is wrong with the name that was given, rather than with this machine. */
export const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'no permission',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'it is a link that leads back to itself',
}

/**
 * Writes a report to the file that `--output` names.
 * @throws UsageError for a name that can't be written to, or that of a drill
 */
export function save(name: string, text: string, workspace: Workspace, io: Io): void {
  const file = fromRoot(name, workspace, io)
  if (workspace.sources.some((source) => source.file === file))
    throw new UsageError(
      `\`--output\` would overwrite ${quote(name, 200)}; expected a file outside \`drills/\``,
    )
  try {
    writeText(path.resolve(io.cwd, name), text)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined
    if (reason === undefined) throw error
    throw new UsageError(`can’t write \`--output\` ${quote(name, 200)}: ${reason}`)
  }
}
