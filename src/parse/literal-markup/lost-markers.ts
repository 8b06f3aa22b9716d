import type { Nodes } from 'mdast'
import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { spanOf } from '../span.ts'
import { lineFrom, lineStart } from './source-line.ts'

/** Every line that this rule may be about. */
const possible =
  /^[ \t>]*(?:[-+](?:\*\*|__|[\p{L}[`]|[^\S \t\r\n])|\d{1,3}[.)](?:\*\*|__|[\p{L}[`])|[•◦▪‣])/mu
const marker =
  /(?<=^|[\r\n])[ \t>]*(?:([-+]|\d{1,3}[.)])([^\S \t\r\n])?(\*\*|__|[\p{L}[`])|([•◦▪‣])[^\S\r\n]*(?=\S))/gu
const listLine = /^(?:[-+*]|\d{1,3}[.)])(?:[ \t]|\*\*|[\p{L}[`])|^[•◦▪‣]/u

/** The line above or below, without blank ones between, if it begins as far from the margin. */
function isBesideList(source: string, start: number, end: number, lead: string): boolean {
  const above = source.slice(0, start).trimEnd()
  const next = end + (/^\s*?(?=[ \t>]*\S)/.exec(source.slice(end, end + 400))?.[0].length ?? 0)
  return [lineStart(source, above.length), lineStart(source, next + 1)].some((at) => {
    const line = lineFrom(source, at)
    return at !== start && line.startsWith(lead) && listLine.test(line.slice(lead.length))
  })
}

interface Lost {
  readonly at: number
  readonly sign: string
  /** What is written in place of a blank. */
  readonly gap: string
  readonly words: string
}

function finding({ at, sign, gap, words }: Lost): StageFinding {
  const isBullet = /[•◦▪‣]/.test(sign)
  const right = isBullet ? '-' : sign
  const written = `${sign}${gap}${words}`
  const what = isBullet ? `that makes no list` : `without a blank behind ${quote(sign)}`
  const from = isBullet ? at : at + sign.length
  return {
    rule: 'literal-markup',
    at: { start: at, end: at + written.length },
    message: `Unexpected ${quote(written, 40)} ${what}, expected ${quote(`${right} ${words}`, 40)}`,
    fix: [{ start: from, end: at + sign.length + gap.length, text: isBullet ? '- ' : ' ' }],
  }
}

/** Lines that were meant as list items: `-**Latency:** …`, `1.First`, `• item`. */
export function lostMarkers(nodes: readonly Nodes[], source: string): StageFinding[] {
  if (!possible.test(source)) return []
  return nodes.flatMap((node): StageFinding[] => {
    if (node.type !== 'paragraph') return []
    const { start, end } = spanOf(node)
    return Array.from(source.slice(start, end).matchAll(marker)).flatMap((match): StageFinding[] => {
      const [all, mark = '', blank = '', begins = '', bullet] = match
      const sign = bullet ?? mark
      const at = start + match.index + all.indexOf(sign)
      const from = lineStart(source, at)
      const lead = source.slice(from, at)
      if (!/^[ \t>]*$/.test(lead)) return []
      const line = lineFrom(source, at)
      const isLabel = begins === '**' || begins === '__'
      const isNumber = /\d/.test(mark) && at === start && /\p{Lu}/u.test(begins)
      const isCertain = bullet !== undefined || isLabel || isNumber || blank !== ''
      if (!isCertain && !isBesideList(source, from, at + line.length, lead)) return []
      const gap = bullet === undefined ? blank : (/^[^\S\r\n]*/.exec(line.slice(1))?.[0] ?? '')
      return [finding({ at, sign, gap, words: line.slice(sign.length + gap.length).trimEnd() })]
    })
  })
}
