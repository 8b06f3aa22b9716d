import type { Token } from './tokens.ts'

/** Powers of ten that are written in words or letters. */
const scales: ReadonlyMap<string, number> = new Map([
  ...(['k', 'K', 'thousand'] as const).map((word) => [word, 1e3] as const),
  ...(['M', 'million'] as const).map((word) => [word, 1e6] as const),
  ...(['B', 'G', 'bn', 'billion'] as const).map((word) => [word, 1e9] as const),
  ...(['T', 'trillion'] as const).map((word) => [word, 1e12] as const),
  ['hundred', 100],
])
const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The value of a number in words; undefined for another word. */
export function spelled(word: string): number | undefined {
  const value = small.indexOf(word.toLowerCase()) + 1
  return value > 0 ? value : word.length > 2 ? scales.get(word) : undefined
}

/** Whether a token is a number, in digits or in words. */
export const isNumber = (token: Token | undefined): boolean =>
  token?.kind === 'number' || (token?.kind === 'word' && spelled(token.text) !== undefined)

/** The power of ten that a word behind a number stands for; `B` that does not cling to its number is bytes. */
export function scaleOf(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word' || (token.text === 'B' && token.apart)) return undefined
  return scales.get(token.text)
}
