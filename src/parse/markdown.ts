import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze()

/** Markdown to its syntax tree: CommonMark with YAML front matter, no extensions. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}
