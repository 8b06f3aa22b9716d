import type { Span } from './place.ts'

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** An entry as an expression: any case, and `stem*` any ending. */
const expressionOf = (entry: string): string => {
  const words = entry.trim().split(/\s+/).map(literal).join('\\s+')
  return words.replace(/\\\*$/, '\\p{L}*')
}

/**
 * Makes a finder of words and phrases in a stretch of a text.
 * @param list entries separated by ` | `; `stem*` stands for every word that begins so
 */
export function wordFinder(list: string): (text: string, within: Span) => Span[] {
  const entries = list.split(' | ').map(expressionOf)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${entries.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text, { start, end }) =>
    Array.from(text.slice(start, end).matchAll(pattern), ({ index, 0: found }) => ({
      start: start + index,
      end: start + index + found.length,
    }))
}
