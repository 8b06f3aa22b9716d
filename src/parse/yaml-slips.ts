import type { Edit, Finding } from '../model/diagnostic.ts'
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

function slipIn(text: string, start: number, above: string): Slip | undefined {
  const end = start + text.trimEnd().length
  const edited = (at: { start: number; end: number }, by: string, message: string): Slip => {
    const mend = [{ ...at, text: by }]
    return { at, message, mend, fix: mend }
  }
  const key = joined.exec(text)
  if (key) {
    const [all, name = ''] = key
    const at = { start: start + name.length, end: start + all.length }
    const right = `${name}: ${text.slice(all.length)}`.trim()
    const what = all.endsWith(':') ? ' without a blank behind it' : ''
    return edited(
      at,
      ': ',
      `Unexpected ${quote(all.slice(name.length).trim())}${what}, expected ${quote(right)}`,
    )
  }
  const [, unmarked = ''] = bare.exec(text.trimEnd()) ?? []
  if (unmarked !== '') {
    const at = start + unmarked.length
    const right = `${unmarked}:${text.slice(unmarked.length).trimEnd()}`
    return {
      at: { start, end },
      message: `Unexpected ${quote(text.trimEnd())} without a colon, expected ${quote(right)}`,
      mend: [{ start: at, end: at, text: ':' }],
    }
  }
  const lead = indented.exec(text)
  if (lead && complete.test(above)) {
    const at = { start, end: start + lead[0].length }
    return edited(
      at,
      '',
      `Unexpected blank before a key, expected ${quote(text.trim())} at the beginning of the line`,
    )
  }
  const [dash] = item.exec(text) ?? []
  if (dash !== undefined) {
    const at = { start, end: start + dash.length }
    return edited(
      at,
      '',
      `Unexpected list item among keys, expected ${quote(text.slice(dash.length).trimEnd())}`,
    )
  }
  const [written, sign] = opened.exec(text) ?? list.exec(text) ?? []
  if (written === undefined || sign === undefined) return undefined
  const at = start + written.indexOf(sign, written.indexOf(':'))
  const closing = sign === '[' ? ']' : sign
  const behind = sign === '[' ? 'the last value' : 'the text'
  return {
    at: { start: at, end: at + 1 },
    message: `Unexpected ${quote(sign)} that nothing closes, expected ${quote(closing)} behind ${behind}`,
    mend: [{ start: end, end, text: closing }],
    // Behind a comment the sign would take it in.
    ...(!/\s#/.test(text) && { fix: [{ start: end, end, text: closing }] }),
  }
}

function mended(text: string, slips: readonly Slip[]): string {
  let result = text
  for (const { mend } of slips.toReversed())
    for (const { start, end, text: by } of mend) result = result.slice(0, start) + by + result.slice(end)
  return result
}

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
    const slip = slipIn(written, index, above)
    if (slip) slips.push(slip)
    if (slips.length > mostSlips) return []
    above = written
  }
  const alone = slips.find((slip) => isReadable(mended(text, [slip])))
  const found = alone ? [alone] : isReadable(mended(text, slips)) ? slips : []
  return found.map(({ mend: _, ...finding }) => finding)
}
