import type { Definition } from 'mdast'
import { quote } from '../../text/quote.ts'
import { spanOf } from '../span.ts'
import type { LiteralFinding } from './literal-finding.ts'

/**
 * Lines that Markdown reads as definitions and does not publish at all: `[phrase]: (address)`, and a footnote that is
 * one word.
 */
export function hiddenLinks(nodes: readonly Definition[], source: string): LiteralFinding[] {
  return nodes.flatMap((node): LiteralFinding[] => {
    const { start, end } = spanOf(node)
    const note = /^\[\^[^\]]*\]/.exec(source.slice(start, end))?.[0]
    if (note !== undefined) {
      const message = `Unexpected footnote ${quote(note)}, expected a link or a sentence`
      return [
        {
          rule: 'plain-markdown',
          at: { start, end: start + note.length },
          message,
          mend: [{ start, end, text: '' }],
        },
      ]
    }
    const [all, label = '', gap = '', address = ''] =
      /^(\[[^[\]]*\])(\s*:\s*)(\([^()\s]*\))$/.exec(source.slice(start, end)) ?? []
    if (all === undefined) return []
    const at = { start: start + label.length, end: start + label.length + gap.length }
    const message = `Unexpected colon inside a link, expected ${quote(label + address, 120)}`
    return [{ rule: 'literal-markup', at, message, fix: [{ ...at, text: '' }] }]
  })
}
