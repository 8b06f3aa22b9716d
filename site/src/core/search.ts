/** Text as it is compared: small letters, no accents, and blanks for all that is no letter or figure. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether every word of a query begins a word of one of the texts; a blank query fits everything. */
export function matches(query: string, texts: readonly string[]): boolean {
  const words = texts.flatMap((text) => searchable(text).split(' '))
  return searchable(query)
    .split(' ')
    .every((asked) => words.some((word) => word.startsWith(asked)))
}
