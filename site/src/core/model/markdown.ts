/** Invisible characters and those that change the text direction, except the joiners that scripts and emoji need. */
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/**
 * Escapes text as a single line of Markdown: no markup, no HTML, and no links, because forges turn bare URLs into
 * links.
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

/** A multi-line text as a blockquote, with one escaped paragraph per line. */
export const quote = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(escapeLine)
    .filter((line) => line !== '')
    .map((line) => `> ${line}`)
    .join('\n>\n')

/** The length limit of stored lines. */
const longest = 500

/** Strips links, emphasis and code marks from a line of Markdown. */
export const inlineText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/(\*\*|__|\*|`)/g, '')
    .replace(/\\([\\`*_{}[\]<>#+\-.!|])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** The plain text of a line of Markdown, cut off where it is longer than a stored line may be. */
export function plainText(markdown: string): string {
  const text = inlineText(markdown)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
