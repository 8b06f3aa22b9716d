import { textOf } from '../model/attempt.ts'
import { sentencesOf } from '../model/sentences.ts'
import type { Attempt } from '../model/types.ts'
import { fieldsInOrder } from './answer-pairs.ts'

/** From 2 on: “one” is no quantity. */
const numerals = 'two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Other ways to write a unit. */
const notations: Readonly<Record<string, string>> = {
  '×': 'time',
  x: 'time',
  fold: 'time',
  '%': 'percent',
  'per cent': 'percent',
  millisecond: 'ms',
  second: 's',
  sec: 's',
  minute: 'min',
  hour: 'h',
}

/** A number, in figures or a short one in words, and the word or sign after it. */
const figure = new RegExp(
  `(?:^|[^\\p{L}\\d.,])(\\d+(?:[.,]\\d+)*|(?:${numerals.join('|')})(?=[\\s-]|fold))[\\s-]*(per cent\\b|[%×]|\\p{L}+)`,
  'giu',
)

/** What stands after a number that is none of a quantity. */
const noUnits = new Set('a an and are as at by for from in is it of on or that the to was with'.split(' '))

function unitOf(word: string): string {
  const unit = word.toLowerCase()
  const one = unit.length > 3 ? unit.replace(/s$/, '') : unit
  return Object.hasOwn(notations, one) ? (notations[one] ?? one) : one
}

function numberOf(number: string): string {
  const index = numerals.indexOf(number.toLowerCase())
  return index === -1 ? number.replace(/,(?=\d{3})/g, '') : String(index + 2)
}

/** The quantities of a text, in one notation: `4 time` for `four times`, `180 ms` for `180 milliseconds`. */
const figuresIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(figure)].flatMap(([, number = '', word = '']) =>
      noUnits.has(word.toLowerCase()) ? [] : `${numberOf(number)} ${unitOf(word)}`,
    ),
  )

/** A single quantity may well be shared by chance. */
const least = 2

/** The first sentence of an answer that shares the most quantities with one of some phrases; undefined where none shares two. */
export function sentenceWithFigures(attempt: Attempt, phrases: readonly string[]): string | undefined {
  const wanted = phrases.map(figuresIn).filter(({ size }) => size >= least)
  if (wanted.length === 0) return undefined
  let best: string | undefined
  let most = least - 1
  for (const { id } of fieldsInOrder(attempt)) {
    const text = textOf(attempt, id)
    for (const { start, end } of sentencesOf(text)) {
      const sentence = text.slice(start, end)
      const mine = figuresIn(sentence)
      const shared = Math.max(...wanted.map((phrase) => [...phrase].filter((each) => mine.has(each)).length))
      if (shared > most) {
        most = shared
        best = sentence
      }
    }
  }
  return best
}
