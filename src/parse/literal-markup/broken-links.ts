import type { Definition } from 'mdast'
import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { spanOf } from '../span.ts'
import type { LiteralFinding } from './literal-finding.ts'
import { type MaskedText, maskSpans, masks } from './masked-text.ts'

/** What nobody writes in parentheses or brackets but as the target of a link. */
const target = String.raw`(?:(?:https?:\/\/|ftp:\/\/|mailto:|file:|www\.|\.{1,2}\/|\/[\w-]+[/.]|#[\p{L}_])[^\s()<>[\]]*|[^\s()<>[\]"]+\.(?:md|markdown|html?|ya?ml|json|pdf|png|svg|jpe?g)(?:#[^\s()<>[\]]*)?)`
const quoted = String.raw`(?:\s+(?:"[^"]*"|'[^']*'))?`

const set = (pattern: string, flags = 'gu'): RegExp => new RegExp(pattern, flags)
const spaced = set(String.raw`(\[[^[\]]*\])(\s*:\s*|\s+)(\(<?${target}>?${quoted}\))`)
const reversed = set(String.raw`\(([^()[\]]+)\)\[(<?${target}>?)\]`)
const unopened = set(String.raw`(\[[^[\]()]*[^[\]()\s])(\(${target}\))(?!\])`)
const definition = set(String.raw`^[ \t]*(\[[^[\]]+\]:)[ \t]*<?${target}`, 'gmu')
const targetAhead = set(`^<?(${target})`, 'u')
const isTarget = set(`^${target}$`, 'u')

const broken = (start: number, end: number, message: string): StageFinding => ({
  rule: 'literal-markup',
  at: { start, end },
  message,
})

/** Links of which the parts stand in the wrong order, or with something between them. */
function* misplacedParts({ start, text }: MaskedText, source: string): Generator<StageFinding> {
  const written = (from: number, length: number): string => source.slice(start + from, start + from + length)
  for (const { index, 1: words = '', 2: gap = '', 3: address = '' } of text.matchAll(spaced)) {
    const at = index + words.length
    const link = written(index, words.length) + written(at + gap.length, address.length)
    const what = gap.includes(':') ? 'colon' : gap.length > 1 ? 'blanks' : 'blank'
    const span = { start: start + at, end: start + at + gap.length }
    yield {
      ...broken(span.start, span.end, `Unexpected ${what} inside a link, expected ${quote(link, 120)}`),
      fix: [{ ...span, text: '' }],
    }
  }
  for (const { index, 0: all, 1: words = '', 2: address = '' } of text.matchAll(reversed)) {
    const link = `[${written(index + 1, words.length)}](${address})`
    const span = { start: start + index, end: start + index + all.length }
    yield {
      ...broken(
        span.start,
        span.end,
        `Unexpected ${quote(written(index, all.length))}, expected the words of a link in brackets and its address in parentheses (${quote(link, 120)})`,
      ),
      fix: [{ ...span, text: link }],
    }
  }
  for (const { index, 1: words = '', 2: address = '' } of text.matchAll(unopened)) {
    const at = start + index + words.length
    yield {
      ...broken(
        at,
        at + address.length,
        `Unexpected ${quote(address)} inside brackets, expected \`]\` before it: ${quote(`${written(index, words.length)}]${address}`, 120)}`,
      ),
      fix: [{ start: at, end: at, text: ']' }],
    }
  }
}

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
function unreadable({ start, text }: MaskedText, source: string, at: number): LiteralFinding | undefined {
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
  if (close === -1 || (inside.startsWith('<') && !inside.endsWith('>'))) {
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

/** A definition right below text, of which it becomes a part. */
function* swallowedDefinitions({ start, text }: MaskedText, source: string): Generator<StageFinding> {
  for (const { index, 0: all, 1: label = '' } of text.matchAll(definition)) {
    const end = start + index + all.length
    const at = end - all.trimStart().length
    const line = Math.max(source.lastIndexOf('\n', at), source.lastIndexOf('\r', at)) + 1
    const isFirst = text.slice(0, index).trim() === ''
    const expected = isFirst ? 'nothing behind its address' : 'an empty line above it'
    yield {
      ...broken(
        at,
        end,
        `Unexpected definition \`${label}\` that is published as text, expected ${expected}`,
      ),
      ...(!isFirst && { fix: [{ start: line, end: line, text: source.includes('\r\n') ? '\r\n' : '\n' }] }),
    }
  }
}

/** Links that Markdown reads as text, because something is missing, too much or in the wrong place. */
export function brokenLinks(masked: MaskedText, source: string): LiteralFinding[] {
  if (!/[\])]\[|\]\s*:?\s*\(|\[[^\]]*\S\(|\]:/.test(masked.text)) return []
  const found: LiteralFinding[] = [...misplacedParts(masked, source), ...swallowedDefinitions(masked, source)]
  const rest = maskSpans(
    masked,
    found.map(({ at }) => at),
  )
  for (const { index } of rest.text.matchAll(/\]\(/g)) {
    const finding = unreadable(rest, source, index)
    if (finding) found.push(finding)
  }
  return found
}

/** `[phrase]: (address)` on a line of its own, which Markdown reads as a definition and does not publish at all. */
export function hiddenLinks(nodes: readonly Definition[], source: string): StageFinding[] {
  return nodes.flatMap((node): StageFinding[] => {
    const { start, end } = spanOf(node)
    const [all, label = '', gap = '', address = ''] =
      /^(\[[^[\]]*\])(\s*:\s*)(\([^()\s]*\))$/.exec(source.slice(start, end)) ?? []
    if (all === undefined) return []
    const at = { start: start + label.length, end: start + label.length + gap.length }
    const message = `Unexpected colon inside a link, expected ${quote(label + address, 120)}`
    return [{ rule: 'literal-markup', at, message, fix: [{ ...at, text: '' }] }]
  })
}
