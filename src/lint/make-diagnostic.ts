import type { Diagnostic, Edit, Related, Severity } from '../model/diagnostic.ts'
import { ruleUrl } from '../model/project.ts'
import type { Place } from '../text/place.ts'

/** A finding whose place in its file is known, of any stage or rule. */
export interface Placed {
  readonly file: string
  readonly place: Place
  readonly message: string
  readonly expected?: readonly string[] | undefined
  readonly related?: readonly Related[] | undefined
  readonly fix?: readonly Edit[] | undefined
}

/** The only maker of diagnostics: adds what a rule can't get wrong, its id, severity and page. */
export function makeDiagnostic(
  rule: string,
  severity: Severity,
  { file, place, message, expected, related, fix }: Placed,
): Diagnostic {
  return {
    file,
    ...place,
    severity,
    rule,
    message,
    url: ruleUrl(rule),
    ...(expected && { expected }),
    ...(related && { related }),
    ...(fix && { fix }),
  }
}
