import type { Source } from '../io/source.ts'
import type { Diagnostic, Finding, Severity, StageFinding } from '../model/diagnostic.ts'
import type { SourceText } from '../model/document.ts'
import { conflicts } from '../parse/conflicts.ts'
import { decode, notText, tooLarge } from '../parse/encoding.ts'
import { allowsFastPath, parseFast } from '../parse/fast-path.ts'
import { type ParseMarkdown, parseMarkdown } from '../parse/markdown.ts'
import { locator } from '../text/locator.ts'
import type { FileResult, ModelResult } from './file-result.ts'
import { makeDiagnostic } from './make-diagnostic.ts'

/** A finding with the rule that it belongs to. */
export interface Raised {
  readonly rule: string
  readonly severity: Severity
  readonly finding: Finding
}

export const raiseStage = (finding: StageFinding): Raised => ({
  rule: finding.rule,
  severity: 'error',
  finding,
})

/** Findings of all stages, without those about a value of which reading the bytes says what is wrong with it. */
export const raiseStages = (read: readonly StageFinding[], parsed: readonly StageFinding[]): Raised[] =>
  [
    ...read,
    ...parsed.filter(
      ({ rule, at }) =>
        rule !== 'schema' || !read.some((found) => at.start <= found.at.start && found.at.end <= at.end),
    ),
  ].map(raiseStage)

/** Turns offsets in a text into places in its file. */
export function diagnosticsOf({ file, text, base }: SourceText, raised: readonly Raised[]): Diagnostic[] {
  if (raised.length === 0) return []
  const locate = locator(text, base)
  return raised.map(({ rule, severity, finding }) => {
    const { at, message, severity: own = severity, expected, related, fix } = finding
    return makeDiagnostic(rule, own, {
      file,
      place: locate(at),
      message,
      expected,
      related: related?.map((other) => ({ file, ...locate(other.at), message: other.message })),
      fix: fix?.map(({ start, end, text: by }) => ({ start: start + base, end: end + base, text: by })),
    })
  })
}

/** Findings of reading the bytes, and the text where there is one. */
interface Opened {
  readonly text?: SourceText
  readonly findings: readonly StageFinding[]
}

function open(source: Source): Opened {
  if ('failure' in source) {
    const message = `Unexpected ${source.failure}, expected a regular file that can be read`
    return { findings: [{ rule: 'read', at: { start: 0, end: 0 }, message }] }
  }
  if ('size' in source) return { findings: [tooLarge(source.size)] }
  const foreign = notText(source.bytes)
  if (foreign) return { findings: [foreign] }
  const { text, base, findings } = decode(source.bytes)
  // That a document is empty says it all; what is invisible in it is not told beside it.
  const isEmpty = text.trim() === '' && /\.(?:md|markdown)$/i.test(source.file)
  return { text: { file: source.file, text, base }, findings: isEmpty ? [] : findings }
}

/**
 * Checks what a merge conflict leaves of a text. Nothing there is fixed: a fix would be made with one of its sides
 * unseen.
 */
function checkUnconflicted<R extends FileResult>(
  text: SourceText,
  findings: readonly StageFinding[],
  check: (text: SourceText, found: readonly StageFinding[]) => R,
): R | FileResult {
  const found = conflicts(text.text, /\.ya?ml$/i.test(text.file))
  if (!found) return check(text, findings)
  const all = [...findings, ...found.findings]
  if (found.first) return { file: text.file, diagnostics: diagnosticsOf(text, all.map(raiseStage)) }
  const result = check({ ...text, text: found.resolved }, all)
  return { ...result, diagnostics: result.diagnostics.map(({ fix: _, ...diagnostic }) => diagnostic) }
}

/**
 * Opens a file and checks its text.
 * @param check gets what reading the bytes has found
 */
export function checkText<R extends FileResult>(
  source: Source,
  check: (text: SourceText, found: readonly StageFinding[]) => R,
): R | FileResult {
  const { text, findings } = open(source)
  if (text) return checkUnconflicted(text, findings, check)
  const { file } = source
  return { file, diagnostics: diagnosticsOf({ file, text: '', base: 0 }, findings.map(raiseStage)) }
}

/** Tries the fast path first: its verdict counts only when it finds nothing; otherwise remark-parse decides. */
export function fastPathFirst<T>(
  { text }: SourceText,
  check: (parse: ParseMarkdown) => ModelResult<T>,
): ModelResult<T> {
  if (parseFast && allowsFastPath(text)) {
    const result = check(parseFast)
    if (result.diagnostics.length === 0) return result
  }
  return check(parseMarkdown)
}
