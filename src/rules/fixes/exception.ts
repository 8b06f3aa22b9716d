import type { Edit } from '../../model/diagnostic.ts'
import type { Drill } from '../../model/drill.ts'
import type { Span } from '../../text/place.ts'

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1

const lineEnd = (text: string, at: number): number => {
  const found = /\r\n|\n|\r/.exec(text.slice(at))
  return found ? at + found.index + found[0].length : text.length
}

/** Takes out the key with its only exception. */
function keyFix(text: string, key: Span, list: Span, item: Span): Edit[] {
  const [start, end] = [lineStart(text, key.start), lineEnd(text, Math.max(list.end, item.end))]
  const alone =
    start === key.start &&
    /^[ \t]*:\s*(?:-|\[)?\s*$/.test(text.slice(key.end, item.start)) &&
    /^\s*(?:,?\s*\])?\s*$/.test(text.slice(item.end, end))
  return alone ? [{ start, end, text: '' }] : []
}

/** Takes one of several exceptions out of `[…]`. */
function flowFix(text: string, item: Span, previous: Span | undefined, next: Span | undefined): Edit[] {
  const [start, end] = next ? [item.end, next.start] : [previous?.end ?? item.start, item.start]
  if (text.slice(start, end).trim() !== ',') return []
  return [{ start: next ? item.start : start, end: next ? end : item.end, text: '' }]
}

/** Takes the lines of one of several exceptions out of a list. Comments between them stay. */
function blockFix(text: string, item: Span, previous: Span | undefined, next: Span | undefined): Edit[] {
  const [start, end] = [lineStart(text, item.start), lineEnd(text, item.end)]
  const alone =
    /^[ \t]*-[ \t]+$/.test(text.slice(start, item.start)) && text.slice(item.end, end).trim() === ''
  if (!alone) return []
  // The edit reaches up to its neighbour: two of them are not made at once, so that a list is never left empty.
  if (next) {
    const upTo = lineStart(text, next.start)
    return [{ start, end: upTo, text: text.slice(end, upTo) }]
  }
  const from = previous ? lineEnd(text, previous.end) : start
  return [{ start: from, end, text: text.slice(from, start) }]
}

/**
 * Takes an exception out of the front matter: the last one with its key.
 * Empty where a comment would be lost, or the list is written in a way of its own.
 */
export function exceptionFix({ text, matter }: Drill, index: number): Edit[] {
  const all = matter.data?.exceptions ?? []
  const place = (at: number): Span | undefined =>
    at >= 0 && at < all.length ? matter.at(['exceptions', at]) : undefined
  const item = place(index)
  if (!item) return []
  const list = matter.at(['exceptions'])
  if (all.length === 1) return keyFix(text, matter.keyAt(['exceptions']), list, item)
  const remove = text[list.start] === '[' ? flowFix : blockFix
  return remove(text, item, place(index - 1), place(index + 1))
}
