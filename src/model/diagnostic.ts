import { compareText } from '../text/compare-text.ts'
import type { Place, Span } from '../text/place.ts'

/** Replace the text of a span. */
export interface Edit extends Span {
  readonly text: string
}

export interface Related extends Place {
  readonly file: string
  readonly message: string
}

export type Severity = 'error' | 'warning'

/** One finding of any stage. Plain data, safe to print as JSON. */
export interface Diagnostic extends Place {
  readonly file: string
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  readonly url: string
  readonly expected?: readonly string[]
  readonly related?: readonly Related[]
  readonly fix?: readonly Edit[]
}

/** What a stage or a rule says about one file; the engine turns it into a diagnostic. */
export interface Finding {
  readonly at: Span
  readonly message: string
  /** Only where a rule reports what it accepts all the same. */
  readonly severity?: 'warning'
  readonly expected?: readonly string[]
  readonly related?: readonly { readonly at: Span; readonly message: string }[]
  readonly fix?: readonly Edit[]
}

/** What a rule says about the whole corpus. */
export interface CorpusFinding {
  readonly file: string
  readonly place: Place
  readonly message: string
  /** Only where a rule reports what it accepts all the same. */
  readonly severity?: 'warning'
  readonly expected?: readonly string[]
  readonly related?: readonly Related[]
}

/** The rules whose findings come from a stage of the pipeline rather than from a rule's own function. */
export type StageRule = 'read' | 'encoding' | 'front-matter' | 'schema' | 'plain-markdown' | 'literal-markup'

export interface StageFinding extends Finding {
  readonly rule: StageRule
}

export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
}

/** The order of all output: file, line, column, rule, then message, by code units and never by locale. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  )
}

/** Counts findings by severity. */
export function summarize(diagnostics: readonly Diagnostic[], files: number): Summary {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return { files, errors, warnings: diagnostics.length - errors }
}

/**
 * 0 when clean, 1 with an error or more warnings than allowed.
 * @param maxWarnings most warnings that still count as clean; no limit when left out
 */
export function exitCode(summary: Summary, maxWarnings: number = Number.POSITIVE_INFINITY): 0 | 1 {
  return summary.errors > 0 || summary.warnings > maxWarnings ? 1 : 0
}
