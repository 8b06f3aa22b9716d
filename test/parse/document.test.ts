import { expect, test } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { readDocument } from '../../src/parse/document.ts'
import { parseMarkdown } from '../../src/parse/markdown.ts'

const read = (text: string): Document =>
  readDocument({ file: 'drills/rounds/a.md', text, base: 0 }, parseMarkdown(text))

test('headings, anchors and what stands under each', () => {
  const { sections } = read(
    'Lead.\n\n# T `c`\n\nIntro.\n\n## A & B\n\n- one\n- two\n\nLoose.\n\n> quote\n\n## A & B\n',
  )
  expect(
    sections.map(({ heading: { depth, text, id, anchor, plain }, items, loose, text: all, words }) => [
      depth,
      text,
      id,
      anchor,
      plain,
      items.length,
      loose.length,
      all,
      words,
    ]),
  ).toEqual([
    [1, 'T c', 't-c', 't-c', true, 0, 1, 'Intro.', 1],
    [2, 'A & B', 'a-b', 'a--b', true, 2, 2, 'one two\nLoose.\nquote', 4],
    [2, 'A & B', 'a-b', 'a--b-1', true, 0, 0, '', 0],
  ])
})

test('an empty section has a place', () => {
  const text = '# T\n\n## A\n'
  const [, section] = read(text).sections
  expect(section?.content).toEqual({ start: 9, end: 9 })
})

test.each([
  ['- **Label:** words', ['Label', 'inside', 'words', 1]],
  ['- **Label :** words', ['Label', 'inside', 'words', 1]],
  ['- **Label**: words', ['Label', 'outside', 'words', 1]],
  ['- **Label** : words', ['Label', 'outside', 'words', 1]],
  ['- **Label** words', ['Label', 'missing', 'words', 1]],
  ['- **Label**', ['Label', 'missing', '', 0]],
  ['- **A `b` *c*:** d', ['A b c', 'inside', 'd', 1]],
  ['- **Label:**\n\n  words\n\n  - and more', ['Label', 'inside', 'words and more', 3]],
  ['- text **Label:** words', [undefined, undefined, 'text Label: words', 3]],
  ['- > **Label:** words', [undefined, undefined, 'Label: words', 2]],
  ['-', [undefined, undefined, '', 0]],
])('item %j', (text, expected) => {
  const [item] = read(`# T\n\n${text}\n`).sections[0]?.items ?? []
  expect([item?.label?.text, item?.label?.colon, item?.text, item?.words]).toEqual(expected)
})

test('links of every form, with section and item', () => {
  const text =
    '[a](x.md)\n\n# T\n\n- [b](y.md "t") and [c][r] and ![d](z.png)\n\n<https://e.example> [f][none] `[g](h)`\n\n[r]: q.md\n'
  const { links } = read(text)
  expect(
    links.map(({ form, url, text: words, section, item }) => [
      form,
      url,
      words,
      section?.heading.text,
      item !== undefined,
    ]),
  ).toEqual([
    ['link', 'x.md', 'a', undefined, false],
    ['link', 'y.md', 'b', 'T', true],
    ['reference', 'q.md', 'c', 'T', true],
    ['image', 'z.png', 'd', 'T', true],
    ['autolink', 'https://e.example', 'https://e.example', 'T', false],
    ['definition', 'q.md', 'r', 'T', false],
  ])
})

test('the first of two definitions counts, wherever it stands', () => {
  const { links } = read('[a][r]\n\n> [R]: one.md\n\n[r]: two.md\n')
  expect(links.filter(({ form }) => form === 'reference').map(({ url }) => url)).toEqual(['one.md'])
})

test('prose is text outside code, and knows what is linked', () => {
  const { prose } = read('a `b` [c *d*](e) f\n\n    code\n')
  expect(prose.map(({ start, end, linked }) => [start, end, linked])).toEqual([
    [0, 2, false],
    [5, 6, false],
    [7, 9, true],
    [10, 11, true],
    [16, 18, false],
  ])
})
