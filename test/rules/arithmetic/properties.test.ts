import fc from 'fast-check'
import { test } from 'vitest'
import { checked } from './checked.ts'

const grouped = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 12, useGrouping: true })
const plain = (value: number): string => String(value)

interface Notation {
  readonly times: string
  readonly over: string
  readonly plus: string
  readonly minus: string
  readonly number: (value: number) => string
}

/** Ways to write signs and numbers. */
const notation = fc.record<Notation>({
  times: fc.constantFrom(' × ', ' * ', ' x ', ' · ', '×', ' times '),
  over: fc.constantFrom(' ÷ ', ' / ', '/', ' divided by '),
  plus: fc.constantFrom(' + ', '+', ' plus '),
  minus: fc.constantFrom(' − ', ' - ', '−', ' minus '),
  number: fc.constantFrom(grouped, plain),
})
const label = fc.constantFrom(
  '',
  ' GPUs',
  ' requests/s',
  ' calls a day',
  ' tokens (assumed)',
  ' clips per user',
)
const whole = fc.integer({ min: 2, max: 9999 })

/** A calculation with its exact whole value, written in some notation. */
const calculation = fc
  .tuple(notation, whole, whole, fc.integer({ min: 2, max: 99 }), label, fc.integer({ min: 0, max: 5 }))
  .map(([{ times, over, plus, minus, number }, a, b, c, what, shape]) => {
    const [x, y, z] = [number(a) + what, number(b), number(c)]
    const shapes: readonly (readonly [text: string, value: number])[] = [
      [`${x}${times}${y}`, a * b],
      [`${x}${plus}${y}${times}${z}`, a + b * c],
      [`(${x}${plus}${y})${times}${z}`, (a + b) * c],
      [`${number(a * c)}${what}${over}${z}`, a],
      [`${number(a + b)}${what}${minus}${y}`, a],
      [`${number(a * 100)}${what}${over}${number(100)}${plus}${y}${minus}${z}`, a + b - c],
    ]
    const [text, value] = shapes[shape] ?? ['', 0]
    return { text: text.replaceAll('*', '\\*'), value, number, what }
  })

/** Sentences around a calculation. */
const around = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `At the peak it is ${text}, which is enough.`,
  (text) => `**Cost:** ${text}; more is not needed.`,
  (text) => `A queue (${text}) forms.`,
  (text) => `[${text} in all](../rubric.md#cost-and-latency-reasoning)`,
)

const write = (text: string, value: number, { number }: Pick<Notation, 'number'>): string =>
  `${text} = ${number(value).replace('-', '−')}`

/** A text with one digit changed, the digit being one of its last number. */
function withWrongDigit(text: string, at: number, by: number): string {
  const places = Array.from(
    text.slice(text.lastIndexOf('=')).matchAll(/\d/g),
    ({ index }) => text.lastIndexOf('=') + index,
  )
  const place = places[at % places.length] ?? 0
  const digit = (Number(text[place]) + by) % 10
  const isLeading = digit === 0 && place === places[0] && places.length > 1
  return (
    text.slice(0, place) + String(isLeading ? (Number(text[place]) % 9) + 1 : digit) + text.slice(place + 1)
  )
}

/** Exactly between two numbers both are right. */
const isHalf = (value: number, digits: number): boolean => Math.abs(((value * 10 ** digits) % 1) - 0.5) < 1e-6

test('what is right passes in every notation', () => {
  fc.assert(
    fc.property(calculation, around, ({ text, value, number }, put) => {
      const { compared, messages } = checked(put(write(text, value, { number })))
      return compared === 1 && messages.length === 0
    }),
    { numRuns: 500 },
  )
})

test('one wrong digit in a result is found', () => {
  const change = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(calculation, around, change, ({ text, value, number }, put, [at, by]) => {
      const right = write(text, value, { number })
      const wrong = withWrongDigit(right, at, by)
      return wrong === right || checked(put(wrong)).messages.length === 1
    }),
    { numRuns: 500 },
  )
})

test('a quotient is right when it is rounded to the digits that are shown, and wrong by one in the last', () => {
  const decimals = fc.integer({ min: 1, max: 4 })
  fc.assert(
    fc.property(whole, whole, decimals, fc.boolean(), (a, b, digits, isMore) => {
      const shown = (a / b).toFixed(digits)
      const wrong = (Number(shown) + (isMore ? 1 : -1) * 10 ** -digits).toFixed(digits)
      fc.pre(Number(shown) > 0 && Number(wrong) > 0 && !isHalf(a / b, digits))
      return (
        checked(`It is ${a} ÷ ${b} = ${shown}.`).messages.length === 0 &&
        checked(`It is ${a} ÷ ${b} = ${wrong}.`).messages.length === 1
      )
    }),
    { numRuns: 500 },
  )
})

test('rounding up and down is that and nothing else', () => {
  fc.assert(
    fc.property(whole, whole, fc.integer({ min: -2, max: 2 }), (a, b, off) => {
      const [up, down] = [Math.ceil(a / b), Math.floor(a / b)]
      const wrong = (value: number, how: string): number =>
        checked(`${a} ÷ ${b} = ${value} (rounded ${how})`).messages.length
      // What ends in 0 may be rounded to tens.
      fc.pre(down + off > 0 && (up + off) % 10 !== 0 && (down + off) % 10 !== 0)
      return (
        wrong(up + off, 'up') === (off === 0 ? 0 : 1) && wrong(down + off, 'down') === (off === 0 ? 0 : 1)
      )
    }),
    { numRuns: 300 },
  )
})

test('any text at all is read without a throw', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'0123456789+-*/^=≈().,%×÷−√²³ ',
      ' = ',
      ' of ',
      ' per 1,000 ',
      'ln',
      'e^',
      ' ms',
      ' rounded up ',
      '1e99',
    ),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const message of checked(`5 = 5 ${pieces.join('')}`).messages)
        if (!/^Unexpected .+, expected .+/.test(message)) throw new Error(message)
    }),
    { numRuns: 2000 },
  )
})
