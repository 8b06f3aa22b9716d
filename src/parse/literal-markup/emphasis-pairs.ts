import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { isBlank, isWord, type MarkRun } from './mark-runs.ts'
import { type MaskedText, masks } from './masked-text.ts'

/** Makes a finding from offsets in the masked text. */
export type Make = (from: number, to: number, message: string, fix?: StageFinding['fix']) => StageFinding

/** Whether punctuation beside a letter is all that keeps two runs from marking what is between them. */
function isPreventedByPunctuation(first: MarkRun, second: MarkRun): boolean {
  if (isBlank(first.after) || isBlank(second.before)) return false
  // A single asterisk behind a bracket is a product.
  if (first.marks.length === 1 && /[)\]]/.test(second.before)) return false
  const opened = !isWord(first.before) || isWord(first.after)
  if (opened && !isWord(second.before) && isWord(second.after)) return true
  return isWord(first.before) && /[\p{Ps}\p{Pi}"']/u.test(first.after)
}

/** Two runs that were meant to mark what stands between them, and why they don't. */
export function pair(
  first: MarkRun,
  second: MarkRun,
  masked: MaskedText,
  source: string,
  make: Make,
): StageFinding | undefined {
  if (first.marks !== second.marks) return undefined
  const { start } = masked
  const inside = source.slice(start + first.end, start + second.start)
  const written = quote(`${first.marks}${inside}${second.marks}`)
  if (isPreventedByPunctuation(first, second)) {
    const side = isWord(second.after) ? 'close' : 'open'
    return make(
      first.start,
      second.end,
      `Unexpected ${written} that marks nothing, because marks don’t ${side} between punctuation and a letter; expected the punctuation outside them, or a blank beside them`,
    )
  }
  const isApart = isBlank(first.after) || isBlank(second.before)
  const isMeant = first.marks.length === 2 && !isWord(first.before) && !isWord(second.after)
  if (!isApart || !isMeant || (isBlank(first.after) && !isBlank(first.before))) return undefined
  const fix = [
    {
      start: start + first.end,
      end: start + first.end + inside.length - inside.trimStart().length,
      text: '',
    },
    {
      start: start + second.start - (inside.length - inside.trimEnd().length),
      end: start + second.start,
      text: '',
    },
  ].filter((edit) => edit.end > edit.start)
  return make(
    first.start,
    second.end,
    `Unexpected blanks inside ${written}, expected ${quote(`${first.marks}${inside.trim()}${second.marks}`)}`,
    fix,
  )
}

/** `**words*` and `*words**`: more marks on one side than on the other. */
export function unbalanced(
  run: MarkRun,
  { start, text }: MaskedText,
  source: string,
  make: Make,
): StageFinding | undefined {
  if (run.marks.length !== 1 || !run.isRest) return undefined
  const [ahead, inner = ''] = /^\ue000([^\ue000\r\n]+)\ue000(?!\ue000)/.exec(text.slice(run.end)) ?? []
  const [behind] =
    /(?<!\ue000)\ue000[^\ue000\r\n]+\ue000$/.exec(text.slice(Math.max(0, run.start - 200), run.start)) ?? []
  const whole = ahead ?? behind
  if (whole === undefined || (ahead !== undefined && inner.trim() === '')) return undefined
  const from = ahead === undefined ? run.start - whole.length : run.start
  // Beside a mark that is meant as it stands it is open which of them are.
  if (text[from - 1] === masks.escape || text[from + whole.length + 1] === masks.escape) return undefined
  const to = from + whole.length + 1
  const missing = ahead === undefined ? from : to
  const written = source.slice(start + from, start + to)
  const right = ahead === undefined ? `${run.marks}${written}` : `${written}${run.marks}`
  // Marks behind punctuation close nothing before a letter.
  const next = text
    .slice(to, to + 4)
    .replace(/^\ue000+/, '')
    .charAt(0)
  const gap = ahead !== undefined && /[\p{P}\p{S}]$/u.test(inner) && isWord(next) ? ' ' : ''
  return make(
    from,
    to,
    `Unexpected ${quote(written)} with more marks on one side than on the other, expected ${quote(right)}`,
    [{ start: start + missing, end: start + missing, text: `${run.marks}${gap}` }],
  )
}
