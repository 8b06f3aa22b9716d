import type { Command, Io } from '../io/io.ts'
import { isBase } from '../lint/changed.ts'
import { openWorkspace, readWorkspace } from '../lint/workspace.ts'
import { reportFormats } from '../report/report-formats.ts'
import { quote } from '../text/quote.ts'
import { lintHelp, readLintFlags } from './flags/lint-flags.ts'
import { printReport, verdict } from './output/print-report.ts'
import { reportInput } from './output/report-input.ts'
import { watch } from './output/watch.ts'
import { type LintRun, selectedFindings } from './selected-findings.ts'

/** Whether nothing that was selected has changed. */
const nothingChanged = ({ change, files, diagnostics }: LintRun): boolean =>
  change !== undefined && !change.reachesCorpus && files.length === 0 && diagnostics.length === 0

async function run(args: readonly string[], io: Io): Promise<number> {
  const flags = readLintFlags(args, isBase(io))
  const workspace = openWorkspace(io)
  if (flags.shard) {
    const { writeFacts } = await import('./write-facts.ts')
    writeFacts(flags.shard, flags.output, workspace, io)
    return 0
  }
  if (flags.watch) {
    const { root } = workspace
    const again = async (): Promise<string> => {
      const pass = await selectedFindings(flags, readWorkspace(root, io.reader), io)
      return reportFormats.text(await reportInput(pass, flags, io))
    }
    return watch(root, again, io)
  }
  const pass = await (flags.fix === undefined
    ? selectedFindings(flags, workspace, io)
    : (await import('./fix-files.ts')).fixFiles(flags, workspace, io))
  const { change } = pass
  const idle = nothingChanged(pass)
  if (idle && change) io.stderr(`drills: nothing to lint has changed since ${quote(change.shown, 200)}\n`)
  if (flags.fix !== 'show' && (!idle || flags.format !== 'text' || flags.output !== undefined))
    await printReport(pass, flags, io)
  return verdict(pass, flags, io)
}

export const command: Command = { help: lintHelp, run }
