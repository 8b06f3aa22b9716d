import type { Definition } from 'mdast'
import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { spanOf } from '../span.ts'
import { broken, expression, target } from './link-target.ts'
import type { LiteralFinding } from './literal-finding.ts'
import { type MaskedText, maskSpans, masks } from './masked-text.ts'
import { unreadable } from './unreadable-link.ts'

const quoted = String.raw`(?:\s+(?:"[^"]*"|'[^']*'))?`

const spaced = expression(String.raw`(\[[^[\]]*\])(\s*:\s*|\s+)(\(<?${target}>?${quoted}\))`)
const reversed = expression(String.raw`\(([^()[\]]+)\)\[(<?${target}>?)\]`)
const enclosed = expression(String.raw`(\[[^[\]]*\])([{<]${target}[}>])`)
const pointed = expression(`<(${target})>`)
const unopened = expression(String.raw`(\[[^[\]()]*[^[\]()\s])(\(${target}\))(?!\])`)
const label = String.raw`\[[^[\]]+\]|${masks.link}[^${masks.link}\r\n]+${masks.link}`
const definition = expression(String.raw`^[ \t]*((?:${label}):)[ \t]*<?${target}`, 'gmu')

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
  for (const { index, 1: words = '', 2: address = '' } of text.matchAll(enclosed)) {
    const at = start + index + words.length
    const right = `(${address.slice(1, -1)})`
    yield {
      ...broken(
        at,
        at + address.length,
        `Unexpected ${quote(address)}, expected the address of a link in parentheses (${quote(`${written(index, words.length)}${right}`, 120)})`,
      ),
      fix: [{ start: at, end: at + address.length, text: right }],
    }
  }
  for (const { index, 0: all, 1: address = '' } of text.matchAll(pointed)) {
    const at = start + index
    if (text[index - 1] !== ']')
      yield broken(
        at,
        at + all.length,
        `Unexpected ${quote(all)} that is published as it stands, expected a link with words (${quote(`[title](${address})`, 120)})`,
      )
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

/** A definition right below text, of which it becomes a part. */
function* swallowedDefinitions({ start, text }: MaskedText, source: string): Generator<LiteralFinding> {
  for (const { index, 0: all, 1: written = '' } of text.matchAll(definition)) {
    const end = start + index + all.length
    const at = end - all.trimStart().length
    const line = Math.max(source.lastIndexOf('\n', at), source.lastIndexOf('\r', at)) + 1
    const name = source.slice(at, at + written.length)
    // Its label is a link already: it is defined elsewhere.
    if (written.startsWith(masks.link)) {
      const message = `Unexpected second definition \`${name}\`, which is published as text, expected nothing in its place`
      yield { ...broken(at, end, message), mend: [{ start: at, end, text: '' }] }
      continue
    }
    const isFirst = text.slice(0, index).trim() === ''
    const expected = isFirst ? 'nothing behind its address' : 'an empty line above it'
    yield {
      ...broken(at, end, `Unexpected definition \`${name}\` that is published as text, expected ${expected}`),
      ...(!isFirst && { fix: [{ start: line, end: line, text: source.includes('\r\n') ? '\r\n' : '\n' }] }),
    }
  }
}

/** Links that Markdown reads as text, because something is missing, too much or in the wrong place. */
export function brokenLinks(masked: MaskedText, source: string): LiteralFinding[] {
  if (!/[\])]\[|\](?:\s*:)?\s*\(|\[[^\]]*\S\(|[\]\ue002]:|\][{<]|<[^\s<>]+>/.test(masked.text)) return []
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
