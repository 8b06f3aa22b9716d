import { expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { ofRound, report } from '../support/found.ts'

const matter = (from: string, to: string): string[] => ofRound(edit(valid.round, from, to))
const add = (lines: string): string[] => matter('topics: [asr]\n', `topics: [asr]\n${lines}\n`)
const body = valid.round.slice(valid.round.indexOf('# Voice'))

test('missing', () => {
  expect(ofRound(body)).toEqual([
    '1:1-1:20 «# Voice note search» front-matter: Unexpected missing front matter, expected `---` as the first line, then `id: …` and the other keys, then `---`',
  ])
  expect(ofRound('')).toEqual([
    '1:1-1:1 «» front-matter: Unexpected empty file, expected front matter between two lines `---`, then the text; `drills new` writes a template',
  ])
  expect(ofRound(' \n\t\n')).toEqual([
    '1:1-1:2 « » front-matter: Unexpected empty file, expected front matter between two lines `---`, then the text; `drills new` writes a template',
  ])
  expect(ofRound('\ufeff', 'front-matter')).toEqual([
    '1:2-1:2 «» Unexpected empty file, expected front matter between two lines `---`, then the text; `drills new` writes a template',
  ])
})

test('a file that is no drill is one finding', () => {
  const elsewhere =
    'Unexpected missing front matter, expected `---` as the first line, then `id: …` and the other keys, then `---`; what is no part of the drills belongs outside `drills/`'
  const readme = '# Rounds\n\nOne file each.\n\n## How to add one\n\n<b>Copy</b> one.\n'
  for (const file of ['drills/rounds/README.md', 'drills/README.md', 'drills/samples/a/notes.md'])
    expect(report({ [file]: readme })).toEqual([`1:1-1:9 «# Rounds» front-matter: ${elsewhere}`])
})

test('not on the first line: nothing else is said, as nothing else can be read', () => {
  expect(ofRound(`\n${valid.round}`)).toEqual([
    '1:1-2:1 «⏎» front-matter: Unexpected text before the front matter, expected `---` as the very first line',
  ])
  expect(ofRound(`\r\n \t\r\n${valid.round}`)).toEqual([
    '1:1-3:1 «⏎ \t⏎» front-matter: Unexpected text before the front matter, expected `---` as the very first line',
  ])
  expect(ofRound(` ${valid.round}`)).toEqual([
    '1:1-1:2 « » front-matter: Unexpected text before the front matter, expected `---` as the very first line',
  ])
  expect(ofRound(`Words.\n${valid.round}`)).toEqual([
    '2:1-3:1 «---⏎» front-matter: Unexpected text before the front matter, expected `---` as the very first line',
  ])
})

test('a thousand blank lines before it, in CRLF', () => {
  expect(ofRound('\r\n'.repeat(1000) + valid.round)).toEqual([
    '1:1-1001:1 «⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎\r…» front-matter: Unexpected text before the front matter, expected `---` as the very first line',
  ])
})

test('a byte order mark is a finding of its own and shifts only the first line', () => {
  expect(ofRound(`\ufeff${valid.round}`)).toEqual([
    '1:1-1:2 «\u{feff}» encoding: Unexpected byte order mark (U+FEFF), expected the file to begin with its text',
  ])
  expect(ofRound(`\ufeff${edit(valid.round, 'topics: [asr]', 'topics: [asr')}`)).toEqual([
    '1:1-1:2 «\u{feff}» encoding: Unexpected byte order mark (U+FEFF), expected the file to begin with its text',
    '7:9-7:10 «[» front-matter: Unexpected `[` that nothing closes, expected `]` behind the last value',
  ])
  expect(ofRound(`\ufeff${body}`, 'front-matter')).toEqual([
    '1:2-1:21 «# Voice note search» Unexpected missing front matter, expected `---` as the first line, then `id: …` and the other keys, then `---`',
  ])
})

test('unclosed', () => {
  expect(ofRound(edit(valid.round, '[asr]\n---\n', '[asr]\n'))).toEqual([
    '1:1-1:4 «---» front-matter: Unexpected end of file in the front matter, expected a line `---` that closes it',
  ])
  expect(ofRound(edit(valid.round, '[asr]\n---\n', '[asr]\n...\n'))).toEqual([
    '1:1-1:4 «---» front-matter: Unexpected end of file in the front matter, expected a line `---` that closes it',
  ])
  expect(ofRound(edit(valid.round, '[asr]\n---\n', '[asr]\n ---\n'))).toEqual([
    '1:1-1:4 «---» front-matter: Unexpected end of file in the front matter, expected a line `---` that closes it',
  ])
  expect(ofRound('---')).toEqual([
    '1:1-1:4 «---» front-matter: Unexpected end of file in the front matter, expected a line `---` that closes it',
  ])
  expect(ofRound('---\n')).toEqual([
    '1:1-1:4 «---» front-matter: Unexpected end of file in the front matter, expected a line `---` that closes it',
  ])
})

test('spaces after a fence are no matter', () => {
  expect(ofRound(valid.round.replace('---\n', '--- \t\n').replace('[asr]\n---\n', '[asr]\n---  \n'))).toEqual(
    [],
  )
  expect(ofRound(valid.round.replaceAll('\n', '\r\n'))).toEqual([])
})

test('longer fences are none', () => {
  expect(ofRound(`-${valid.round}`)).toEqual([
    '1:1-1:5 «----» front-matter: Unexpected `----` in place of the first line of the front matter, expected `---`, and another one behind the last key',
  ])
  expect(ofRound(edit(valid.round, '[asr]\n---\n', '[asr]\n----\n'))).toEqual([
    '1:1-1:4 «---» front-matter: Unexpected end of file in the front matter, expected a line `---` that closes it',
  ])
})

test.each(['--', '-----', '—', '--- yaml', '+++', '***', '```yaml', '~~~'])(
  'another line in place of the first: %s',
  (line) => {
    const text = valid.round.replace('---', line)
    expect(ofRound(text)).toEqual([
      `1:1-1:${line.length + 1} «${line}» front-matter: Unexpected \`${line.replaceAll('`', 'ˋ')}\` in place of the first line of the front matter, expected \`---\`, and another one behind the last key`,
    ])
    const [{ fix = [] } = {}] = findings({ [paths.round]: text })
    expect(fix).toEqual(/^[-—]+$/.test(line) ? [{ start: 0, end: line.length, text: '---' }] : [])
  },
)

test('a first line without end is read in one pass', () => {
  expect(ofRound(`---x${' '.repeat(200_000)}y\n`)).toHaveLength(1)
})

test('broken YAML', () => {
  expect(matter('[asr]', '[asr, { a: [b }]')).toEqual([
    '7:23-7:24 «}» front-matter: Unexpected YAML: Flow sequence in block collection must be sufficiently indented and end with a ], expected `key: value` lines',
  ])
  expect(matter('kind: round', 'kind: round: trip')).toEqual([
    '3:7-3:8 «r» front-matter: Unexpected YAML: Nested mappings are not allowed in compact mappings, expected `key: value` lines',
  ])
  expect(matter('kind: round', 'kind of a round')).toEqual([
    '3:1-4:6 «kind of a round⏎order» front-matter: Unexpected YAML: Implicit keys need to be on a single line, expected `key: value` lines',
  ])
  expect(matter('kind: round', '\tkind: round')).toEqual([
    '3:1-3:2 «\t» front-matter: Unexpected tab, expected spaces for indentation',
  ])
  expect(matter('kind: round', 'kind: @round')).toEqual([
    '3:7-3:8 «@» front-matter: Unexpected YAML: Plain value cannot start with reserved character @, expected `key: value` lines',
  ])
  expect(matter('kind: round', 'kind: `round`')).toEqual([
    '3:7-3:8 «`» front-matter: Unexpected YAML: Plain value cannot start with reserved character `, expected `key: value` lines',
  ])
  expect(matter('[asr]', '[asr]]')).toEqual([
    '7:14-7:15 «]» front-matter: Unexpected YAML: Unexpected flow-seq-end token in YAML stream: "]", expected `key: value` lines',
  ])
})

test.each([
  ['kind: round', 'kind:round', '3:5-3:6 «:»', '`:` without a blank behind it, expected `kind: round`'],
  ['kind: round', 'kind：round', '3:5-3:6 «：»', '`：`, expected `kind: round`'],
  ['kind: round', 'kind = round', '3:5-3:8 « = »', '`=`, expected `kind: round`'],
  ['kind: round', 'kind=>round', '3:5-3:7 «=>»', '`=>`, expected `kind: round`'],
  [
    'kind: round',
    'kind round',
    '3:1-3:11 «kind round»',
    '`kind round` without a colon, expected `kind: round`',
  ],
  [
    'kind: round',
    '  kind: round',
    '3:1-3:3 «  »',
    'blank before a key, expected `kind: round` at the beginning of the line',
  ],
  ['kind: round', '- kind: round', '3:1-3:3 «- »', 'list item among keys, expected `kind: round`'],
  [
    'id: voice-note-search',
    'id: "voice-note-search',
    '2:5-2:6 «"»',
    '`"` that nothing closes, expected `"` behind the text',
  ],
  [
    'id: voice-note-search',
    "id: 'voice-note-search",
    "2:5-2:6 «'»",
    "`'` that nothing closes, expected `'` behind the text",
  ],
  ['[asr]', '[asr', '7:9-7:10 «[»', '`[` that nothing closes, expected `]` behind the last value'],
])('a slip that is all that keeps it from being YAML: %s → %s', (from, to, place, message) => {
  const text = edit(valid.round, from, to)
  expect(ofRound(text)).toEqual([`${place} front-matter: Unexpected ${message}`])
  expect(ofRound(text.replaceAll('\n', '\r\n'))).toEqual([`${place} front-matter: Unexpected ${message}`])
  const [{ fix = [] } = {}] = findings({ [paths.round]: text })
  const mended = fix.reduce(
    (all, { start, end, text: by }) => all.slice(0, start) + by + all.slice(end),
    text,
  )
  expect(fix).toHaveLength(to === 'kind round' ? 0 : 1)
  if (fix.length > 0) expect(ofRound(mended)).toEqual([])
})

test('two slips are two findings; beside one that is none YAML itself speaks', () => {
  expect(ofRound(edit(edit(valid.round, 'kind: round', 'kind:round'), 'order: 1', 'order=1'))).toEqual([
    '3:5-3:6 «:» front-matter: Unexpected `:` without a blank behind it, expected `kind: round`',
    '4:6-4:7 «=» front-matter: Unexpected `=`, expected `order: 1`',
  ])
  expect(ofRound(edit(edit(valid.round, 'kind: round', 'kind:round'), 'order: 1', 'order: @1'))).toEqual([
    '3:1-4:6 «kind:round⏎order» front-matter: Unexpected YAML: Implicit keys need to be on a single line, expected `key: value` lines',
    '4:8-4:9 «@» front-matter: Unexpected YAML: Plain value cannot start with reserved character @, expected `key: value` lines',
  ])
})

test('duplicate keys, at any depth', () => {
  expect(add('kind: question')).toEqual([
    '8:1-8:5 «kind» front-matter: Unexpected duplicate key `kind`, expected each key once',
  ])
  expect(add('"kind": question')).toEqual([
    '8:1-8:7 «"kind"» front-matter: Unexpected duplicate key `kind`, expected each key once',
  ])
  expect(add('exceptions:\n  - { rule: a, rule: b }')).toEqual([
    '9:16-9:20 «rule» front-matter: Unexpected duplicate key `rule`, expected each key once',
  ])
  expect(add('id: b\nid: c')).toEqual([
    '8:1-8:3 «id» front-matter: Unexpected duplicate key `id`, expected each key once',
    '9:1-9:3 «id» front-matter: Unexpected duplicate key `id`, expected each key once',
  ])
})

test('keys that are no text', () => {
  expect(add('? [a]\n: 1')).toEqual([
    '8:3-8:4 «[» front-matter: Unexpected key that is not text, expected a name; quote it if it is one',
  ])
  expect(add('{ a: 1 }: 1')).toEqual([
    '8:1-8:2 «{» front-matter: Unexpected key that is not text, expected a name; quote it if it is one',
  ])
})

test('keys that reach into JavaScript’s own objects, at any depth', () => {
  expect(add('__proto__: { status: draft }')).toEqual([
    '8:1-8:10 «__proto__» front-matter: Unexpected reserved key `__proto__`, expected another name',
  ])
  expect(add('constructor: 1\nprototype: 2')).toEqual([
    '8:1-8:12 «constructor» front-matter: Unexpected reserved key `constructor`, expected another name',
    '9:1-9:10 «prototype» front-matter: Unexpected reserved key `prototype`, expected another name',
  ])
  expect(add('exceptions:\n  - rule: a\n    deep: [{ x: { "__proto__": 1 } }]')).toEqual([
    '10:19-10:30 «"__proto__"» front-matter: Unexpected reserved key `__proto__`, expected another name',
  ])
  expect(Object.hasOwn(Object.prototype, 'status')).toBe(false)
})

test('anchors, aliases, tags and directives', () => {
  expect(add('status: &a draft')).toEqual([
    '8:12-8:17 «draft» front-matter: Unexpected anchor `&a`, expected the value without it',
  ])
  expect(matter('order: 1\ndifficulty: core\n', 'order: &one 1\ndifficulty: *one\n')).toEqual([
    '4:13-4:14 «1» front-matter: Unexpected anchor `&one`, expected the value without it',
    '5:13-5:17 «*one» front-matter: Unexpected alias `*one`, expected the value itself',
  ])
  expect(add('status: !!str draft')).toEqual([
    '8:15-8:20 «draft» front-matter: Unexpected tag `tag:yaml.org,2002:str`, expected the value without it',
  ])
  expect(add('status: !mine draft')).toEqual([
    '8:9-8:14 «!mine» front-matter: Unexpected YAML: Unresolved tag: !mine, expected `key: value` lines',
    '8:15-8:20 «draft» front-matter: Unexpected tag `!mine`, expected the value without it',
  ])
  expect(add('status: !<tag:yaml.org,2002:str> draft')).toEqual([
    '8:34-8:39 «draft» front-matter: Unexpected tag `tag:yaml.org,2002:str`, expected the value without it',
  ])
  expect(matter('id: voice-note-search\n', '%YAML 1.1\nid: voice-note-search\n')).toEqual([
    '2:1-2:10 «%YAML 1.1» front-matter: Unexpected YAML directive, expected none',
  ])
  expect(add('<<: { status: draft }')).toEqual([
    '8:1-8:3 «<<» schema: Unexpected key `<<`, expected `id`, `kind`, `order`, `difficulty`, `categories`, `topics`, `components`, `status` or `exceptions`',
  ])
  expect(add('status: *nowhere')).toEqual([
    '8:9-8:17 «*nowhere» front-matter: Unexpected alias `*nowhere`, expected the value itself',
  ])
})

test('an alias bomb is refused without being unfolded', () => {
  const levels = Array.from(
    { length: 9 },
    (_, level) =>
      `b${level}: &b${level} [${Array(9)
        .fill(level === 0 ? 'x' : `*b${level - 1}`)
        .join(', ')}]`,
  )
  const found = add(levels.join('\n'))
  expect(found.filter((line) => line.includes('Unexpected anchor'))).toHaveLength(9)
  expect(found.filter((line) => line.includes('Unexpected alias'))).toHaveLength(72)
  expect(found).toHaveLength(81)
})

test('a second document in it', () => {
  expect(add('...\nstatus: draft')).toEqual([
    '9:1-10:1 «status: draft⏎» front-matter: Unexpected second YAML document, expected one',
  ])
  expect(
    report({ [paths.redirects]: 'renamed: {}\n---\nretired: {}\n', [paths.round]: valid.round }),
  ).toEqual(['2:1-4:1 «---⏎» front-matter: Unexpected second YAML document, expected one'])
})

test('nesting without end', () => {
  expect(add(`x: ${'['.repeat(20_000)}`)).toEqual([
    '8:68-8:69 «[» front-matter: Unexpected deep nesting in YAML, expected a few levels',
  ])
  expect(add(`x: ${'{a: '.repeat(5000)}`)).toEqual([
    '8:260-8:261 «{» front-matter: Unexpected deep nesting in YAML, expected a few levels',
  ])
  expect(add(`x:\n  ${'- '.repeat(10_000)}a`)).toEqual([
    '9:3-9:20002 «- - - - - - - - - - - - - - - - - - - -…» encoding: Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
  expect(add('? '.repeat(10_000))).toEqual([
    '8:1001-8:1002 «?» front-matter: Unexpected deep nesting in YAML, expected a few levels',
  ])
})

test('the redirects are YAML too', () => {
  expect(report({ [paths.redirects]: 'renamed: [\n', [paths.round]: valid.round })).toEqual([
    '1:10-1:11 «[» front-matter: Unexpected `[` that nothing closes, expected `]` behind the last value',
  ])
  expect(report({ [paths.redirects]: 'renamed: &a {}\n', [paths.round]: valid.round })).toEqual([
    '1:13-1:15 «{}» front-matter: Unexpected anchor `&a`, expected the value without it',
  ])
  expect(report({ [paths.redirects]: '', [paths.round]: valid.round })).toEqual([])
  expect(report({ [paths.redirects]: '# none yet\n', [paths.round]: valid.round })).toEqual([])
})
