import { printable } from '../report/printable.ts'

/** Author text as a code span: in there nothing links, mentions, embeds or formats. */
export function code(text: string): string {
  const inside = printable(text).replaceAll('`', 'ˋ')
  return `\`${inside.trim() === '' ? '?' : inside}\``
}

/**
 * Author text as running text. Forges turn `@name` and `#1` into mentions even when they are escaped, so a comment,
 * which nobody sees, parts them.
 */
export function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|!&~$]/g, (sign) => `\\${sign}`)
    .replace(/[@#](?=\w)/g, (sign) => `\\${sign}<!-- -->`)
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, (sign) => `\\${sign}`)
    .replace(/^(?:[-+#=]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`))
}

/** Our own words, in which author text stands between backticks. */
export function told(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escaped(part) : code(part)))
    .join('')
}
