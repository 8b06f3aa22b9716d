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
