import type { EngineMetadata } from './rule.ts'

export const unusedException: EngineMetadata = {
  id: 'unused-exception',
  scope: 'engine',
  description: 'an exception of an unknown or non-heuristic rule, without a reason, or that silences nothing',
}
