import fc from 'fast-check'
import { allowsFastPath } from '../../../src/parse/fast-path.ts'

/** Pieces of Markdown that parsers disagree on, with words to go between them. */
const tokens = [
  '\n¦\n\n¦\n\n\n¦\r\n¦\r\n\r\n¦  \n¦\n ¦\n  ¦\n   ¦\n    ¦ ¦  ¦   ¦    ¦\t',
  'a¦b¦word¦0¦1¦é¦É¦ß¦ẞ¦ı¦i¦I¦ſ¦S¦中¦文¦\u0301¦\ud83c\udf99¦\uf002',
  '.¦,¦:¦;¦!¦?¦%¦~¦~~¦|¦&¦&amp;¦&#x41;¦\\¦\\*¦"¦\'¦“¦”¦„¦。¦€¦→',
  '*¦**¦***¦_¦__¦*a*¦**a**¦**b:** ¦_a_¦*a_¦`¦``¦`x`¦`<time>`¦`<a`¦`&a;`¦`![`¦`x¦```\n¦~~~\n',
  '[¦]¦(¦)¦](¦[]¦[a]¦[a][b]¦[a][]¦[a](x)¦](../rubric.md#rollback-path)¦[ı]¦[é](x)',
  '[a]: x\n¦[a]: x\n\n¦[b]: <x> "t"\n\n¦[i]: y\n\n¦[a\nb]: z\n\n¦[a]:\nx\n\n¦[ a ]: x\n\n¦]: x¦ "t"¦[A]: x',
  '<¦>¦<a>¦<!--¦-->¦<https://a.example>¦https://a.example¦www.a.example¦a@b.example¦ < ¦ > ¦> ',
  '# ¦## ¦###¦#¦ #\n¦\n# a\n¦=¦===\n¦\n---\n¦---¦\n***\n¦* * *\n¦- - -¦__\n¦--|--\n',
  '- ¦* ¦+ ¦1. ¦2) ¦10. ¦\n- ¦\n  - ¦\n    - ¦\n1. x\n¦\n\n- ¦\n   ¦\n- **a:** b\n¦\n  c\n¦-\n¦1.\n',
  '\u00a0¦\u3000¦\u2009¦\u202f¦\u1680¦\u00ad¦\u2028¦\ufeff¦\f¦\u000b¦\u0000¦\ufffd¦\u1b4e¦\u2427¦\ufdc8',
  '...\n¦\n...\n¦\n+++\n¦{¦}¦{{¦$$¦:::¦[^a]¦[^a]: b\n\n¦[ ] ¦[x] ¦!¦![¦![a](x)¦==¦^¦~',
].map((group) => group.split('¦'))

const token = fc.oneof(...tokens.map((group) => fc.constantFrom(...group)))

const heads = fc.oneof(
  { weight: 20, arbitrary: fc.constant('---\nid: a\n---\n') },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '---\r\nid: a\r\n---\r\n',
      '--- \nid: a\n---\t\n',
      '---\n---\n',
      '---\n\n---\n\n',
      '---\nid: \ud83c\udf99 “é” \uf002\n---\n',
      '---\n# a\n- b\n ---\n---\n',
      '---\n\u00a0id: a\u00a0\n---\n',
      '---\na: |\n  ---\n  ...\n\n---',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('---\na\n...\n', '+++\na\n+++\n', '---\na\n', '----\na\n---\n', ''),
  },
)

const joined = (part: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(heads, fc.array(part, { minLength: 1, maxLength, size: 'max' }))
    .map(([head, parts]) => head + parts.join(''))

/** Front matter of every form, and behind it anything at all. */
export const soup = (maxLength: number): fc.Arbitrary<string> => joined(token, maxLength)

const mild = tokens.flat().filter((piece) => allowsFastPath(`---\nid: a\n---\n${piece}`))

/** The same of pieces that alone don't close the fast path, for longer texts that take it. */
export const mildSoup = (maxLength: number): fc.Arbitrary<string> =>
  joined(fc.constantFrom(...mild), maxLength)
