import type { PhrasingContent } from 'mdast'
import { literalMarkup } from '../../parse/literal-markup/literal-markup.ts'
import { parseMarkdown } from '../../parse/markdown.ts'
import { plainMarkdown } from '../../parse/plain-markdown.ts'

/** The Markdown source of a node that a title may hold. */
function written(node: PhrasingContent, code: boolean): string | undefined {
  if (node.type === 'text') return node.value
  return code && node.type === 'inlineCode' ? `\`${node.value}\`` : undefined
}

/** Whether Markdown reads a heading as plain text. */
function readsAs(line: string, text: string, code: boolean): boolean {
  const source = `# ${line}`
  const tree = parseMarkdown(source)
  const [heading, ...more] = tree.children
  if (heading?.type !== 'heading' || more.length > 0) return false
  if (heading.children.map((node) => written(node, code)).join('') !== text) return false
  const found = [
    ...plainMarkdown(tree, source),
    ...literalMarkup(tree, source, { criteria: [], headings: [] }),
  ]
  return found.length === 0
}

/** Text as one line of Markdown that shows it verbatim. Escapes only where a mark would mean something. */
export function inline(text: string, { code = false } = {}): string {
  return readsAs(text, text, code) ? text : text.replace(/[\\`*_[\]<>&#~|{}$%^!]|:(?=\S+:)|=(?==)/g, '\\$&')
}
