import type { StageMetadata } from './rule.ts'

export const read: StageMetadata = {
  id: 'read',
  scope: 'stage',
  description: 'a file that cannot be read',
}
