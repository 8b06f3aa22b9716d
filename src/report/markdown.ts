import { printable } from './printable.ts'

const entity = (character: string): string => `&#${character.charCodeAt(0)};`

/**
 * Text in which no character means anything to Markdown or HTML inside a line. Character references are never part
 * of their syntax; a backslash would be shown in code, and not every forge reads it the same way in a table.
 */
const literal = (text: string): string => text.replace(/[!-+./:-@[-`{-~]/g, entity)

/** Code that no later stage of a forge makes a link of; an address of mail is one even there, unless it is in two. */
const code = (text: string): string =>
  text
    .split(/(?<=@)/)
    .map((part) => `<code>${literal(part)}</code>`)
    .join('')

/** A word of a sentence. Mentions, emoji names, issue numbers and addresses hold other characters. */
const plain = /^[\p{L}\p{M}\p{N}.,;?()'’“”–—…%-]*:?$/u

/** A path, or anything that is no sentence, on one line of Markdown. */
export const markdownCode = (text: string): string => code(printable(text))

/** A message on one line of Markdown: backticks make code, everything else is escaped. */
export function markdownText(text: string): string {
  return printable(text)
    .split('`')
    .map((part, index, parts) => {
      const closed = index % 2 === 1 && index < parts.length - 1
      if (closed) return part === '' ? '' : code(part)
      return part
        .split(' ')
        .map((word) => (plain.test(word) ? literal(word) : code(word)))
        .join(' ')
    })
    .join('')
}
