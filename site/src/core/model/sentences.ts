/** A stretch of a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Up to the end of a sentence with its closing marks, or to the end of a line. */
const sentence = /\S[^\n]*?(?:[.!?…]+["”’)\]]*(?=\s|$)|(?=\n|$))/g

/** The sentences and lines of a text. They don't overlap, and hold all of it but blanks. */
export const sentencesOf = (text: string): readonly Span[] =>
  [...text.matchAll(sentence)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
