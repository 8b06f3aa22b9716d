import { expect, test } from 'vitest'
import { decode } from '../../src/parse/encoding.ts'

const found = (text: string): unknown[] =>
  decode(new TextEncoder().encode(text)).findings.map(({ at, fix }) => [at.start, fix?.[0]?.text])

test.each([
  ['Persian', 'نمی\u200cشود'],
  ['a Latin word with a Persian ending', 'CPU\u200cها'],
  ['an Arabic abbreviation', 'سنة 1445 ه\u200d.'],
  ['a virama with a joiner', 'र\u094d\u200dय'],
  ['a virama with a non-joiner', 'द\u094d\u200cव'],
  ['Bengali, before the virama', 'র\u200d\u09cdযাম'],
  ['Sinhala', 'ක\u0dca\u200dර'],
  ['Malayalam at the end of a word', 'ന\u0d4d\u200d.'],
  ['a family', '👩\u200d👧'],
  ['a skin tone', '🧑🏿\u200d🔬'],
  ['a selector before the joiner', '🏳\ufe0f\u200d🌈'],
  ['a heart', '❤\ufe0f'],
  ['a key cap', '2\ufe0f\u20e3'],
  ['a variant of an ideograph', '辻\u{e0100}'],
  ['a mark in a Hebrew line', 'שפת C#\u200f היא'],
  ['a bold word with a Persian ending', '**API**\u200cها'],
  ['a quoted word with one', '«کتاب»\u200cها'],
  ['a linked word with one', '[API](https://a.example/a)\u200cهای'],
  ['a bold half of a Persian word', 'می\u200c**خواهم**'],
  ['a place to end a line before a Khmer full stop', 'កម្ពុជា\u200b។'],
  ['one between Khmer and Latin letters', 'AI\u200bខ្មែរ'],
  ['one behind a Khmer number', '២០២៦\u200bឆ្នាំ'],
  ['a place to end a line in Thai', 'ภาษา\u200bไทย'],
  ['the flag of Wales', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
])('%s needs it', (_, text) => {
  expect(found(text)).toEqual([])
})

test.each([
  ['a joiner behind a bold Latin word', '**API**\u200c.', [[7, '']]],
  ['a place to end a line before a blank', 'ภาษา\u200b ไทย', [[4, '']]],
  ['a joiner in a Latin word', 'trans\u200dcript', [[5, '']]],
  ['a non-joiner in a Latin word', 'trans\u200ccript', [[5, '']]],
  ['one in a Cyrillic word', 'сло\u200cво', [[3, '']]],
  ['the second of two', 'نمی\u200c\u200cشود', [[4, '']]],
  ['one before a blank', 'نمی\u200c شود', [[3, '']]],
  ['an emoji with nothing to join', '👩\u200d x', [[2, '']]],
  ['a selector on a Latin letter', 'a\ufe0f', [[1, '']]],
  ['a second selector', '❤\ufe0f\ufe0f', [[2, '']]],
  ['hidden text in selectors', '😀\u{e0101}\u{e0102}', [[4, '']]],
  [
    'hidden text in tags',
    'a\u{e0068}\u{e0069}',
    [
      [1, ''],
      [3, ''],
    ],
  ],
  [
    'a flag of another name',
    '🏴\u{e0068}\u{e007f}',
    [
      [2, ''],
      [4, ''],
    ],
  ],
  ['a soft hyphen', 'tran\u00adscript', [[4, '']]],
  ['a direction mark in a Latin line', 'C\u200f++\nעברית', [[1, undefined]]],
  ['an override, in any line', 'עברית \u202eabc', [[6, undefined]]],
])('%s is found', (_, text, places) => {
  expect(found(text)).toEqual(places)
})

test('long lines of them take no long time', () => {
  for (const text of ['a\u200d', 'ا\u200c', 'a\u200f', '\u{e0068}'])
    decode(new TextEncoder().encode(text.repeat(50_000)))
})
