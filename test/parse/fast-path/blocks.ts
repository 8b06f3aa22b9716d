import fc from 'fast-check'
import { allowsFastPath } from '../../../src/parse/fast-path.ts'
import { realWorld } from './real-world.ts'
import { places, type Text } from './texts.ts'

const blanks = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', '', '', '  ', '   ') },
    { weight: 2, arbitrary: fc.nat(most).map((count) => ' '.repeat(count)) },
    { weight: 1, arbitrary: fc.constantFrom('\t', ' \t', '\t ', '  \t') },
  )

const markers = [
  '-',
  '*',
  '+',
  '1.',
  '1)',
  '0.',
  '2.',
  '3.',
  '7)',
  '10.',
  '12)',
  '123456789.',
  '1234567890.',
  '>',
]

/** A marker of a list or quote with the space behind it: mostly one blank, up to seven, a tab or none. */
const opening = fc
  .tuple(
    fc.constantFrom(...markers),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(' ') },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }).map((count) => ' '.repeat(count)) },
      { weight: 1, arbitrary: fc.constantFrom('\t', ' \t', '\t\t') },
    ),
  )
  .map((parts) => parts.join(''))

const content = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...'a¦a b¦3 a¦1.5 a¦**a:** b¦[a](b.md)¦`a`¦*a* b¦a*¦2 * 3¦a_b¦é¦中文。¦“a”¦a: b¦–¦½ a¦(a)¦a.¦!a¦*a¦b*¦**a¦b**¦[a¦b](c.md)¦`a¦b`¦[b]¦a\\'.split(
        '¦',
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...'# a¦## a¦### a ###¦#a¦###a¦#¦####### a¦---¦***¦* * *¦___¦- - -¦===¦=¦--¦-¦+¦1.¦```¦~~~¦```js¦[a]: x¦[a]:¦[b]: x "t"¦"t"¦[a]¦[a][b]'.split(
        '¦',
      ),
      ...'<div>¦</div>¦<!-- a¦-->¦<a@b.c>¦|a|b|¦|---|---|¦:---¦: a¦[^a]: b¦[ ] a¦[x] a¦[!NOTE]¦$$¦:::¦{#a}¦...¦+++¦<<<<<<< a¦=======¦>>>>>>> b'.split(
        '¦',
      ),
    ),
  },
  { weight: 2, arbitrary: fc.constant('') },
)

/** A line as authors may indent it: containers that open on it, what stands in them, blanks behind it. */
const line = fc
  .tuple(
    blanks(9),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 4, arbitrary: fc.tuple(opening) },
      { weight: 1, arbitrary: fc.array(opening, { minLength: 2, maxLength: 3 }) },
    ),
    content,
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(' ', '  ', '    ', '\t') },
    ),
  )
  .map(([indent, openings, text, trail]) => `${indent}${openings.join('')}${text}${trail}`)

const head = '---\nid: a\n---\n'

/** A block of another project, or a line of one, indented as if it stood somewhere in a list. */
const block = fc
  .tuple(
    fc.constantFrom(...realWorld.flatMap((text) => [text, ...text.split('\n')])),
    fc.constantFrom('', '', '  ', '   ', '    ', ' '),
  )
  .map(([text, indent]) => text.replace(/^(?=.)/gm, indent))

const piece = fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: block })

/** Lines of every indentation, with containers in each other and every space behind their markers. */
export const blocks = (maxLines: number, one = piece): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(one, { minLength: 1, maxLength: maxLines, size: 'max' }), fc.boolean())
    .map(([lines, carriage]) => {
      const text = `${head}\n${lines.join('\n')}\n`
      return carriage ? text.replaceAll('\n', '\r\n') : text
    })

const mildPiece = piece.filter((text) => allowsFastPath(`${head}\n${text}\n`))

/** The same of lines that alone don't close the fast path, for longer texts that take it. */
export const mildBlocks = (maxLines: number): fc.Arbitrary<string> => blocks(maxLines, mildPiece)

/** A small drill with such lines put where authors write. */
export const drillsOfBlocks = (maxLines: number): fc.Arbitrary<Text> =>
  fc
    .tuple(
      fc.constantFrom(...Object.values(places)),
      fc.array(mildPiece, { minLength: 1, maxLength: maxLines }),
    )
    .map(([put, lines]) => put(lines.join('\n')))
