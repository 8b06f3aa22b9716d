import type { Root, RootContent } from 'mdast'
import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { plain } from '../nodes.ts'
import { spanOf } from '../span.ts'

/** Whether a block is the list of a criterion: only that begins with what meets it. */
function isOfCriterion(block: RootContent | undefined): boolean {
  const paragraph = block?.type === 'list' ? block.children[0]?.children[0] : undefined
  const label = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  return label?.type === 'strong' && /^met\s*:?$/i.test(plain(label))
}

/** The names of criteria that are bold lines in place of headings. */
export function* boldCriteria({ children }: Root, source: string): Generator<StageFinding> {
  for (const [index, node] of children.entries()) {
    if (node.type !== 'paragraph' || !isOfCriterion(children[index + 1])) continue
    const [strong, ...others] = node.children
    if (strong?.type !== 'strong' || others.length > 0) continue
    const at = spanOf(node)
    const words = plain(strong).replace(/:$/, '').trim()
    const line = `### ${words}`
    const [first, last] = [strong.children[0], strong.children.at(-1)]
    // Other characters would be read, or be no more than the end of a heading.
    const isAsWritten =
      first !== undefined &&
      last !== undefined &&
      source.slice(spanOf(first).start, spanOf(last).end) === plain(strong) &&
      !/[\r\n]|#$/.test(words)
    yield {
      rule: 'literal-markup',
      at,
      message: `Unexpected line ${quote(source.slice(at.start, at.end))} in place of a heading, expected ${quote(line)}`,
      expected: [line],
      ...(isAsWritten && { fix: [{ ...at, text: line }] }),
    }
  }
}
