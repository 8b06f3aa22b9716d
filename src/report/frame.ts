import stringWidth from 'string-width'
import type { Place } from '../diagnostic.ts'
import { printable } from './printable.ts'

/** The line of a finding, cut to a width around the words, and the marks under them. */
export interface Frame {
  readonly line: string
  readonly marks: string
}

/** How much of the line is kept before the words, in characters. */
const lead = 24

/** As many characters as fit a width, which counts wide letters twice. */
function cutTo(text: string, width: number): string {
  let shown = ''
  let used = 0
  for (const character of text) {
    used += stringWidth(character)
    if (used > width) break
    shown += character
  }
  return shown
}

/**
 * Shows the words of a finding in their line.
 * @param width columns that the frame may take
 */
export function frame(
  line: string,
  { line: first, column, endLine, endColumn }: Place,
  width: number,
): Frame {
  const from = Math.min(column - 1, line.length)
  const to = endLine === first ? Math.min(Math.max(endColumn - 1, from), line.length) : line.length
  const whole = stringWidth(line) <= width
  const cut = whole || from <= lead ? 0 : from - lead
  const before = `${cut > 0 ? '…' : ''}${printable(line.slice(cut, from))}`
  const room = Math.max(8, width - stringWidth(before) - 1)
  const words = printable(line.slice(from, to))
  const shownWords = cutTo(words, room)
  const rest = printable(line.slice(to))
  const after = shownWords === words ? cutTo(rest, room - stringWidth(words)) : ''
  const complete = shownWords === words && after === rest
  const marks = '~'.repeat(Math.max(1, stringWidth(shownWords)))
  return {
    line: `${before}${shownWords}${after}${complete ? '' : '…'}`.trimEnd(),
    marks: `${' '.repeat(stringWidth(before))}${to > from ? marks : '^'}`,
  }
}
