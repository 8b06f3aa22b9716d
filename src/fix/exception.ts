import type { Edit } from '../diagnostic.ts'
import type { Drill } from '../model.ts'

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1

const lineEnd = (text: string, at: number): number => {
  const match = /\r\n|\n|\r|$/g
  match.lastIndex = at
  const found = match.exec(text)
  return found ? found.index + found[0].length : text.length
}

/**
 * Takes an exception out of the front matter: the last one with its key, another one with its line.
 * Empty where the list is written in a way that would need more than lines to be taken out.
 */
export function exceptionFix({ text, matter }: Drill, index: number): Edit[] {
  const all = matter.data?.exceptions ?? []
  const item = matter.at(['exceptions', index])
  const list = matter.at(['exceptions'])
  const key = matter.keyAt(['exceptions'])
  const before = text.slice(lineStart(text, item.start), item.start)
  // The value of a block list begins below its key; trailing blanks and comments belong to nobody we may lose.
  const last = Math.max(item.end, list.start)
  const content = text.slice(item.start, item.end).trimEnd()
  const end = lineEnd(text, item.start + content.length)
  if (text.slice(item.start + content.length, end).trim() !== '' && text[list.start] !== '[') return []
  if (all.length === 1) {
    const whole = text[list.start] === '[' ? lineEnd(text, list.end) : end
    const kept = text.slice(lineEnd(text, key.start), lineStart(text, last)).includes('#')
    return kept ? [] : [{ start: lineStart(text, key.start), end: whole, text: '' }]
  }
  if (/^[ \t]*-[ \t]+$/.test(before)) return [{ start: lineStart(text, item.start), end, text: '' }]
  if (text[list.start] !== '[') return []
  const next = matter.at(['exceptions', index + 1])
  const previous = matter.at(['exceptions', index - 1])
  if (index < all.length - 1) return [{ start: item.start, end: next.start, text: '' }]
  return [{ start: previous.end, end: item.end, text: '' }]
}
