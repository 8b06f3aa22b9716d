import { isUtf8 } from 'node:buffer'
import { maxFileBytes } from '../io/source.ts'
import type { Edit, StageFinding } from '../model/diagnostic.ts'
import { codePoint } from '../text/code-point.ts'
import { count } from '../text/grammar.ts'
import { carriageReturns, withLineFeeds } from './carriage-returns.ts'
import { foreignBytes } from './foreign-bytes.ts'
import { belongs } from './invisible.ts'

/** Largest front matter in characters. */
export const maxMatterLength: number = 32 * 1024
const maxFindings = 50

export interface Decoded {
  readonly text: string
  /** 1 where a byte order mark was taken off the front, else 0. */
  readonly base: 0 | 1
  readonly findings: readonly StageFinding[]
}

/** What is wrong with a character that no drill may hold. */
function describe(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const name = codePoint(character)
  if (code === 0) return `Unexpected NUL character (${name}), expected text`
  if (code < 0x20 || (code >= 0x7f && code < 0xa0))
    return `Unexpected control character (${name}), expected text`
  if (code === 0x2028 || code === 0x2029) return `Unexpected line separator (${name}), expected a line feed`
  if (/\p{Variation_Selector}/u.test(character))
    return `Unexpected zero-width character (${name}, a variation selector) after what has no variants, expected nothing in its place`
  if (/[\u200b-\u200d\u2060-\u2064\ufeff\u180e\u00ad\u{e0000}-\u{e007f}]/u.test(character))
    return `Unexpected zero-width character (${name}), expected nothing in its place`
  return `Unexpected text direction control (${name}), expected text without it`
}

const forbidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|\p{Variation_Selector}/gu

/** Edits with those that follow each other as one. */
function joined(edits: readonly Edit[]): Edit[] {
  const all: Edit[] = []
  for (const edit of edits) {
    const last = all.at(-1)
    if (last?.end === edit.start) all[all.length - 1] = { ...last, end: edit.end }
    else all.push(edit)
  }
  return all
}

/** Runs of the same forbidden character, one finding each, up to a number that a person would read. */
function forbiddenCharacters(text: string): StageFinding[] {
  const findings: StageFinding[] = []
  const more: Edit[] = []
  let last: StageFinding | undefined
  for (const match of text.matchAll(forbidden)) {
    if (belongs(match[0], text, match.index)) continue
    const message = describe(match[0])
    const end = match.index + match[0].length
    if (last?.message === message && last.at.end === match.index) {
      const at = { start: last.at.start, end }
      last = { ...last, at, ...(last.fix && { fix: [{ ...at, text: '' }] }) }
      findings[findings.length - 1] = last
    } else if (findings.length < maxFindings) {
      const zeroWidth = message.includes('zero-width')
      const at = { start: match.index, end }
      last = { rule: 'encoding', at, message, ...(zeroWidth && { fix: [{ ...at, text: '' }] }) }
      findings.push(last)
    } else more.push({ start: match.index, end, text: message.includes('zero-width') ? '' : match[0] })
  }
  const fix = more.filter(({ text: by }) => by === '')
  if (more.length > 0 && last)
    findings.push({
      rule: last.rule,
      at: last.at,
      message: `Unexpected further ${count(more.length, 'character')} of this kind in the file, expected none`,
      ...(fix.length > 0 && { fix: joined(fix) }),
    })
  return findings
}

/** The offset of the first byte sequence that is not UTF-8, in characters of the text decoded with replacements. */
function firstInvalid(bytes: Uint8Array, decoded: string): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const valid = [0, 1, 2, 3].some((extra) => isUtf8(bytes.subarray(0, Math.max(0, middle - extra))))
    if (valid) low = middle
    else high = middle - 1
  }
  let valid = low
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid -= 1
  return Math.min(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, valid)).length,
    decoded.length,
  )
}

/** The finding of a file that is not read at all, because of its size in bytes. */
export function tooLarge(size: number): StageFinding {
  const message = `Unexpected size of ${size} bytes, expected at most ${maxFileBytes} (256 KiB)`
  return { rule: 'encoding', at: { start: 0, end: 0 }, message }
}

/** The finding of a file that is not read at all, because its bytes are no text in UTF-8. */
export function notText(bytes: Uint8Array): StageFinding | undefined {
  const found = foreignBytes(bytes)
  const message = `Unexpected ${found}, expected the file to be saved as text in UTF-8`
  return found === undefined ? undefined : { rule: 'encoding', at: { start: 0, end: 0 }, message }
}

/** Bytes to text, with findings of rule `encoding`. Positions count without the byte order mark. */
export function decode(bytes: Uint8Array): Decoded {
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const base = decoded.startsWith('\ufeff') ? 1 : 0
  const text = decoded.slice(base)
  const findings: StageFinding[] = []
  if (base === 1) {
    const message = 'Unexpected byte order mark (U+FEFF), expected the file to begin with its text'
    const at = { start: -1, end: 0 }
    // Taking off one of several would only make the next one the mark.
    const more = /^\ufeff*/.exec(text)?.[0].length ?? 0
    findings.push({ rule: 'encoding', at, message, fix: [{ start: -1, end: more, text: '' }] })
  }
  if (!isUtf8(bytes)) {
    const at = firstInvalid(bytes, decoded) - base
    const message = 'Unexpected bytes that are not UTF-8, expected the file to be saved as UTF-8'
    findings.push({ rule: 'encoding', at: { start: at, end: at + 1 }, message })
  }
  const old = carriageReturns(text)
  if (!old) return { text, base, findings: [...findings, ...forbiddenCharacters(text)] }
  // Read as if it were fixed: not everything that reads a text knows such line ends.
  const fixed = withLineFeeds(text)
  return { text: fixed, base, findings: [...findings, old, ...forbiddenCharacters(fixed)] }
}
