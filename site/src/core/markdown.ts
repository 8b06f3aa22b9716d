/**
 * Characters that no reader sees, or that turn the direction of what follows; joiners of scripts and emoji
 * stay.
 */
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/**
 * Text on one line that reads in Markdown as it stands: no markup, no HTML, and no links, which forges make
 * of bare addresses too.
 */
export const escapeLine = (text: string): string =>
  text
    .replace(/\r\n?|\n|\t/g, ' ')
    .replace(hidden, '')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!$@]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/:\/\//g, ':&#47;/')
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}&#46;`)

/** Text of many lines as a quotation with a paragraph for each line, every line escaped. */
export const quote = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(escapeLine)
    .filter((line) => line !== '')
    .map((line) => `> ${line}`)
    .join('\n>\n')

/** Most that a stored line may have. */
const longest = 500

/** A line of Markdown as plain text: links by their words, no emphasis, no code marks. */
export function plainText(markdown: string): string {
  const text = markdown
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/(\*\*|__|\*|`)/g, '')
    .replace(/\\([\\`*_{}[\]<>#+\-.!|])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
