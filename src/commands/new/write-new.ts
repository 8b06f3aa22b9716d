import path from 'node:path'
import type { Io } from '../../io/io.ts'
import { UsageError } from '../../io/usage-error.ts'
import { writeError } from '../../io/write-error.ts'
import { lint } from '../../lint/lint.ts'
import type { LintInput } from '../../lint/lint-input.ts'
import { fromHere } from '../../lint/select.ts'
import type { Workspace } from '../../lint/workspace.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { byFile } from '../../text/compare-text.ts'
import { quote } from '../../text/quote.ts'

/** What was written: its path from the working directory, and what the linter says of it. */
interface Written {
  readonly shown: string
  readonly findings: readonly Diagnostic[]
}

/** The findings of a file before it is written. */
function findingsOf(file: string, text: string, input: LintInput): readonly Diagnostic[] {
  const sources = [...input.sources, { file, bytes: new TextEncoder().encode(text) }]
  sources.sort(byFile)
  return lint({ ...input, sources }, () => undefined).diagnostics.filter((found) => found.file === file)
}

/** Refuses a title that the linter would report. What the file as a whole lacks is reported there too, as a warning. */
function refuseTitle(text: string, findings: readonly Diagnostic[]): void {
  const line = text.split('\n').findIndex((each) => each.startsWith('# ')) + 1
  const found = findings.find(
    (each) => each.line === line && each.rule !== 'placeholder' && each.severity === 'error',
  )
  if (found) throw new UsageError(`the title can’t be written. ${found.message}`)
}

/**
 * Writes a new file of the corpus and prints its path.
 * @throws UsageError for a title that the linter would report, and where nothing can be written
 */
export function writeNew(
  file: string,
  text: string,
  { workspace, input }: { readonly workspace: Workspace; readonly input: LintInput },
  io: Io,
): Written {
  const absolute = path.join(workspace.root, file)
  const shown = fromHere(file, workspace, io)
  // Through a link the file would end up outside the corpus.
  if (io.reader.realPath(path.dirname(absolute)) !== path.dirname(absolute))
    throw new UsageError(`can’t write ${quote(shown, 200)}: its folder is a link`)
  const findings = findingsOf(file, text, input)
  refuseTitle(text, findings)
  try {
    io.writer.createText(absolute, text)
  } catch (error) {
    throw writeError(error, quote(shown, 200))
  }
  io.stdout(`${shown}\n`)
  return { shown, findings }
}
