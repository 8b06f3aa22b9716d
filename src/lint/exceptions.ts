import type { Diagnostic } from '../model/diagnostic.ts'
import type { Facts } from '../model/facts.ts'
import { rules } from '../rules/rules.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { oneOf, quote } from '../text/quote.ts'
import { makeDiagnostic } from './make-diagnostic.ts'

type Exception = NonNullable<Facts['drill']>['exceptions'][number]

const ids = rules.map(({ id }) => id)
const heuristic = rules.flatMap((rule) => ('heuristic' in rule && rule.heuristic ? [rule.id] : []))

/** Why an exception may not stand; undefined when it may. */
function complaint({ rule, reason, phrase }: Exception, silenced: boolean): string | undefined {
  if (!ids.includes(rule)) {
    const meant = didYouMean(rule, ids)
    return `Unexpected exception of the unknown rule ${quote(rule)}, expected ${oneOf(heuristic)}${meant ? `; did you mean \`${meant}\`?` : ''}`
  }
  if (!heuristic.includes(rule))
    return `Unexpected exception of the rule \`${rule}\`, which has none, expected ${oneOf(heuristic)}`
  if (reason.trim() === '')
    return `Unexpected exception of \`${rule}\` without a reason, expected \`reason: why the rule is wrong about this drill\``
  if (silenced) return undefined
  return phrase === undefined
    ? `Unexpected exception of \`${rule}\`, which silences nothing, expected no exception`
    : `Unexpected exception of \`${rule}\` for ${quote(phrase)}, which silences nothing, expected the words of a link that fails its test`
}

const isFixable = ({ rule, reason, fix }: Exception): boolean =>
  heuristic.includes(rule) && reason.trim() !== '' && fix.length > 0

/** Silences heuristic findings where a drill says so, and reports exceptions that may not stand. */
export function applyExceptions(diagnostics: readonly Diagnostic[], facts: readonly Facts[]): Diagnostic[] {
  const silenced = new Set<Diagnostic>()
  const complaints: Diagnostic[] = []
  const byFile = groupByFile(diagnostics)
  for (const { file, drill } of facts) {
    for (const exception of drill?.exceptions ?? []) {
      const hits = (byFile.get(file) ?? []).filter(
        (found) => found.rule === exception.rule && heuristic.includes(found.rule) && !silenced.has(found),
      )
      // What an exception of one phrase excepts was no finding in the first place: it earns its criterion.
      const { used } = exception
      const message = complaint(exception, used ?? hits.length > 0)
      if (message === undefined) for (const hit of used === undefined ? hits : []) silenced.add(hit)
      else
        complaints.push(
          makeDiagnostic('unused-exception', 'error', {
            file,
            place: exception.place,
            message,
            fix: isFixable(exception) ? exception.fix : undefined,
          }),
        )
    }
  }
  return [...diagnostics.filter((diagnostic) => !silenced.has(diagnostic)), ...complaints]
}

function groupByFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.file)
    if (group) group.push(diagnostic)
    else groups.set(diagnostic.file, [diagnostic])
  }
  return groups
}
