import { expect, test } from 'vitest'
import { lint } from '../../src/lint/lint.ts'
import { noHistory } from '../../src/model/history.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { edit, findings, paths, sources, valid } from '../support/corpus.ts'
import { ofRound, report } from '../support/found.ts'

const promptText = 'A note-taking app wants people to find what they once said. Design it.'
const inPrompt = (text: string): string[] => ofRound(edit(valid.round, promptText, text), 'encoding')
const encoder = new TextEncoder()

/** The valid round with other bytes for the words “Design it.”. */
function withBytes(bytes: readonly number[]): Uint8Array {
  const [before = '', after = ''] = valid.round.split('Design it.')
  return Uint8Array.from([...encoder.encode(before), ...bytes, ...encoder.encode(after)])
}

test('invalid UTF-8 stands on the first broken character', () => {
  expect(report({ [paths.round]: withBytes([0xff]) }, 'encoding')).toEqual([
    '14:61-14:62 Unexpected bytes that are not UTF-8, expected the file to be saved as UTF-8',
  ])
  expect(report({ [paths.round]: withBytes([0x61, 0xc3]) }, 'encoding')).toEqual([
    '14:62-14:63 Unexpected bytes that are not UTF-8, expected the file to be saved as UTF-8',
  ])
  expect(report({ [paths.round]: withBytes([0xc3, 0xa9, 0xe2, 0x82, 0x41]) }, 'encoding')).toEqual([
    '14:62-14:63 Unexpected bytes that are not UTF-8, expected the file to be saved as UTF-8',
  ])
  expect(report({ [paths.round]: withBytes([0xed, 0xa0, 0x80]) }, 'encoding')).toEqual([
    '14:61-14:62 Unexpected bytes that are not UTF-8, expected the file to be saved as UTF-8',
  ])
  expect(report({ [paths.round]: Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0x0a]) }, 'encoding')).toEqual([
    '1:1-1:2 Unexpected byte order mark (U+FEFF), expected the file to begin with its text',
    '1:2-1:3 Unexpected bytes that are not UTF-8, expected the file to be saved as UTF-8',
  ])
})

const wide = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]

test.each<[string, Uint8Array, string]>([
  ['UTF-16 with its mark', wide(`\ufeff${valid.round}`), 'text in UTF-16'],
  ['UTF-16 of the other order', wide(`\ufeff${valid.round}`, true), 'text in UTF-16'],
  ['UTF-16 without a mark', wide(valid.round), 'text in UTF-16'],
  ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0]), 'text in UTF-32'],
  ['a picture', Uint8Array.from(png), 'binary data'],
  ['zeros', new Uint8Array(600), 'binary data'],
])('%s is one finding, wherever it stands', (_, bytes, what) => {
  const found = `1:1-1:1 Unexpected ${what}, expected the file to be saved as text in UTF-8`
  const sample = 'drills/samples/voice-note-search/strong.md'
  const all = (file: string): string[] =>
    findings({ ...(file !== paths.round && { [paths.round]: valid.round }), [file]: bytes })
      .filter(({ file: of }) => of === file)
      .map(
        ({ line, column, endLine, endColumn, message }) =>
          `${line}:${column}-${endLine}:${endColumn} ${message}`,
      )
  for (const file of [paths.round, sample, paths.loop, 'drills/redirects.yml'])
    expect(all(file), file).toEqual([found])
})

test('line ends of carriage returns alone are one finding, which the fix takes back', () => {
  const text = valid.round.replaceAll('\n', '\r')
  expect(report({ [paths.round]: text })).toEqual([
    '1:4-2:1 «\r» encoding: Unexpected carriage return (U+000D) at the end of every line, expected line feeds',
  ])
  const [found] = findings({ [paths.round]: text })
  expect(applyEdits(text, found?.fix ?? [])).toBe(valid.round)
  // One among others is a slip of its own.
  expect(report({ [paths.round]: valid.round.replace('Design it.', 'Design\rit.') })).toEqual([
    expect.stringMatching(/encoding: Unexpected lone carriage return/),
  ])
})

test('characters outside the basic plane count as two columns, as editors count them', () => {
  expect(inPrompt('🎙️ and \0 after it.')).toEqual([
    '14:9-14:10 «\u{0}» Unexpected NUL character (U+0000), expected text',
  ])
})

test('a byte order mark', () => {
  expect(ofRound(`\ufeff${valid.round}`, 'encoding')).toEqual([
    '1:1-1:2 «\u{feff}» Unexpected byte order mark (U+FEFF), expected the file to begin with its text',
  ])
  expect(ofRound(edit(valid.round, '# Voice', '\ufeff# Voice'), 'encoding')).toEqual([
    '10:1-10:2 «\u{feff}» Unexpected zero-width character (U+FEFF), expected nothing in its place',
  ])
})

test.each([
  ['\0', 'NUL character (U+0000), expected text'],
  ['\u0007', 'control character (U+0007), expected text'],
  ['\u001b', 'control character (U+001B), expected text'],
  ['\u007f', 'control character (U+007F), expected text'],
  ['\u0085', 'control character (U+0085), expected text'],
  ['\u00ad', 'zero-width character (U+00AD), expected nothing in its place'],
  ['\u200b', 'zero-width character (U+200B), expected nothing in its place'],
  ['\u200d', 'zero-width character (U+200D), expected nothing in its place'],
  ['\u2060', 'zero-width character (U+2060), expected nothing in its place'],
  ['\u2063', 'zero-width character (U+2063), expected nothing in its place'],
  ['\u{e0041}', 'zero-width character (U+E0041), expected nothing in its place'],
  ['\u200e', 'text direction control (U+200E), expected text without it'],
  ['\u202e', 'text direction control (U+202E), expected text without it'],
  ['\u2067', 'text direction control (U+2067), expected text without it'],
  ['\u061c', 'text direction control (U+061C), expected text without it'],
  ['\u2028', 'line separator (U+2028), expected a line feed'],
])('%j', (character, message) => {
  expect(inPrompt(`Design ${character}it for a note-taking app.`)).toEqual([
    `14:8-14:${8 + character.length} «${character}» Unexpected ${message}`,
  ])
})

test('in the front matter and in code too', () => {
  expect(ofRound(edit(valid.round, 'kind: round', 'kind: \u202around'), 'encoding')).toEqual([
    '3:7-3:8 «\u{202a}» Unexpected text direction control (U+202A), expected text without it',
  ])
  expect(inPrompt('Design `a\u200bb` and this.')).toEqual([
    '14:10-14:11 «\u{200b}» Unexpected zero-width character (U+200B), expected nothing in its place',
  ])
})

test('a lone carriage return ends a line and is a finding; one before a line feed is none', () => {
  expect(inPrompt('Design it\rfor an app.')).toEqual([
    '14:10-15:1 «\r» Unexpected lone carriage return (U+000D), expected a line feed',
  ])
  expect(inPrompt('Design it\r\r\nfor an app.')).toEqual([
    '14:10-14:11 «\r» Unexpected lone carriage return (U+000D), expected a line feed',
  ])
  expect(ofRound(valid.round.replaceAll('\n', '\r\n'), 'encoding')).toEqual([])
})

test('a run of the same character is one finding, and a file has at most fifty and a sum', () => {
  expect(inPrompt(`Design ${'\u200b'.repeat(5000)}it.`)).toEqual([
    '14:8-14:5008 «\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}…» Unexpected zero-width character (U+200B), expected nothing in its place',
  ])
  const many = inPrompt(Array.from({ length: 5000 }, (_, at) => String.fromCharCode(1 + (at % 8))).join(''))
  expect(many).toHaveLength(51)
  expect(many.slice(-2)).toEqual([
    '14:50-14:51 «\u{2}» Unexpected control character (U+0002), expected text',
    '14:50-14:51 «\u{2}» Unexpected further 4950 characters of this kind in the file, expected none',
  ])
})

test('a tab and accented letters are no findings', () => {
  expect(inPrompt('Design\tit for Zoë in 東京, نعم.')).toEqual([])
})

test('a file over 256 KiB is not read', () => {
  const input = { history: noHistory, outside: () => undefined }
  const big = [...sources({}), { file: paths.round, size: 300 * 1024 }]
  const [found, ...more] = lint({ ...input, sources: big }, () => undefined).diagnostics
  expect(more).toEqual([])
  expect([found?.rule, found?.line, found?.column, found?.message]).toEqual([
    'encoding',
    1,
    1,
    'Unexpected size of 307200 bytes, expected at most 262144 (256 KiB)',
  ])
})

test('front matter over 32 KiB is not parsed', () => {
  expect(ofRound(edit(valid.round, 'topics: [asr]', `topics: [asr]\n# ${'x'.repeat(32 * 1024)}`))).toEqual([
    '2:1-9:1 «id: voice-note-search⏎kind: round⏎order…» encoding: Unexpected front matter of 32877 characters, expected at most 32768 (32 KiB)',
  ])
})

test('redirects over 64 KiB are not parsed', () => {
  const lines = Array.from({ length: 2000 }, (_, at) => `  old-drill-${at}: voice-note-search-too`)
  expect(
    report({ [paths.redirects]: `renamed:\n${lines.join('\n')}\n`, [paths.round]: valid.round }),
  ).toEqual([
    '1:1-1:1 «» encoding: Unexpected redirects of 78899 characters, expected at most 65536 (64 KiB)',
  ])
})

test('20,000 nested quotes, and lists, are refused before they are parsed', () => {
  expect(inPrompt(`${'>'.repeat(20_000)} a`)).toEqual([
    '14:1-14:20001 «>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>…» Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
  expect(inPrompt(`${'> '.repeat(20_000)}a`)).toEqual([
    '14:1-14:40000 «> > > > > > > > > > > > > > > > > > > >…» Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
  expect(inPrompt(`${'- '.repeat(20_000)}a`)).toEqual([
    '14:1-14:40000 «- - - - - - - - - - - - - - - - - - - -…» Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
  expect(inPrompt(`a\n\n${'1. '.repeat(20_000)}a`)).toEqual([
    '16:1-16:60000 «1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. …» Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
  expect(
    ofRound(valid.round.replaceAll('\n', '\r').replace(promptText, `${'> '.repeat(40)}a`), 'encoding').filter(
      (line) => line.includes('nesting'),
    ),
  ).toEqual([
    '14:1-14:80 «> > > > > > > > > > > > > > > > > > > >…» Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
})

test('a thematic break is not taken for lists', () => {
  expect(inPrompt(`Design it.\n\n${'- '.repeat(60)}\n\nDesign it well.`)).toEqual([])
  expect(inPrompt(`Design it.\n\n${'* '.repeat(60)}\n\nDesign it well.`)).toEqual([])
})

test('lists nested by indentation', () => {
  const nested = (levels: number): string =>
    Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')
  expect(inPrompt(nested(15))).toEqual([])
  expect(inPrompt(nested(20))).toEqual([
    '29:33-29:34 «a» Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
  expect(inPrompt(nested(500))).toEqual([
    '63:99-63:100 «-» Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
})

test('what is hidden in a value of the front matter is told once', () => {
  expect(ofRound(edit(valid.round, 'difficulty: core', 'difficulty: co\u200bre'))).toEqual([
    '5:15-5:16 «\u{200b}» encoding: Unexpected zero-width character (U+200B), expected nothing in its place',
  ])
  expect(ofRound(edit(valid.round, 'id: voice-note', 'id: voice\u200b-note'))).toEqual([
    '2:10-2:11 «\u{200b}» encoding: Unexpected zero-width character (U+200B), expected nothing in its place',
  ])
})

test('deep emphasis', () => {
  expect(inPrompt(`${'*a _b '.repeat(20)}c${'_*'.repeat(20)}`)).toEqual([
    '14:92-14:94 «a » Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
  expect(inPrompt(`${'*a '.repeat(40)}b${'*'.repeat(40)}`)).toEqual([
    '14:92-14:94 «a » Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
})

test.each([
  ['lines', 'a\n'.repeat(3000)],
  ['headings', '### a\n'.repeat(20_000)],
  ['list items', '- a\n'.repeat(20_000)],
  ['links', '[a](b) '.repeat(20_000)],
  ['links in paragraphs', '[a](b) [a](b) [a](b) [a](b)\n\n'.repeat(900)],
  ['brackets', '['.repeat(200_000)],
  ['stars', '**a'.repeat(80_000)],
  ['stars and text', 'a*'.repeat(100_000)],
  ['underscores', '_a '.repeat(60_000)],
  ['angles', '<a '.repeat(60_000)],
  ['unclosed links', '[a]('.repeat(50_000)],
  ['quotes on every line', `${'> '.repeat(30)}a\n`.repeat(1000)],
])('%s without end are refused before they are parsed', (_, text) => {
  const found = inPrompt(text)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/Unexpected (?:line 2001, |\d+ brackets, asterisks and other Markdown marks )/)
})

test('where a text goes beyond the bounds', () => {
  expect(inPrompt(`${'a\n\n'.repeat(1500)}`)).toEqual([
    '2001:1-2001:1 «» Unexpected line 2001, expected at most 2000 in a file',
  ])
  expect(inPrompt('a ****** b\n\n'.repeat(900))).toEqual([
    '1680:1-1680:11 «a ****** b» Unexpected 5004 brackets, asterisks and other Markdown marks up to this line, expected at most 5000 in a file',
  ])
  expect(inPrompt(`Short.\n\n${'[a](b) '.repeat(2400)}`)).toEqual([
    '16:1-16:16801 «[a](b) [a](b) [a](b) [a](b) [a](b) [a](…» Unexpected 4800 brackets, asterisks and other Markdown marks in one paragraph of 16800 characters, expected shorter paragraphs',
  ])
})

test('long plain text is no matter of bounds', () => {
  expect(inPrompt('word '.repeat(40_000))).toEqual([])
  expect(findings({ [paths.round]: edit(valid.round, promptText, '!'.repeat(200_000)) }, 'encoding')).toEqual(
    [],
  )
})

test('definition documents are bounded too', () => {
  expect(report({ [paths.loop]: `${valid.loop}\n${'> '.repeat(40)}a\n` }, 'encoding')).toEqual([
    '160:1-160:80 «> > > > > > > > > > > > > > > > > > > >…» Unexpected nesting deeper than 32, expected lists and quotes of a few levels',
  ])
  expect(report({ [paths.rubric]: `${valid.rubric}\n${'*a '.repeat(6000)}\n` }, 'encoding')).toEqual([
    '168:1-168:18001 «*a *a *a *a *a *a *a *a *a *a *a *a *a …» Unexpected 6000 brackets, asterisks and other Markdown marks up to this line, expected at most 5000 in a file',
  ])
})
