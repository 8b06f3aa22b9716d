import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A reader of Markdown. */
export type ParseMarkdown = (text: string) => Root

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze()

/** Markdown to its syntax tree: CommonMark with YAML front matter, no extensions. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}
