import type { Io } from '../../io/io.ts'
import { exitCode } from '../../model/diagnostic.ts'
import { reportFormats } from '../../report/report-formats.ts'
import { count } from '../../text/grammar.ts'
import type { ReportFlags } from '../flags/report-flags.ts'
import type { LintRun } from '../selected-findings.ts'
import { reportInput } from './report-input.ts'
import { saveReport } from './save-report.ts'
import { appendStepSummary } from './step-summary.ts'

/** Prints the report of a pass, or saves it; in GitHub Actions with annotations and a summary. */
export async function printReport(pass: LintRun, flags: ReportFlags, io: Io): Promise<void> {
  const { format, output } = flags
  const input = await reportInput(pass, flags, io)
  const printed = reportFormats[format](input)
  if (output === undefined) io.stdout(printed)
  else saveReport(output, printed, pass.workspace, io)
  const annotated = format === 'text' && output === undefined && io.env['GITHUB_ACTIONS'] === 'true'
  if (annotated) io.stdout(reportFormats.github(input))
  if (annotated || format === 'github') appendStepSummary(input, io)
}

/** The exit code of a pass; prints a message when there are too many warnings. */
export function verdict({ summary }: LintRun, { maxWarnings }: ReportFlags, io: Io): 0 | 1 {
  if (maxWarnings !== undefined && summary.warnings > maxWarnings)
    io.stderr(
      `drills: ${count(summary.warnings, 'warning')}, more than \`--max-warnings ${maxWarnings}\` allows\n`,
    )
  return exitCode(summary, maxWarnings)
}
