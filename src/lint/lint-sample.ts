import type { Source } from '../io/source.ts'
import type { Sample } from '../model/sample.ts'
import { parseSample } from '../parse/sample.ts'
import { rules } from '../rules/rules.ts'
import { checkText, diagnosticsOf, fastPathFirst, raiseStages } from './check-text.ts'
import type { ModelResult } from './file-result.ts'
import { sampleFacts } from './sample-facts.ts'

const sampleChecks = rules.flatMap((rule) =>
  rule.scope === 'drill' && rule.checkSample ? [{ id: rule.id, check: rule.checkSample }] : [],
)

/** Reads, parses and checks one sample answer. */
export function lintSample(source: Source): ModelResult<Sample> {
  const { file } = source
  return checkText(source, (text, found) =>
    fastPathFirst(text, (parse): ModelResult<Sample> => {
      const { sample, findings } = parseSample(text, parse)
      const raised = raiseStages(found, findings)
      if (!sample) return { file, diagnostics: diagnosticsOf(text, raised) }
      for (const { id, check } of sampleChecks)
        for (const finding of check(sample)) raised.push({ rule: id, severity: 'error', finding })
      return { file, diagnostics: diagnosticsOf(text, raised), facts: sampleFacts(sample), model: sample }
    }),
  )
}
