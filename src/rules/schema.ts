import type { StageMetadata } from './rule.ts'

export const schema: StageMetadata = {
  id: 'schema',
  scope: 'stage',
  description: 'front matter that its schema does not allow',
}
