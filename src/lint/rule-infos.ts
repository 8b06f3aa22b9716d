import { ruleUrl } from '../model/project.ts'
import type { RuleInfo } from '../report/report-types.ts'
import { rules } from '../rules/rules.ts'

/** What a report may say of every rule. */
export const ruleInfos: readonly RuleInfo[] = rules.map((rule) => ({
  id: rule.id,
  description: rule.description,
  severity: ('severity' in rule ? rule.severity : undefined) ?? 'error',
  url: ruleUrl(rule.id),
}))
