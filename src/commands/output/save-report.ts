import path from 'node:path'
import type { Io } from '../../io/io.ts'
import { UsageError } from '../../io/usage-error.ts'
import { writeError } from '../../io/write-error.ts'
import { fromRoot } from '../../lint/select.ts'
import type { Workspace } from '../../lint/workspace.ts'
import { quote } from '../../text/quote.ts'

/**
 * Writes a report to the file that `--output` names.
 * @throws UsageError for a name that can't be written to, or that of a drill
 */
export function saveReport(name: string, text: string, workspace: Workspace, io: Io): void {
  const file = fromRoot(name, workspace, io)
  if (workspace.sources.some((source) => source.file === file))
    throw new UsageError(
      `\`--output\` would overwrite ${quote(name, 200)}; expected a file outside \`drills/\``,
    )
  try {
    io.writer.writeText(path.resolve(io.cwd, name), text)
  } catch (error) {
    throw writeError(error, `\`--output\` ${quote(name, 200)}`)
  }
}
