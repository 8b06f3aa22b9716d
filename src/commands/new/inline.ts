import type { PhrasingContent } from 'mdast'
import { parseMarkdown } from '../../parse/markdown.ts'
import { plainMarkdown } from '../../parse/plain-markdown.ts'

/** What an author would have written to get a node, as far as a title may hold it. */
function written(node: PhrasingContent, code: boolean): string | undefined {
  if (node.type === 'text') return node.value
  return code && node.type === 'inlineCode' ? `\`${node.value}\`` : undefined
}

/** Whether Markdown reads a line as nothing but the text that it shows. */
function readsAs(line: string, text: string, code: boolean): boolean {
  const source = `# ${line}`
  const tree = parseMarkdown(source)
  const [heading, ...more] = tree.children
  if (heading?.type !== 'heading' || more.length > 0) return false
  if (heading.children.map((node) => written(node, code)).join('') !== text) return false
  return plainMarkdown(tree, source).length === 0
}

/** Text as one line of Markdown that shows just this text; marks get a backslash only where one of them means something. */
export function inline(text: string, { code = false } = {}): string {
  return readsAs(text, text, code) ? text : text.replace(/[\\`*_[\]<>&#~|{}$%^!]/g, '\\$&')
}
