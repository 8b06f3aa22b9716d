import { type Diagnostic, summarize } from '../../src/model/diagnostic.ts'
import type { ReportInput } from '../../src/report/report-types.ts'

/** A finding to vary. */
export const found: Diagnostic = {
  file: 'drills/rounds/a.md',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 6,
  severity: 'error',
  rule: 'points',
  message: 'Unexpected word `one`, expected another',
  url: 'https://example.org/points.md',
}

/** What a report gets in a corpus of three files, each with the same four lines. */
export function reportInput(
  diagnostics: readonly Diagnostic[],
  input: Partial<ReportInput> = {},
): ReportInput {
  const lines = ['first', '- one two', '', 'last']
  return {
    diagnostics,
    summary: summarize(diagnostics, 3),
    lineOf: (_, line) => lines[line - 1],
    color: false,
    columns: 80,
    files: ['drills/practice-loop.md', 'drills/rounds/a.md', 'drills/rubric.md'],
    rules: [
      {
        id: 'points',
        description: 'a point missing',
        severity: 'error',
        url: 'https://example.org/points.md',
      },
      {
        id: 'answer-length',
        description: 'a long answer',
        severity: 'warning',
        url: 'https://example.org/answer-length.md',
      },
    ],
    repositoryPath: (file) => file,
    isChanged: () => false,
    ...input,
  }
}
