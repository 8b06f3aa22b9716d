import type { StageMetadata } from './rule.ts'

export const encoding: StageMetadata = {
  id: 'encoding',
  scope: 'stage',
  fixable: true,
  description:
    'bytes or characters that no drill may hold, a file that is too large, or nesting that is too deep',
}
