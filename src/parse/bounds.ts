import type { StageFinding } from '../model/diagnostic.ts'
import type { Span } from '../text/place.ts'

/** Most lines of a Markdown file: a drill has about two hundred. */
export const maxLines = 2000
/** Most characters that mean something in Markdown: a drill has about two thousand. */
export const maxMarks = 5000
/** Most marks times length, summed over the paragraphs: a drill has about 1,000,000. */
export const maxEffort = 10_000_000

const finding = (at: Span, message: string): StageFinding => ({ rule: 'encoding', at, message })

const isMark = Uint8Array.from({ length: 128 }, (_, code) =>
  /[[\]*_`<\\&>+.)-]/.test(String.fromCharCode(code)) ? 1 : 0,
)

interface Paragraph extends Span {
  readonly marks: number
}

const effortOf = ({ start, end, marks }: Paragraph): number => marks * (end - start)

/** Where most of the effort would be, with what is too much: the paragraph itself, or all of them together. */
function tooCostly(paragraph: Paragraph, marks: number, effort: number): StageFinding {
  const { start, end } = paragraph
  const here = `${paragraph.marks} brackets, asterisks and other Markdown marks in one paragraph of ${end - start} characters`
  return finding(
    { start, end },
    2 * effortOf(paragraph) > effort
      ? `Unexpected ${here}, expected shorter paragraphs`
      : `Unexpected ${marks} brackets, asterisks and other Markdown marks in long paragraphs, expected shorter ones; the costliest is this one, with ${paragraph.marks} in ${end - start} characters`,
  )
}

/** Whether a text is within bounds even if all its marks were in one paragraph. Looking at each line takes five times as long. */
function isSmall(text: string, from: number): boolean {
  let lines = 1
  let marks = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || code === 0x0d) lines += 1
    else if (code < 128 && at >= from) marks += isMark[code] ?? 0
  }
  return lines <= maxLines && marks <= maxMarks && marks * text.length <= maxEffort
}

/**
 * Finds a text on which a Markdown parser would spend seconds or minutes: it searches the whole paragraph for the other
 * end of each mark.
 * @param from where the Markdown begins
 */
export function beyondBounds(text: string, from: number): StageFinding | undefined {
  if (isSmall(text, from)) return undefined
  let lines = 1 + Array.from(text.slice(0, from).matchAll(/\r\n|\n|\r/g)).length
  let marks = 0
  let effort = 0
  let paragraph: Paragraph = { start: from, end: from, marks: 0 }
  let costliest = paragraph
  for (const match of text.slice(from).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const [, line = ''] = match
    const start = from + match.index
    const end = start + line.length
    if (lines > maxLines && start < text.length)
      return finding(
        { start, end: start },
        `Unexpected line ${lines}, expected at most ${maxLines} in a file`,
      )
    lines += 1
    if (line.trim() === '') {
      paragraph = { start: end, end, marks: 0 }
      continue
    }
    const opened = /^(?:[ \t]*(?:>|[-+]|\d{1,9}[.)]))*/.exec(line)?.[0] ?? ''
    const own = (line.match(/[[\]*_`<\\&]/g)?.length ?? 0) + (opened.match(/[>+.)-]/g)?.length ?? 0)
    marks += own
    if (marks > maxMarks)
      return finding(
        { start, end },
        `Unexpected ${marks} brackets, asterisks and other Markdown marks up to this line, expected at most ${maxMarks} in a file`,
      )
    const before = effortOf(paragraph)
    paragraph = {
      start: paragraph.marks === 0 && paragraph.start === paragraph.end ? start : paragraph.start,
      end,
      marks: paragraph.marks + own,
    }
    effort += effortOf(paragraph) - before
    if (effortOf(paragraph) > effortOf(costliest)) costliest = paragraph
  }
  return effort > maxEffort ? tooCostly(costliest, marks, effort) : undefined
}
