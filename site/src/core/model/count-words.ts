/** Words as a reader counts them: what stands between blanks and holds a letter or a figure. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
