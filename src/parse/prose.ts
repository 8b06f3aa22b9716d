import type { Document } from '../model/document.ts'

/**
 * The stretches of prose that may hold a match: those in which a sign of it begins. The text is searched once, not each
 * of its hundred stretches.
 * @param sign what every match holds, whatever stands before and after it
 */
export function* proseWith({ text, prose }: Document, sign: RegExp): Generator<Document['prose'][number]> {
  let next = -1
  for (const stretch of prose) {
    if (next < stretch.start) {
      const found = text.slice(stretch.start).search(sign)
      if (found === -1) return
      next = stretch.start + found
    }
    if (next < stretch.end) yield stretch
  }
}
