import { itemAt } from './item-at.ts'
import type { Place, Span } from './place.ts'

export type Locate = (span: Span) => Place

/** Where each line begins. */
function lineStarts(text: string): number[] {
  const starts = [0]
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  } else {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  }
  return starts
}

/** The line that an offset is in, by binary search. */
function lineOf(offset: number, starts: readonly number[]): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (itemAt(starts, middle) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Translates offsets into lines and columns. LF, CRLF and a lone CR end a line, as in CommonMark.
 * Binary search over line starts: `vfile-location` scans from the first line for every look-up,
 * which on a hostile file of 256 KiB takes minutes.
 * @param base characters that stood before the text in its file: 1 for a byte order mark
 */
export function locator(text: string, base: 0 | 1 = 0): Locate {
  // Found at the first look-up: most files have nothing to locate.
  let starts: readonly number[] | undefined
  const point = (offset: number): [line: number, column: number] => {
    const bounded = Math.max(-base, Math.min(offset, text.length))
    starts ??= lineStarts(text)
    const line = lineOf(bounded, starts)
    return [line + 1, bounded - itemAt(starts, line) + 1 + (line === 0 ? base : 0)]
  }
  return ({ start, end }) => {
    const [line, column] = point(start)
    const [endLine, endColumn] = point(end)
    return { line, column, endLine, endColumn }
  }
}
