import { readFileSync } from 'node:fs'
import wordListPath from 'word-list'
import type { Edit } from '../../../src/model/diagnostic.ts'

const english: ReadonlySet<string> = new Set(readFileSync(wordListPath, 'utf8').split('\n'))

/** Letters wrong between two words: too many, too few, or others. */
function lettersWrong(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

const invisible = /[\p{Cf}\p{Variation_Selector}]/gu
/** A reference is the character that it stands for. */
const reference = /&#(\d{1,6});/g
const wordsOf = (text: string): string[] =>
  text
    .replace(reference, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(invisible, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=..)s$/, '')
const letters = (words: readonly string[]): string => words.map(singular).join('')

/** Whether a word may be written as another one: the same in the other number, or no English and two letters away. */
const mayBecome = (before: string, after: string): boolean =>
  singular(before) === singular(after) ||
  (!english.has(before) &&
    (lettersWrong(before, after) <= 2 || lettersWrong(singular(before), singular(after)) <= 2))

/** What a fix changes of the words between its edits; empty where it keeps the law. */
export function changedWords(text: string, fix: readonly Edit[]): string[] {
  return fix.flatMap(({ start, end, text: by }) => {
    // An edit inside a word changes the whole word.
    const left = /[\p{L}\p{N}\p{Cf}]*$/u.exec(text.slice(0, start))?.[0] ?? ''
    const right = /^[\p{L}\p{N}\p{Cf}]*/u.exec(text.slice(end))?.[0] ?? ''
    const before = wordsOf(left + text.slice(start, end) + right)
    const after = wordsOf(left + by + right)
    if (letters(before) === letters(after) || before.join('') === after.join('')) return []
    const same =
      before.length === after.length && before.every((word, at) => mayBecome(word, after[at] ?? ''))
    return same ? [] : [`${before.join(' ')} -> ${after.join(' ')}`]
  })
}
