import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import type { MaskedText } from './masked-text.ts'

const alert = /^\s*(\[!([\p{L}-]+)\])[+-]?/u

/** `[!NOTE]` at the beginning of a quote, which one forge shows as a coloured box and all others as these letters. */
export function alerts({ start, text }: MaskedText): StageFinding[] {
  const [all, written = '', kind = ''] = alert.exec(text) ?? []
  if (all === undefined) return []
  const from = start + all.indexOf('[')
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
  const message = `Unexpected alert ${quote(written)}, expected a sentence that begins with \`**${name}:**\``
  return [{ rule: 'literal-markup', at: { start: from, end: from + written.length }, message }]
}
