import type { EngineMetadata } from './rule.ts'

export const unusedException: EngineMetadata = {
  id: 'unused-exception',
  scope: 'engine',
  fixable: true,
  description: 'an exception of a rule that has none, without a reason, or that silences nothing',
}
