/** Whether a word is in kebab case and begins with a letter, as ids do. */
export const isKebab = (word: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(word)
