import { codePoint } from '../text/code-point.ts'

/** Letters of other scripts that look like a Latin one. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аα', 'a'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еε', 'e'],
    ['һ', 'h'],
    ['іι', 'i'],
    ['ј', 'j'],
    ['к', 'k'],
    ['ӏ', 'l'],
    ['оο', 'o'],
    ['рρ', 'p'],
    ['ѕ', 's'],
    ['т', 't'],
    ['υ', 'u'],
    ['ѵν', 'v'],
    ['хχ', 'x'],
    ['уγ', 'y'],
    ['‐‑–—−', '-'],
  ].flatMap(([letters = '', latin = '']) => [...letters].map((letter) => [letter, latin])),
)

const invisible = /[\p{Cf}\p{Zl}\p{Zp}\p{Cc}]|[^\S ]/u

/** The value as a reader sees it: without what can't be seen, in the letters that its own look like. */
export const asSeen = (value: string): string =>
  Array.from(value, (character) => lookalikes[character] ?? (/^\s$/.test(character) ? ' ' : character))
    .filter((character) => !/\p{Cf}/u.test(character))
    .join('')
    .trim()

/** What of a value a reader can't see; undefined where nothing is hidden. */
export function hiddenIn(value: string): string | undefined {
  if (/[\n\r]\s*$/.test(value)) return 'a line break at its end'
  if (/[\n\r]/.test(value)) return 'a line break in it'
  if (/^ | $/.test(value)) return 'a blank beside it'
  for (const character of value) {
    if (invisible.test(character)) return `the character ${codePoint(character)} in it`
    const latin = lookalikes[character]
    if (latin !== undefined) return `${codePoint(character)} in place of \`${latin}\``
  }
  return undefined
}
