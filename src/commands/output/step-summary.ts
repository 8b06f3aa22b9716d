import type { Io } from '../../io/io.ts'
import { printable } from '../../report/printable.ts'
import type { ReportInput } from '../../report/report-types.ts'
import { stepSummary } from '../../report/summary.ts'

/** GitHub shows no summary of more than 1 MiB. */
const maxSummaryBytes = 900_000

/** Adds the findings to the step summary of GitHub Actions. A failure is reported, but changes no exit code. */
export function appendStepSummary(input: ReportInput, { env, reader, writer, stderr }: Io): void {
  const file = env['GITHUB_STEP_SUMMARY']
  if (!file) return
  const written = reader.readBytes(file)?.length ?? 0
  try {
    writer.appendText(file, stepSummary(input, maxSummaryBytes - written))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    stderr(`drills: can’t write the summary of the step: ${printable(reason)}\n`)
  }
}
