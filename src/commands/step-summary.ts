import type { Io } from '../io/io.ts'
import { appendText } from '../io/write-text.ts'
import { printable } from '../report/printable.ts'
import type { ReportInput } from '../report/report.ts'
import { stepSummary } from '../report/summary.ts'

/** GitHub takes a summary of 1 MiB; one that is larger is not shown at all. */
const most = 900_000

/** Adds the findings to the summary of the step, where a runner asks for one. A verdict is not lost for its sake. */
export function appendStepSummary(input: ReportInput, { env, reader, stderr }: Io): void {
  const file = env['GITHUB_STEP_SUMMARY']
  if (!file) return
  const written = reader.readBytes(file)?.length ?? 0
  try {
    appendText(file, stepSummary(input, most - written))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    stderr(`drills: can’t write the summary of the step: ${printable(reason)}\n`)
  }
}
