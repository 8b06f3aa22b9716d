import type { Diagnostic, Summary } from '../diagnostic.ts'

export interface ReportInput {
  readonly diagnostics: readonly Diagnostic[]
  readonly summary: Summary
  /** The text of a line of a file, for showing it; undefined where there is none. */
  readonly lineOf: (file: string, line: number) => string | undefined
  /** A path as it is shown to a person; from the root of the corpus when left out. Data keeps the path from the root. */
  readonly pathOf?: (file: string) => string
  readonly color: boolean
  /** Width of the terminal in columns. */
  readonly columns: number
}

/** A printer of findings: data in, text out. */
export type Report = (input: ReportInput) => string
