import type { Io } from '../../io/io.ts'
import { load } from '../../io/source.ts'
import { fromHere } from '../../lint/select.ts'
import type { Workspace } from '../../lint/workspace.ts'
import type { ReportInput } from '../../report/report-types.ts'

/** What a report needs of the files and the terminal. */
export function textView(
  workspace: Workspace,
  io: Io,
  plain: boolean,
): Pick<ReportInput, 'lineOf' | 'pathOf' | 'color' | 'columns'> {
  const { env, terminal, columns } = io
  const sources = new Map(workspace.sources.map((source) => [source.file, source]))
  const lines = new Map<string, string[]>()
  const linesOf = (file: string): string[] | undefined => {
    const known = lines.get(file)
    const source = sources.get(file)
    if (known || !source) return known
    const loaded = load(source)
    if (!('bytes' in loaded)) return undefined
    const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(loaded.bytes).split(/\r\n|\n|\r/)
    lines.set(file, read)
    return read
  }
  return {
    lineOf: (file, line) => linesOf(file)?.[line - 1],
    pathOf: (file) => fromHere(file, workspace, io),
    color: !plain && terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    columns: Math.max(40, columns),
  }
}
