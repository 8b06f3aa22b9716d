import type { Item } from '../model/document.ts'

/** Marks of what is to be written. */
export const waitingMarks: RegExp =
  /\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll][Oo][Rr][Ee][Mm] [Ii][Pp][Ss][Uu][Mm]\b/g

/** Whether a text is nothing but dots. */
export const isOnlyDots = (text: string): boolean => /^[\s.…_?-]+$/.test(text) && /…|\.\.\./.test(text)

/** Whether a text waits to be written: it has a mark of that, or is nothing but dots. */
export const isWaiting = (text: string): boolean => text.search(waitingMarks) >= 0 || isOnlyDots(text)

/**
 * Whether an item waits to be written.
 * @param instructions what the practice loop says of points, which `drills new` puts in the place of text
 */
export const isWaitingItem = ({ text }: Item, instructions: ReadonlySet<string>): boolean =>
  isWaiting(text) || instructions.has(text)
