import type { Diagnostic, Severity, Summary } from '../model/diagnostic.ts'

/** What people are shown: findings, the lines they stand in, and how much room there is. */
export interface TextInput {
  readonly diagnostics: readonly Diagnostic[]
  readonly summary: Summary
  /** The text of a line of a file, for showing it; undefined where there is none. */
  readonly lineOf: (file: string, line: number) => string | undefined
  /** A path for people; from the root of the corpus when left out. Data formats always use the path from the root. */
  readonly pathOf?: (file: string) => string
  readonly color: boolean
  /** Width of the terminal in columns. */
  readonly columns: number
}

/** A rule as formats describe it that list all of them. */
export interface RuleInfo {
  readonly id: string
  /** What it finds, in one line. */
  readonly description: string
  readonly severity: Severity
  /** Its page. */
  readonly url: string
}

/** Everything that a format may print. */
export interface ReportInput extends TextInput {
  /** The files that were linted, with and without findings, in order. */
  readonly files: readonly string[]
  readonly rules: readonly RuleInfo[]
  /** A path as the forge knows the file: from the root of the repository, which may be above that of the corpus. */
  readonly repositoryPath: (file: string) => string
  /** Whether a finding is on changed lines; never when there is no change to compare with. */
  readonly isChanged: (diagnostic: Diagnostic) => boolean
}

/** A printer of findings: data in, text out. */
export type Report = (input: ReportInput) => string
