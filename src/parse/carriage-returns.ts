import type { Edit, StageFinding } from '../model/diagnostic.ts'

/** Lone carriage returns: they end a line, or stand before an end that is whole without them. */
const loneReturns = /\r(?!\n)/g

/**
 * Lines that end as those of no present system do. What wrote one of them has written them all, so they are one
 * finding.
 */
export function carriageReturns(text: string): StageFinding | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const fix = Array.from(
    text.matchAll(loneReturns),
    ({ index: start }): Edit => ({
      start,
      end: start + 1,
      text: text.startsWith('\r\n', start + 1) ? '' : lineEnd,
    }),
  )
  const [first] = fix
  if (!first) return undefined
  const { length } = fix
  const found =
    length === 1
      ? 'lone carriage return (U+000D), expected a line feed'
      : text.includes('\n')
        ? `${length} lone carriage returns (U+000D), expected line feeds`
        : 'carriage return (U+000D) at the end of every line, expected line feeds'
  return { rule: 'encoding', at: { start: first.start, end: first.end }, message: `Unexpected ${found}`, fix }
}

/** A text as if its line ends were fixed, with every other character in its place. */
export const withLineFeeds = (text: string): string =>
  text.replace(loneReturns, (_, at: number) => (text.startsWith('\r\n', at + 1) ? ' ' : '\n'))
