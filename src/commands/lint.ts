import type { Command, Io } from '../command.ts'
import { exitCode } from '../diagnostic.ts'
import { reports } from '../report/index.ts'
import { count, quote } from '../words.ts'
import { isBase } from './changed.ts'
import { openWorkspace } from './corpus.ts'
import { type LintFlags, lintHelp, readLintFlags } from './lint-flags.ts'
import { lintPass, type Pass } from './lint-pass.ts'
import { reportInput } from './lint-report.ts'
import { save } from './save.ts'
import { appendStepSummary } from './step-summary.ts'
import { watch } from './watch.ts'

/** Whether a change has left out everything that was asked for. */
const nothingChanged = ({ change, files, diagnostics }: Pass): boolean =>
  change !== undefined && !change.reachesCorpus && files.length === 0 && diagnostics.length === 0

async function print(pass: Pass, flags: LintFlags, io: Io): Promise<void> {
  const { format, output } = flags
  const input = await reportInput(pass, flags, io)
  const printed = reports[format](input)
  if (output === undefined) io.out(printed)
  else save(output, printed, pass.workspace, io)
  const annotated = format === 'text' && output === undefined && io.env['GITHUB_ACTIONS'] === 'true'
  if (annotated) io.out(reports.github(input))
  if (annotated || format === 'github') appendStepSummary(input, io)
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const flags = readLintFlags(args, isBase(io))
  const workspace = openWorkspace(io)
  if (flags.watch) {
    const { root } = workspace
    const again = async (): Promise<string> => {
      const pass = await lintPass(flags, { root, sources: io.reader.readCorpus(root) }, io)
      return reports.text(await reportInput(pass, flags, io))
    }
    return watch(root, again, io)
  }
  const pass = await (flags.fix === undefined
    ? lintPass(flags, workspace, io)
    : (await import('./fix-pass.ts')).fixPass(flags, workspace, io))
  const { summary, change } = pass
  const { maxWarnings } = flags
  const idle = nothingChanged(pass)
  if (idle && change) io.talk(`drills: nothing to lint has changed since ${quote(change.shown, 200)}\n`)
  if (flags.fix !== 'show' && (!idle || flags.format !== 'text' || flags.output !== undefined))
    await print(pass, flags, io)
  if (maxWarnings !== undefined && summary.warnings > maxWarnings)
    io.talk(
      `drills: ${count(summary.warnings, 'warning')}, more than \`--max-warnings ${maxWarnings}\` allows\n`,
    )
  return exitCode(summary, maxWarnings)
}

export const lintCommand: Command = { summary: 'lint drills', help: lintHelp, run }
