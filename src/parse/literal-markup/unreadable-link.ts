import { quote } from '../../text/quote.ts'
import { broken, expression, target } from './link-target.ts'
import type { LiteralFinding } from './literal-finding.ts'
import { type MaskedText, masks } from './masked-text.ts'

const isTarget = expression(`^${target}$`, 'u')
const targetAhead = expression(`^<?(${target})`, 'u')

/** Where the bracket opens that closes at an offset; -1 where none does. */
function openingBefore(text: string, closing: number): number {
  let depth = 0
  for (let at = closing - 1; at >= 0; at -= 1) {
    if (text[at] === ']') depth += 1
    else if (text[at] === '[' && depth-- === 0) return at
  }
  return -1
}

/** A link in the words of another one. The model gets the outer one without it, and it behind that. */
function nested(
  { start, text }: MaskedText,
  source: string,
  { open, at, to }: { readonly open: number; readonly at: number; readonly to: number },
): LiteralFinding {
  const inner = Array.from(text.slice(open, at).matchAll(/\ue002[^\ue002]+(\ue002+)/g), (match) => {
    const from = start + open + match.index
    return { from, end: from + match[0].length, tail: match[1]?.length ?? 0 }
  })
  const message = `Unexpected link around another link, expected ${quote(source.slice(start + at + 2, to - 1))} to be linked from words beside it`
  return {
    ...broken(start + open, to, message),
    mend: [
      ...inner.flatMap(({ from, end, tail }) => [
        { start: from, end: from + 1, text: '' },
        { start: end - tail, end, text: '' },
      ]),
      { start: to, end: to, text: inner.map(({ from, end }) => source.slice(from, end)).join('') },
    ],
  }
}

/** What keeps `](` from being a link. */
export function unreadable(
  { start, text }: MaskedText,
  source: string,
  at: number,
): LiteralFinding | undefined {
  const open = openingBefore(text, at)
  const close = text.indexOf(')', at)
  const [from, to] = [start + at, start + (close === -1 ? at + 2 : close + 1)]
  const inside = text.slice(at + 2, close === -1 ? at + 2 : close)
  const bare = inside.trim().replace(/^<|>$/g, '')
  if (open > 0 && /[\p{L}\p{N}_)]/u.test(text[open - 1] ?? '') && !isTarget.test(bare)) return undefined
  if (open === -1)
    return broken(
      from,
      to,
      `Unexpected ${quote(source.slice(from, to))}, expected \`[\` before the words of the link`,
    )
  if (text.slice(open, at).includes(masks.link)) return nested({ start, text }, source, { open, at, to })
  const isHalf = inside.split('(').length > inside.split(')').length && !text.slice(close + 1).includes(')')
  if (close === -1 || isHalf || (inside.startsWith('<') && !inside.endsWith('>'))) {
    const message = 'Unexpected link whose address nothing closes, expected `)` behind the address'
    const [written = '', address = ''] = targetAhead.exec(text.slice(at + 2)) ?? []
    const end = from + 2 + written.length - (/[.,;:!?]*$/.exec(address)?.[0].length ?? 0)
    const closing = written.startsWith('<') ? '>)' : ')'
    return {
      ...broken(from, from + 2, message),
      ...(written !== '' && close === -1 && { fix: [{ start: end, end, text: closing }] }),
    }
  }
  const blank = at + 2 + inside.length - inside.trimStart().length + inside.trim().search(/\s/)
  if (!/\s/.test(inside.trim())) return undefined
  const width = /^\s+/.exec(text.slice(blank))?.[0].length ?? 1
  const span = { start: start + blank, end: start + blank + width }
  const message = `Unexpected blank in the address ${quote(inside)} of a link, expected \`%20\` in its place, or quotation marks around a title`
  return broken(span.start, span.end, message)
}
