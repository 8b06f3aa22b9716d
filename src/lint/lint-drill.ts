import type { Source } from '../io/source.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Severity } from '../model/diagnostic.ts'
import type { Drill } from '../model/drill.ts'
import { parseDrill } from '../parse/drill.ts'
import { notADrill } from '../parse/not-a-drill.ts'
import type { DrillRule } from '../rules/rule.ts'
import { rules } from '../rules/rules.ts'
import { checkText, diagnosticsOf, fastPathFirst, raiseStages } from './check-text.ts'
import { drillFacts } from './drill-facts.ts'
import type { ModelResult } from './file-result.ts'

const drillRules = rules.filter((rule): rule is DrillRule => rule.scope === 'drill')

const severityOf = (rule: DrillRule, drill: Drill): Severity => {
  const isDraft = drill.matter.data?.status === 'draft'
  return isDraft && rule.lenientInDrafts ? 'warning' : (rule.severity ?? 'error')
}

/**
 * Reads, parses and checks one drill.
 * @param definitions without them only the stages of reading and parsing have something to say
 */
export function lintDrill(source: Source, definitions: Definitions | undefined): ModelResult<Drill> {
  const { file } = source
  return checkText(source, (text, found) =>
    fastPathFirst(text, (parse): ModelResult<Drill> => {
      const { drill, findings } = parseDrill(text, definitions, parse)
      const raised = raiseStages(found, findings)
      if (!drill) return { file, diagnostics: diagnosticsOf(text, raised) }
      const other = definitions && notADrill(drill)
      if (other) {
        const ofMatter = findings.filter(({ rule }) => rule === 'front-matter' || rule === 'schema')
        const kept = [...(other.hasMatter ? ofMatter : []), other.finding]
        return { file, diagnostics: diagnosticsOf(text, raiseStages(found, kept)) }
      }
      if (definitions) {
        for (const rule of drillRules) {
          const severity = severityOf(rule, drill)
          for (const finding of rule.check(drill, definitions))
            raised.push({ rule: rule.id, severity, finding })
        }
      }
      const facts = drillFacts(drill, definitions)
      return { file, diagnostics: diagnosticsOf(text, raised), facts, model: drill }
    }),
  )
}
