import type { Span } from './place.ts'

/**
 * Puts one character in place of every other one inside spans, which may overlap. Line ends stay, and so do all
 * offsets.
 */
export function fillSpans(text: string, spans: readonly Span[], by: string): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\r\n]/g, by))
    at = end
  }
  return parts.join('') + text.slice(at)
}
