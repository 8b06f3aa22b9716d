/** The words of a text that have a blank between them. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))
