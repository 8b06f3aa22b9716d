import type { Heading, Nodes, Paragraph } from 'mdast'
import { fillSpans } from '../../text/fill-spans.ts'
import type { Span } from '../../text/place.ts'
import { spanOf } from '../span.ts'

/** What stands in the masked text for marks that Markdown has read. */
export const masks = { emphasis: '\ue000', code: '\ue001', link: '\ue002', escape: '\ue003' } as const

/** The source of a paragraph or heading in which only what is published as it stands is left; offsets stay. */
export interface MaskedText {
  readonly start: number
  readonly text: string
}

const maskOf = ({ type }: Nodes): string => {
  if (type === 'emphasis' || type === 'strong') return masks.emphasis
  if (type === 'link' || type === 'linkReference' || type === 'image' || type === 'imageReference')
    return masks.link
  return type === 'inlineCode' || type === 'html' ? masks.code : ' '
}

const escapes = /\\[!-/:-@[-`{-~]|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi
/** What continues a line inside quotes and lists. */
const continuation = /(?<=[\r\n])[ \t>]+/g

function maskText(source: string): string {
  return source
    .replace(continuation, (lead) => ' '.repeat(lead.length))
    .replace(escapes, (written) => masks.escape.repeat(written.length))
}

function fill(node: Nodes, source: string): string {
  const { start, end } = spanOf(node)
  if (node.type === 'text') return maskText(source.slice(start, end))
  const mask = maskOf(node)
  let text = ''
  let at = start
  for (const child of 'children' in node ? node.children : []) {
    const span = spanOf(child)
    text += mask.repeat(span.start - at) + fill(child, source)
    at = span.end
  }
  return text + source.slice(at, end).replace(/[^\r\n]/g, mask)
}

/** Masks everything in a paragraph or heading that Markdown has read as more than text. */
export const maskedText = (node: Paragraph | Heading, source: string): MaskedText => ({
  start: spanOf(node).start,
  text: fill(node, source),
})

/** Takes stretches that are accounted for out of a masked text. */
export function maskSpans({ start, text }: MaskedText, spans: readonly Span[]): MaskedText {
  const inText = spans.map((span) => ({ start: span.start - start, end: span.end - start }))
  return { start, text: fillSpans(text, inText, masks.escape) }
}
