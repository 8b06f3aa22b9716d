import { DiagnosticSeverity, type Range, type Diagnostic as Sent } from 'vscode-languageserver/node'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'

/** Lines and characters from 0, as the protocol counts; columns are UTF-16 code units on both sides. */
export function rangeOf({ line, column, endLine, endColumn }: Place): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  }
}

/** A finding as the protocol has it. */
export function toSend(found: Diagnostic, uriOf: (file: string) => string): Sent {
  const { severity, rule, message, url, related } = found
  return {
    range: rangeOf(found),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    codeDescription: { href: url },
    source: 'drills',
    message,
    ...(related && {
      relatedInformation: related.map((other) => ({
        location: { uri: uriOf(other.file), range: rangeOf(other) },
        message: other.message,
      })),
    }),
  }
}
