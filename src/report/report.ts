import type { Diagnostic, Summary } from '../diagnostic.ts'

export interface ReportInput {
  readonly diagnostics: readonly Diagnostic[]
  readonly summary: Summary
  /** The text of a line of a file, for showing it; undefined where there is none. */
  readonly lineOf: (file: string, line: number) => string | undefined
  readonly color: boolean
  /** Width of the terminal in columns. */
  readonly columns: number
}

/** A printer of findings: data in, text out. */
export type Report = (input: ReportInput) => string
