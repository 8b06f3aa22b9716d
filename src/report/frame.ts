import stringWidth from 'fast-string-width'
import type { Place } from '../text/place.ts'
import { printable } from './printable.ts'

/** The line of a finding, cut to a width around the words, and the marks under them. */
export interface Frame {
  readonly line: string
  readonly marks: string
}

/** How much of the line is kept before the words, in columns; less where the frame is narrow. */
const lead = 24

/** Code units looked at for each column: lines of many kilobytes are not measured whole for every finding. */
const unitsPerColumn = 8

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

/** The same from the end. */
function cutFrom(text: string, width: number): string {
  let shown = ''
  let used = 0
  for (const character of Array.from(text).reverse()) {
    used += stringWidth(character)
    if (used > width) break
    shown = character + shown
  }
  return shown
}

/** A blank where two printable parts would read as a runner's command together. */
const gap = (left: string, right: string): string => (printable(left + right) === left + right ? '' : ' ')

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
  const most = unitsPerColumn * width
  const fits = line.length <= most && stringWidth(printable(line)) <= width
  const head = printable(line.slice(Math.max(0, from - most), from))
  const words = printable(line.slice(from, Math.min(to, from + most)))
  const tail = printable(line.slice(to, to + most))
  const kept = Math.min(lead, Math.floor(width / 2.5))
  const begins = fits || (from <= most && stringWidth(head) <= kept)
  const before = begins ? head : `…${cutFrom(head, kept)}`
  const left = before + gap(before, words || tail)
  const right = gap(left + words, tail) + tail
  const room = width - stringWidth(left)
  const ends = fits || (line.length - from <= most && stringWidth(words + right) <= room)
  const shown = ends ? words : cutTo(words, room - 1)
  const after = ends ? right : `${shown === words ? cutTo(right, room - 1 - stringWidth(words)) : ''}…`
  return {
    line: `${left}${shown}${after}`.trimEnd(),
    marks: `${' '.repeat(stringWidth(left))}${to > from ? '~'.repeat(Math.max(1, stringWidth(shown))) : '^'}`,
  }
}
