import type { Diagnostic } from '../model/diagnostic.ts'
import type { ReportInput } from './report-types.ts'

/** Findings where only so many are looked at: errors first, and of them those on changed lines, otherwise in order. */
export function byPriority({
  diagnostics,
  isChanged,
}: Pick<ReportInput, 'diagnostics' | 'isChanged'>): Diagnostic[] {
  const rank = (diagnostic: Diagnostic): number =>
    (diagnostic.severity === 'error' ? 0 : 2) + (isChanged(diagnostic) ? 0 : 1)
  const ranked = diagnostics.map((diagnostic) => ({ diagnostic, at: rank(diagnostic) }))
  return ranked.sort((a, b) => a.at - b.at).map(({ diagnostic }) => diagnostic)
}
