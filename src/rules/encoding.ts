import type { StageMetadata } from './rule.ts'

export const encoding: StageMetadata = {
  id: 'encoding',
  scope: 'stage',
  description:
    'bytes and characters that no drill may hold, files that are too large, nesting that is too deep',
}
