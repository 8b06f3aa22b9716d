import type { Document, Item } from '../model/document.ts'
import type { Span } from '../text/place.ts'
import { proseWith } from './prose.ts'

const signs = /TODO|TBD|FIXME|XXX|lorem\s+ipsum/i
const marks = /\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll][Oo][Rr][Ee][Mm]\s+[Ii][Pp][Ss][Uu][Mm]\b/g

/** Where a text says that something is to be written: in running text, not in code. */
export const waitingMarks = (document: Document): Span[] =>
  Array.from(proseWith(document, signs)).flatMap(({ start, end }) =>
    Array.from(document.text.slice(start, end).matchAll(marks), ({ index, 0: mark }) => ({
      start: start + index,
      end: start + index + mark.length,
    })),
  )

/** Whether a text is nothing but dots. */
export const isOnlyDots = (text: string): boolean => /^[\s.…_?-]+$/.test(text) && /…|\.\.\./.test(text)

/**
 * Whether an item waits to be written, of which rule `placeholder` tells.
 * @param marks where the document says that something is to be written
 */
export const isWaitingItem = ({ start, end, text }: Item, marks: readonly Span[]): boolean =>
  isOnlyDots(text) || marks.some((mark) => start <= mark.start && mark.end <= end)
