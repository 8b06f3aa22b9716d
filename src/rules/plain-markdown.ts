import type { StageMetadata } from './rule.ts'

export const plainMarkdown: StageMetadata = {
  id: 'plain-markdown',
  scope: 'stage',
  description: 'anything that is not plain CommonMark',
}
