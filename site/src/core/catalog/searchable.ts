/** Normalises text for search: lowercase, without accents, punctuation as spaces. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether each word of the query starts a word of the texts. An empty query matches everything. */
export function startsWords(query: string, texts: readonly string[]): boolean {
  const words = texts.flatMap((text) => searchable(text).split(' '))
  return searchable(query)
    .split(' ')
    .every((asked) => words.some((word) => word.startsWith(asked)))
}
