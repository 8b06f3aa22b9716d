import type { StageMetadata } from './rule.ts'

export const frontMatter: StageMetadata = {
  id: 'front-matter',
  scope: 'stage',
  description: 'front matter that is missing, misplaced, unclosed or not plain YAML',
}
