import type { Edit, Span } from '../diagnostic.ts'
import type { Item } from '../model.ts'

/** Bold text that is nothing but a label: no link, code or other mark in it that a new label would lose. */
const simple = /^(\*\*|__)[^*_`[\]\\]+\1$/

/** Writes a label as it should be: bold, with its colon inside. Empty when the label holds more than a name. */
export function labelFix(text: string, label: Span, name: string): Edit[] {
  if (!simple.test(text.slice(label.start, label.end))) return []
  const colon = /^[ \t]*:/.exec(text.slice(label.end))?.[0] ?? ''
  const outside = text.slice(label.start, label.end).includes(':') ? '' : colon
  return [{ start: label.start, end: label.end + outside.length, text: `**${name}:**` }]
}

/** Makes the plain words at the beginning of an item its label. */
export function unlabelledFix(text: string, { start, end }: Item, name: string): Edit[] {
  const source = text.slice(start, end)
  const match = /^((?:[-+*]|\d{1,9}[.)])[ \t]+)([^:*_`[\]\\\n\r]{1,40}):/.exec(source)
  if (!match) return []
  const from = start + (match[1] ?? '').length
  return [{ start: from, end: start + match[0].length, text: `**${name}:**` }]
}
