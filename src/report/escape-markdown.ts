import { printable } from './printable.ts'

/** Author text as a code span, in which nothing links, mentions, embeds or formats. */
export function codeSpan(text: string): string {
  const inside = printable(text).replaceAll('`', 'ˋ')
  return `\`${inside.trim() === '' ? '?' : inside}\``
}

/**
 * Author text as running text. Forges turn `@name` and `#1` into mentions even when escaped, so an invisible comment
 * breaks them up.
 */
export function escapeText(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|!&~$]/g, (sign) => `\\${sign}`)
    .replace(/[@#](?=\w)/g, (sign) => `\\${sign}<!-- -->`)
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, (sign) => `\\${sign}`)
    .replace(/^(?:[-+#=]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`))
}

/** A message of ours, with author text in backticks. */
export function escapeMessage(message: string): string {
  return message
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escapeText(part) : codeSpan(part)))
    .join('')
}
