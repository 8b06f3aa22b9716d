import fc from 'fast-check'
import { realWorld } from './real-world.ts'
import { examples, type Text } from './texts.ts'

const words = fc.constantFrom(
  ...'recall¦“Größe”¦naïve¦東京¦p95¦12 %¦12\u00a0%¦3.5¦e.g.¦a_b_c¦2 * 3¦x < y¦A & B¦—¦½¦🎙¦ﬁn¦{a}¦| a |'.split(
    '¦',
  ),
  ...'*often*¦**never**¦_maybe_¦`top_k`¦`a` `b`¦*(a)*¦**a:** b¦*a **b** c*¦**“a”**¦„zitiert“¦。¦…¦!¦~¦=¦+'.split(
    '¦',
  ),
  ...'(see)¦[note]¦[a](b.md)¦[x](https://a.example)¦#5¦1.¦2)¦-'.split('¦'),
  // Clean, and not read alike.
  ...'*a_*a*¦*a**_¦_a_\u2427¦*🎙*a¦\\**a**'.split('¦'),
)

/** Pieces that stand on lines of their own. */
const lines = fc.oneof(
  fc.constantFrom(
    '',
    '- a\n- b',
    '1. a\n2. b',
    '  - a',
    '- a\n\n- b',
    '- a\n\n  b',
    '***',
    'a\n===',
    '> a',
    '[q]: https://a.example\n',
  ),
  fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ')),
  fc.constantFrom(...examples),
  fc.constantFrom(...realWorld),
)

type Change = (text: string) => string
const within = (text: string, at: number): number => {
  const end = text.indexOf('\n---', 3) + 5
  return end + Math.floor(at * (text.length - end))
}
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

const insertWord = fc.tuple(place, words).map(
  ([at, by]): Change =>
    (text) => {
      const space = text.indexOf(' ', within(text, at))
      return space < 0 ? text : `${text.slice(0, space)} ${by}${text.slice(space)}`
    },
)

const changeLine = fc
  .tuple(place, fc.constantFrom('insert', 'delete', 'double', 'swap', 'join', 'pad'), lines)
  .map(
    ([at, how, by]): Change =>
      (text) => {
        const start = text.lastIndexOf('\n', within(text, at)) + 1
        const end = text.indexOf('\n', start) + 1 || text.length
        const next = text.indexOf('\n', end) + 1 || text.length
        const [line, after] = [text.slice(start, end), text.slice(end, next)]
        const changed = {
          insert: `${line}\n${by}\n\n${after}`,
          delete: after,
          double: `${line}${line}${after}`,
          swap: `${after}${line}`,
          join: `${line.trimEnd()}\n${by}\n${after}`,
          pad: `${line.trimEnd()}  \n${after}`,
        }[how]
        return text.slice(0, start) + changed + text.slice(next)
      },
  )

const changeToken = fc
  .tuple(place, fc.constantFrom('', ' ', '*', '**', '_', '`', '[', ']', '(', ')', '\n', '\n\n', '  '))
  .map(
    ([at, by]): Change =>
      (text) => {
        const start = within(text, at)
        const old = /^(?:\w+|[^\w\n]|\n)/.exec(text.slice(start))?.[0] ?? ''
        return text.slice(0, start) + by + text.slice(start + old.length)
      },
  )

const change = fc.oneof(
  { weight: 4, arbitrary: insertWord },
  { weight: 2, arbitrary: changeLine },
  { weight: 1, arbitrary: changeToken },
)

/** One of some texts with changes, many of which leave it clean. */
export const changed = (texts: readonly Text[]): fc.Arbitrary<Text> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([{ file, text }, changes, carriage]) => {
      const after = changes.reduce((before, one) => one(before), text)
      return { file, text: carriage ? after.replace(/\r?\n/g, '\r\n') : after }
    })
