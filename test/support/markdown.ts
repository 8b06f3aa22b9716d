import { visit } from 'unist-util-visit'
import { parseMarkdown } from '../../src/parse/markdown.ts'

/** What a summary itself may hold: code, a line break, and a link to the page of a rule. */
const own = (value: string): boolean => /^(?:<\/?code>|<br>)$/.test(value)
const page = /^https:\/\/\S+\/docs\/rules\/[a-z-]+\.md$/

/**
 * What of a row does more than stand there: nodes other than text and the summary's own, and text outside code that
 * a forge makes a link, a mention or a picture of.
 */
export function actingMarkdown(row: string): string[] {
  const acting: string[] = []
  let inCode = false
  visit(parseMarkdown(row), (node) => {
    if (['root', 'paragraph'].includes(node.type)) return
    if (node.type === 'html' && own(node.value)) {
      if (node.value !== '<br>') inCode = node.value === '<code>'
    } else if (node.type === 'link' && page.test(node.url)) return
    else if (node.type !== 'text') acting.push(node.type)
    else if (!inCode && /[@#:]\w|:\w+:|\/\/|www\.\w/.test(node.value)) acting.push(node.value)
    else if (inCode && /@./.test(node.value)) acting.push(node.value)
  })
  // Before it looks at anything else, a forge makes links of what looks like an address in the source.
  if (/www\.|[a-z]+:\/\/(?!github\.com\/)|\S@\S/i.test(row)) acting.push(row)
  return acting
}
