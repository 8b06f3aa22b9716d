import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fences } from '../../src/parse/front-matter.ts'
import { readPlainYaml } from '../../src/parse/plain-yaml.ts'
import { readYaml } from '../../src/parse/yaml.ts'
import { valid } from '../support/corpus.ts'

const scalars = [
  ['a', 'id', 'core', 'system-design', 'gpt4', 'a-', 'yes', 'no', 'on', 'e5', 'inf', 'nan', 'null-x', 'é'],
  ['$a .. <b> | c* d', 'a b', "don't", '<x>', '(a)', '0', '1', '12', '0.5', '10.25', 'true', 'false'],
  ["'a b'", "'a: b'", "'{a}'", "'“a”, b'", "''", '“a”', '≥ 2', '$', '=', 'a  b', '999999999', "a'b"],
].flat()
const odd = [
  [
    'null',
    '~',
    'Null',
    'True',
    'FALSE',
    '012',
    '1.',
    '.5',
    '-1',
    '+1',
    '0x1f',
    '0o7',
    '1e3',
    '1_0',
    '1000000000',
  ],
  [
    '"q"',
    "'it''s'",
    'a: b',
    'a #b',
    'a#b',
    'a:',
    ':a',
    '- a',
    '-',
    '?',
    '*a',
    '&a b',
    '!a b',
    '|',
    '> a',
    '@a',
    '`a`',
  ],
  [
    '%a',
    '[',
    ']',
    '{',
    '}',
    ',',
    'a,b',
    'a]',
    '{}',
    '[]',
    '{ a }',
    '[a: b]',
    '',
    ' ',
    'a ',
    '.inf',
    '.nan',
    '1 2',
  ],
  [
    '0.123456789',
    '00',
    '0.0',
    '1.0',
    "'a' b",
    "'a",
    'a\tb',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '<<',
    '\u0007',
    '\u0085',
  ],
  [
    '.5.1',
    '---',
    '...',
    '--- a',
    '# a',
    '=a',
    '\ud800',
    'constructor',
    '__proto__',
    '2026-11-23',
    '12:30',
    '1:2',
  ],
].flat()
const keys = [
  'id',
  'kind',
  'order',
  'topics',
  'a',
  'b',
  'c',
  'A',
  'a-b',
  'say',
  'any',
  'e1',
  'yes',
  'hasOwnProperty',
]
const oddKeys = [
  '"id"',
  "'a'",
  'constructor',
  'true',
  'null',
  'a b',
  '1',
  '<<',
  '__proto__',
  '? a',
  '-a',
  'é',
  'a_b',
  '',
]

const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 49, arbitrary: usual }, { weight: 1, arbitrary: rare })
const of = (...all: string[]): fc.Arbitrary<string> => fc.constantFrom(...all)
const scalar = mostly(of(...scalars), of(...odd))
const key = mostly(of(...keys), of(...oddKeys))
const comma = mostly(of(', '), of(',', ' , ', ',  ', ', \n  ', ',,', ',\t'))
const colon = mostly(of(': '), of(':', ' : ', ':  ', ':\t', ':\n  '))
const open = mostly(of(' '), of('', '  ', '\n '))

const { inline } = fc.letrec<{ inline: string; list: string; map: string }>((tie) => ({
  inline: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('map')),
  list: fc
    .tuple(fc.array(tie('inline'), { minLength: 1, maxLength: 3 }), comma)
    .map(([items, between]) => `[${items.join(between)}]`),
  map: fc
    .tuple(fc.array(fc.tuple(key, colon, tie('inline')), { minLength: 1, maxLength: 3 }), comma, open, open)
    .map(
      ([pairs, between, first, last]) =>
        `{${first}${pairs.map((pair) => pair.join('')).join(between)}${last}}`,
    ),
}))

const indented = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => ' '.repeat(by) + line)
const step = mostly(fc.constant(2), fc.constantFrom(0, 1, 3, 4))
const pad = mostly(of('- '), of('-', '-  ', '-\t', ' - '))
const { map } = fc.letrec<{ list: string[]; map: string[] }>((tie) => ({
  list: fc
    .array(
      fc.oneof(
        fc.tuple(pad, inline).map(([sign, value]) => [sign + value]),
        fc
          .tuple(pad, tie('map'))
          .map(([sign, [first = '', ...rest]]) => [sign + first, ...indented(rest, sign.length)]),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) => items.flat()),
  map: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc
          .tuple(key, colon, inline, mostly(of(''), of(' ', ' # x', '\n', '\n  more')))
          .map((parts) => parts.join('').split('\n')),
        fc
          .tuple(key, step, fc.oneof(tie('map'), tie('list')))
          .map(([name, by, inside]) => [`${name}:`, ...indented(inside, by)]),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((pairs) => pairs.flat()),
}))
const yaml = fc
  .tuple(
    of('#--', '#--', '#-- ', '# a', ''),
    map,
    mostly(of('\n'), of('\r\n', '\r', '\n\n', '\n# x\n')),
    of('', '\n'),
  )
  .map(([first, lines, end, last]) => [first, ...lines].join(end) + last)

/** Every path of data, and some that lead nowhere. */
function paths(data: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const inside = typeof data === 'object' && data !== null ? Object.entries(data) : []
  return [
    path,
    [...path, 'missing'],
    [...path, 0],
    ...inside.flatMap(([name, value]) => paths(value, [...path, Array.isArray(data) ? Number(name) : name])),
  ]
}

describe('plain front matter', () => {
  test('is read as the library reads it, with the same places', () => {
    let plain = 0
    let nested = 0
    fc.assert(
      fc.property(yaml, (text) => {
        const found = readPlainYaml(text)
        if (!found) return
        plain += 1
        const wanted = readYaml(text)
        expect(wanted.findings).toEqual([])
        expect(found.data).toStrictEqual(wanted.data)
        const all = paths(found.data)
        if (all.length > 20) nested += 1
        for (const path of all) {
          expect(found.at(path)).toEqual(wanted.at(path))
          expect(found.keyAt(path)).toEqual(wanted.keyAt(path))
        }
      }),
      { seed: 20_260_102, numRuns: 8000 },
    )
    expect(plain).toBeGreaterThan(1000)
    expect(nested).toBeGreaterThan(400)
  })

  test.each(['practice-loop', 'rubric'])('is that of the fixture %s', (name) => {
    const text = valid[name === 'rubric' ? 'rubric' : 'loop']
    const found = fences(text)
    if ('rule' in found) throw new Error(found.message)
    const source = `#--${text.slice(3, found.close)}`
    expect(readPlainYaml(source)?.data).toStrictEqual(readYaml(source).data)
  })

  test.each([
    ['a value of another type', 'a: null\n'],
    ['an empty value', 'a:\n'],
    ['an empty list', 'a: []\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['text over two lines', 'a: b\n  c\n'],
    ['a list that is not indented more than a key of its own', 'a:\n- b\n'],
    ['ever deeper lists', `a: ${'['.repeat(20_000)}b${']'.repeat(20_000)}\n`],
    ['nothing', ''],
  ])('is left to the library: %s', (_, text) => {
    expect(readPlainYaml(`#--\n${text}`)).toBeUndefined()
  })
})
