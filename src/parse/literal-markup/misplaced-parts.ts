import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { broken, expression, target } from './link-target.ts'
import type { MaskedText } from './masked-text.ts'

const quoted = String.raw`(?:\s+(?:"[^"]*"|'[^']*'))?`

const spaced = expression(String.raw`(\[[^[\]]*\])(\s*:\s*|\s+)(\(<?${target}>?${quoted}\))`)
const reversed = expression(String.raw`\(([^()[\]]+)\)\[(<?${target}>?)\]`)
const enclosed = expression(String.raw`(\[[^[\]]*\])([{<]${target}[}>])`)
const pointed = expression(`<(${target})>`)
const unopened = expression(String.raw`(\[[^[\]()]*[^[\]()\s])(\(${target}\))(?!\])`)

/** Links of which the parts stand in the wrong order, or with something between them. */
export function* misplacedParts({ start, text }: MaskedText, source: string): Generator<StageFinding> {
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
