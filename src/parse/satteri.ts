import type { Root } from 'mdast'
import { markdownToMdast } from 'satteri'

/** CommonMark with YAML front matter, as `parseMarkdown` reads it, by a native parser. */
export const parseWithSatteri = (text: string): Root =>
  markdownToMdast(text, { features: { gfm: false, frontmatter: true } }) as Root
