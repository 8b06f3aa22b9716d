import type { Span } from '../text/place.ts'

/**
 * The fence of code that is never closed: it swallows the rest of the file.
 * @param at where the code stands, with its fences
 */
export function unclosedFence(at: Span, text: string): Span | undefined {
  const source = text.slice(at.start, at.end)
  const open = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (open === undefined) return undefined
  const last =
    source
      .split(/\r\n|\n|\r/)
      .slice(1)
      .at(-1)
      ?.replace(/^[ \t>]*/, '')
      .trimEnd() ?? ''
  if (last.length >= open.length && last === open.charAt(0).repeat(last.length)) return undefined
  return { start: at.start, end: at.start + open.length }
}
