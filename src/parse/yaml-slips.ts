import type { Edit, Finding } from '../model/diagnostic.ts'
import { applyEdits } from '../text/apply-edits.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'

/** A line that YAML can't read for one small reason. */
interface Slip extends Finding {
  /** What makes the YAML readable. */
  readonly mend: readonly Edit[]
}

const line = /(?<=^|[\r\n])[^\r\n]+/g
const joined = /^( *(?:- +)?[\p{L}][\p{L}\p{N}_-]*)([:：]|[ \t]*(?:：|=>?)[ \t]*)(?=[^\s:/])/u
const bare = /^([\p{L}][\p{L}\p{N}_-]*) +[^\s:#]+$/u
const item = /^- +(?=[\p{L}][\p{L}\p{N}_-]*:(?: |$))/u
const indented = /^ +(?=[\p{L}][\p{L}\p{N}_-]*: +[^\s|>])/u
const complete = /^[\p{L}][\p{L}\p{N}_-]*: +[^\s|>#]/u
const opened = /^[\p{L}\p{N} _-]+: +(["'])(?:(?!\1)[^\\]|\\.)*$/u
const list = /^[\p{L}\p{N} _-]+: +(\[)[^[\]{}#"']*$/u

/** A line, and where it is. */
interface Line {
  readonly text: string
  readonly start: number
  readonly above: string
}

const edited = (at: Span, by: string, message: string): Slip => {
  const mend = [{ ...at, text: by }]
  return { at, message, mend, fix: mend }
}

/** Every slip that a line may have, tried in this order. */
const readers: readonly ((line: Line) => Slip | undefined)[] = [
  ({ text, start }) => {
    const [all, name = '', sign = ''] = joined.exec(text) ?? []
    if (all === undefined) return undefined
    const right = `${name}: ${text.slice(all.length)}`.trim()
    const what = sign === ':' ? ' without a blank behind it' : ''
    const at = { start: start + name.length, end: start + all.length }
    return edited(at, ': ', `Unexpected ${quote(sign.trim())}${what}, expected ${quote(right)}`)
  },
  ({ text, start }) => {
    const written = text.trimEnd()
    const [, name = ''] = bare.exec(written) ?? []
    if (name === '') return undefined
    const at = start + name.length
    return {
      at: { start, end: start + written.length },
      message: `Unexpected ${quote(written)} without a colon, expected ${quote(`${name}:${written.slice(name.length)}`)}`,
      mend: [{ start: at, end: at, text: ':' }],
    }
  },
  ({ text, start, above }) => {
    const [lead] = complete.test(above) ? (indented.exec(text) ?? []) : []
    if (lead === undefined) return undefined
    const message = `Unexpected blank before a key, expected ${quote(text.trim())} at the beginning of the line`
    return edited({ start, end: start + lead.length }, '', message)
  },
  ({ text, start }) => {
    const [dash] = item.exec(text) ?? []
    if (dash === undefined) return undefined
    const message = `Unexpected list item among keys, expected ${quote(text.slice(dash.length).trimEnd())}`
    return edited({ start, end: start + dash.length }, '', message)
  },
  ({ text, start }) => {
    const [written, sign] = opened.exec(text) ?? list.exec(text) ?? []
    if (written === undefined || sign === undefined) return undefined
    const at = start + written.indexOf(sign, written.indexOf(':'))
    const end = start + text.trimEnd().length
    const [closing, behind] = sign === '[' ? [']', 'the last value'] : [sign, 'the text']
    const mend = [{ start: end, end, text: closing }]
    return {
      at: { start: at, end: at + 1 },
      message: `Unexpected ${quote(sign)} that nothing closes, expected ${quote(closing)} behind ${behind}`,
      mend,
      // Behind a comment the sign would take it in.
      ...(!/\s#/.test(text) && { fix: mend }),
    }
  },
]

function slipIn(written: Line): Slip | undefined {
  for (const read of readers) {
    const slip = read(written)
    if (slip) return slip
  }
  return undefined
}

const mended = (text: string, slips: readonly Slip[]): string =>
  applyEdits(
    text,
    slips.flatMap(({ mend }) => mend),
  )

/** More lines than this are not looked through. */
const mostSlips = 16

/**
 * The small slips that are all that keeps a text from being YAML: a missing blank, sign or indentation. None where
 * mending them would not make it readable.
 * @param isReadable whether YAML can read a text
 */
export function yamlSlips(text: string, isReadable: (text: string) => boolean): Finding[] {
  const slips: Slip[] = []
  let above = ''
  for (const { index, 0: written } of text.matchAll(line)) {
    const slip = slipIn({ text: written, start: index, above })
    if (slip) slips.push(slip)
    if (slips.length > mostSlips) return []
    above = written
  }
  const alone = slips.find((slip) => isReadable(mended(text, [slip])))
  const found = alone ? [alone] : isReadable(mended(text, slips)) ? slips : []
  return found.map(({ mend: _, ...finding }) => finding)
}
