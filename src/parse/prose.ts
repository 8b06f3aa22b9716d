import type { Document } from '../model/document.ts'

/**
 * The stretches of prose that may hold a match. The text is searched once, not each of its hundred stretches.
 * @param sign what every match starts or holds, wherever it is
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
