import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { type Files, findings, paths, valid } from '../support/corpus.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Lines of a file as an editor counts them. */
const linesOf = (content: Files[string]): string[] => {
  const text =
    typeof content === 'string' ? content : content instanceof Uint8Array ? decoder.decode(content) : ''
  return text.split(/\r\n|\n|\r/)
}

/** Where a finding leaves its file, or says nothing. */
function misplaced(found: Diagnostic, files: Files): boolean {
  const lines = linesOf(files[found.file])
  const inside = (line: number, column: number): boolean =>
    Number.isInteger(line) &&
    Number.isInteger(column) &&
    line >= 1 &&
    column >= 1 &&
    line <= lines.length &&
    // A place may be between the two characters of a line end.
    column <= (lines[line - 1]?.length ?? 0) + 2
  const { line, column, endLine, endColumn, message } = found
  const ordered = endLine > line || (endLine === line && endColumn >= column)
  return (
    !inside(line, column) ||
    !inside(endLine, endColumn) ||
    !ordered ||
    /undefined|NaN|\[object/.test(message) ||
    !message.startsWith('Unexpected ')
  )
}

const check = (files: Files): void => {
  const all = { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric, ...files }
  const found = findings(files)
  expect(found.filter((each) => misplaced(each, all))).toEqual([])
  expect(JSON.parse(JSON.stringify(found))).toEqual(found)
}

const options = { seed: 20_260_101, numRuns: 60 }

const markup = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '---\n',
  '...\n',
  '# ',
  '## ',
  '### ',
  '## Answer\n',
  '### Constraints\n',
  '- ',
  '1. ',
  '> ',
  '**',
  '**Latency:** ',
  '*',
  '_',
  '`',
  '```\n',
  '[',
  ']',
  '(',
  ')',
  '](../rubric.md#rollback-path)',
  '[a][rollback-path]',
  '[rollback-path]: ../rubric.md\n',
  '<',
  '<b>',
  '<!--',
  '|',
  '--|--\n',
  '{{',
  ': ',
  'id: ',
  '&a ',
  '*a ',
  '!!str ',
  '%YAML 1.1\n',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '\t',
  ' ',
  '    ',
  '\u200b',
  '\u202e',
  '\0',
  '\ufeff',
  '\ud83c\udf99',
  '\u0301',
  '…',
  '9 %',
  'word ',
  'TODO ',
  'http://a.example ',
  '//',
  'javascript:',
  '__proto__',
  'constructor',
)
const pieces = fc
  .array(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(''))
const texts = [valid.round, valid.incident, valid.question] as const
const files = [paths.round, paths.incident, paths.question] as const

/** A text with some stretches taken out, doubled or replaced. */
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        length: fc.nat(80),
        by: fc.oneof(
          pieces,
          fc.constant(''),
          fc.nat(text.length).map((from) => text.slice(from, from + 120)),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) =>
      changes.reduce(
        (before, { at, length, by }) => before.slice(0, at) + by + before.slice(at + length),
        text,
      ),
    )

test('arbitrary text', () => {
  fc.assert(
    fc.property(pieces, (text) => check({ [paths.round]: text })),
    options,
  )
})

test('arbitrary bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => check({ [paths.question]: bytes })),
    options,
  )
})

test('arbitrary text behind valid front matter, and arbitrary front matter before a valid text', () => {
  const [, matter = '', body = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(valid.question) ?? []
  fc.assert(
    fc.property(pieces, (text) => check({ [paths.question]: matter + text })),
    options,
  )
  fc.assert(
    fc.property(pieces, (text) => check({ [paths.question]: `---\n${text}\n---\n${body}` })),
    options,
  )
})

test.each([0, 1, 2] as const)('mutations of valid drill %i', (index) => {
  fc.assert(
    fc.property(mutated(texts[index]), (text) => check({ [files[index]]: text })),
    options,
  )
})

test('mutations of the definition documents', () => {
  const runs = { ...options, numRuns: 30 }
  fc.assert(
    fc.property(mutated(valid.loop), (text) => check({ [paths.loop]: text, [paths.round]: valid.round })),
    runs,
  )
  fc.assert(
    fc.property(mutated(valid.rubric), (text) => check({ [paths.rubric]: text, [paths.round]: valid.round })),
    runs,
  )
})

test('arbitrary redirects', () => {
  const line = fc
    .tuple(
      fc.constantFrom('old-one', 'old-two', 'voice-note-search', '__proto__', 'x'),
      fc.constantFrom(
        'old-one',
        'old-two',
        'voice-note-search',
        '[a, b]',
        '{ ids: [old-one, old-two], reason: because }',
        'a long enough reason',
      ),
    )
    .map(([from, to]) => `  ${from}: ${to}`)
  const group = fc
    .tuple(fc.constantFrom('renamed', 'split', 'retired', 'other'), fc.array(line, { maxLength: 4 }))
    .map(([name, lines]) => `${name}:\n${lines.join('\n')}`)
  const text = fc.oneof(
    pieces,
    fc.array(group, { maxLength: 4 }).map((groups) => groups.join('\n')),
  )
  fc.assert(
    fc.property(text, (redirects) => check({ [paths.redirects]: redirects, [paths.round]: valid.round })),
    options,
  )
})

test('the same corpus gives the same findings in the same order', () => {
  fc.assert(
    fc.property(mutated(valid.round), (text) => {
      expect(findings({ [paths.question]: valid.question, [paths.round]: text })).toEqual(
        findings({ [paths.round]: text, [paths.question]: valid.question }),
      )
    }),
    { ...options, numRuns: 15 },
  )
})
