import type { StageRule } from '../model/diagnostic.ts'
import type { EngineMetadata, StageMetadata } from './rule.ts'

const metadata: Readonly<Record<StageRule, Pick<StageMetadata, 'description' | 'fixable'>>> = {
  read: { description: 'a file that cannot be read' },
  encoding: {
    description:
      'bytes or characters that no drill may hold, a file that is too large, or nesting that is too deep',
    fixable: true,
  },
  'front-matter': { description: 'front matter that is missing, misplaced, unclosed or not plain YAML' },
  schema: { description: 'front matter that its schema does not allow', fixable: true },
  'plain-markdown': { description: 'anything that is not plain CommonMark' },
  'literal-markup': {
    description:
      'what was meant as markup and is published as text: conflict markers, marks that nothing closes, broken links, references without a definition, alerts, formulas, headings and list items that lack their blank',
    fixable: true,
  },
}

/** The rules of the stages that read a file, in the order of the pipeline. */
export const stageRules: readonly StageMetadata[] = (Object.keys(metadata) as StageRule[]).map((id) => ({
  id,
  scope: 'stage',
  ...metadata[id],
}))

/** Applied by the engine after all others. */
export const unusedException: EngineMetadata = {
  id: 'unused-exception',
  scope: 'engine',
  fixable: true,
  description: 'an exception of a rule that has none, without a reason, or that silences nothing',
}
