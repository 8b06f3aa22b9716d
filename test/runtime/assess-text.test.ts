import { expect, test } from 'vitest'
import { headingReader } from '../../src/runtime/headings.ts'
import { plain } from '../../src/runtime/plain.ts'
import { sentences } from '../../src/runtime/sentences.ts'
import { split } from '../../src/runtime/split.ts'
import { published } from '../support/assess.ts'

const naming = headingReader(published().practiceLoop.sections)
/** Marks are blanks: what is left is compared without them. */
const squeezed = (text: string): string =>
  text
    .replace(/\s+(?=[\s,.;:])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
const found = (text: string): string[] =>
  sentences(text).map(({ start, end }) => squeezed(text.slice(start, end)))
const placed = (markdown: string): string[] =>
  split(markdown, naming).map(({ section, text }) => `${section ?? '?'}: ${squeezed(text)}`)

test.each([
  ['# Constraints', 'constraints'],
  ['###### OPERATIONS ######', 'operations'],
  ['## Trade-offs', 'tradeoffs'],
  ['## Tradeoff:', 'tradeoffs'],
  ['## Model Path & components', 'model-path'],
  ['## 2. Model path', 'model-path'],
  ['## Evaluation & metrics', 'evaluation'],
  ['## My evaluation', 'evaluation'],
  ['## **Evaluation**', 'evaluation'],
  ['## Evalution', 'evaluation'],
  ['## Constriants', 'constraints'],
  ['Operations', 'operations'],
  ['**Operations:**', 'operations'],
  ['Operations\n---', 'operations'],
  ['Operations\n===', 'operations'],
  ['> ## Operations', 'operations'],
  ['## Operators', '?'],
  ['## Evaluation and operations', '?'],
  ['## Notes', '?'],
  ['##Operations', 'operations'],
  ['## Operations that we had last year', 'operations'],
  ['The operations go on', '?'],
])('after %j text stands in %s', (heading, section) => {
  expect(placed(`${heading}\n\nText here.`).at(-1)).toBe(`${section}: Text here.`)
})

test('text before the first heading and under unknown ones stands in no section', () => {
  expect(placed('Before.\n\n## Operations\n\nInside.\n\n## Else\n\nOutside.\n\n# Tradeoffs\nLast.')).toEqual([
    '?: Before.',
    'operations: Inside.',
    '?: Outside.',
    'tradeoffs: Last.',
  ])
})

test('an unknown heading inside a section is a part of it, and introduces what follows', () => {
  const [first, second, third] = split(
    '## Operations\nOne.\n### On rolling back\nTwo.\n## Tradeoffs\nThree.',
    naming,
  )
  expect(first).toEqual({ section: 'operations', text: 'One.', start: 14, under: [] })
  expect(second).toEqual({ section: 'operations', text: 'Two.', start: 39, under: ['On rolling back'] })
  expect(third).toEqual({ section: 'tradeoffs', text: 'Three.', start: 57, under: [] })
})

test('headings inside a code fence are text', () => {
  expect(placed('# Operations\n```yaml\n# Tradeoffs\ngate: 5\n```\nAfter.')).toEqual([
    'operations: Tradeoffs',
    'operations: gate: 5',
    'operations: After.',
  ])
})

test('items, rows and paragraphs are blocks; their lines are joined', () => {
  const markdown =
    'A paragraph\nof two lines.\n- one\n  goes on\n- [x] two\n1) three\n\n| what | bar |\n| --- | --- |\n| p95 | 5 ms | hard |\n\n---\nEnd'
  expect(placed(markdown)).toEqual([
    '?: A paragraph of two lines.',
    '?: one goes on',
    '?: two',
    '?: three',
    '?: what: bar',
    '?: p95: 5 ms; hard',
    '?: End',
  ])
})

test('line ends of any system are the same', () => {
  const markdown = '# Operations\n\nOne.\n- two\n'
  expect(placed(markdown.replaceAll('\n', '\r\n'))).toEqual(placed(markdown))
  expect(placed(markdown.replaceAll('\n', '\r'))).toEqual(placed(markdown))
})

test('words stand where they stood', () => {
  const markdown = '> # Operations\r\n>\r\n> - **Label:** one\r\n>   two [three](https://x.org) four.'
  const [block] = split(markdown, naming)
  const text = plain(block?.text ?? '')
  for (const word of ['Label', 'one', 'two', 'three', 'four.'])
    expect((block?.start ?? 0) + text.indexOf(word)).toBe(markdown.indexOf(word))
})

test('an item is introduced by the items above it and by the line that ends with a colon', () => {
  const blocks = split('Gates:\n- quality\n  - WER\n- cost\n\nOther text.\n- free', naming)
  expect(blocks.map(({ text, under }) => [text, under])).toEqual([
    ['Gates:', []],
    ['quality', ['Gates:']],
    ['WER', ['Gates:', 'quality']],
    ['cost', ['Gates:']],
    ['Other text.', []],
    ['free', []],
  ])
})

test.each([
  ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
  ['A WER of 0.5 is fine. So is 1.5 s. Then stop.', ['A WER of 0.5 is fine.', 'So is 1.5 s.', 'Then stop.']],
  [
    'Costs rise, e.g. GPU hours, i.e. Money, vs. Before.',
    ['Costs rise, e.g. GPU hours, i.e. Money, vs. Before.'],
  ],
  ['We watch p95. then p99. Alerts follow.', ['We watch p95. then p99.', 'Alerts follow.']],
  [
    'At most approx. 40 or max. 5 users. 7 more wait.',
    ['At most approx. 40 or max. 5 users.', '7 more wait.'],
  ],
  ['It takes 5 min. Then we go.', ['It takes 5 min.', 'Then we go.']],
  [
    'He said “stop.” Then (“go!”) Then 9 a.m. came.',
    ['He said “stop.”', 'Then (“go!”)', 'Then 9 a.m. came.'],
  ],
  ['What?! Really...  Yes', ['What?!', 'Really...', 'Yes']],
  ['  ', []],
])('%j has its sentences', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test('a sentence without end is cut, a word without end too', () => {
  expect(found('word '.repeat(200)).map((each) => each.split(' ').length)).toEqual([80, 80, 40])
  expect(sentences('x'.repeat(40_000)).length).toBe(3)
})

test.each([
  ['**bold** and *weak* and `code`', 'bold and weak and code'],
  ['_weak_ but snake_case and __bold__.', 'weak but snake_case and bold.'],
  ['[a link](https://example.org "title"), ![a picture](x.png), [a ref][b]', 'a link, a picture, a ref'],
  ['3 * 4 and 3*4', '3 × 4 and 3×4'],
  ['p95 < 5 ms &amp; &lt; 9<br>end', 'p95 < 5 ms & < 9 end'],
  ['1 \\* 2 ~~gone~~', '1 × 2 gone'],
])('%j loses its marks', (text, expected) => {
  expect(squeezed(plain(text))).toBe(squeezed(expected))
  expect(plain(text)).toHaveLength(text.length)
})
