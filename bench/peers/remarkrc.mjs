// What the project's own linter is for others: recommended rules, and front matter against its JSON Schema.
import remarkFrontmatter from 'remark-frontmatter'
import remarkLintFrontmatterSchema from 'remark-lint-frontmatter-schema'
import remarkPresetLintRecommended from 'remark-preset-lint-recommended'

export default {
  plugins: [
    remarkFrontmatter,
    remarkPresetLintRecommended,
    [remarkLintFrontmatterSchema, { schemas: { './drill.schema.json': ['drills/*/*.md'] } }],
  ],
}
