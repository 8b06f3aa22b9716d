import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { fingerprints } from '../../src/report/fingerprint.ts'
import { sarif } from '../../src/report/sarif.ts'
import { digest } from '../../src/text/digest.ts'
import schema from '../fixtures/sarif-2.1.0.schema.json' with { type: 'json' }
import { found, reportInput } from '../support/report.ts'

// The official schema speaks draft 4, of which it uses nothing that later drafts read otherwise but its own `id`.
const { $schema: _draft, id: _id, ...current } = schema
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9a-f]{2})*$/i.test(text),
    'date-time': true,
  },
}).compile(current)

function validated(printed: string): {
  runs: { tool: { driver: { rules: object[] } }; results: object[] }[]
} {
  const log: unknown = JSON.parse(printed)
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  return log as ReturnType<typeof validated>
}

const other = { ...found, file: 'drills/rounds/b c.md', message: 'it is here' }
const full: Diagnostic = {
  ...found,
  related: [other],
  fix: [
    { start: 7, end: 10, text: 'two' },
    { start: 3, end: 3, text: '' },
  ],
}

test('the schema that it is tested with refuses what it should', () => {
  const refused = [
    {},
    { version: '2.1.0', runs: [{}] },
    { version: '2.1.0', runs: [], more: 1 },
    { version: '2.1.0', runs: [{ tool: { driver: { name: 'x', helpUri: 'no address' } } }] },
  ]
  expect(refused.map((log) => validate(log))).toEqual(refused.map(() => false))
})

test('a finding is a result with its region, the other place, its fix and its rule', () => {
  const log = validated(sarif(reportInput([full])))
  const here = { uri: 'drills/rounds/a.md', uriBaseId: '%SRCROOT%' }
  const region = { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 }
  expect(log.runs[0]?.results).toEqual([
    {
      ruleId: 'points',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'Unexpected word `one`, expected another' },
      locations: [{ physicalLocation: { artifactLocation: here, region } }],
      relatedLocations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'drills/rounds/b%20c.md', uriBaseId: '%SRCROOT%' },
            region,
          },
          message: { text: 'it is here' },
        },
      ],
      partialFingerprints: { 'finding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
      fixes: [
        {
          description: { text: 'Mends what `points` found' },
          artifactChanges: [
            {
              artifactLocation: here,
              replacements: [
                { deletedRegion: { charOffset: 7, charLength: 3 }, insertedContent: { text: 'two' } },
                { deletedRegion: { charOffset: 3, charLength: 0 }, insertedContent: { text: '' } },
              ],
            },
          ],
        },
      ],
    },
  ])
})

test('every rule is described, with its level and its page', () => {
  const [run] = validated(sarif(reportInput([]))).runs
  expect(run).toMatchObject({
    results: [],
    columnKind: 'utf16CodeUnits',
    tool: { driver: { name: 'drills' } },
  })
  expect(run?.tool.driver.rules[1]).toEqual({
    id: 'answer-length',
    shortDescription: { text: 'a long answer' },
    fullDescription: { text: 'Finds a long answer.' },
    help: {
      text: 'Finds a long answer. Why, with examples: https://example.org/answer-length.md',
      markdown: 'Finds a long answer. [Why, with examples](https://example.org/answer-length.md)',
    },
    helpUri: 'https://example.org/answer-length.md',
    defaultConfiguration: { level: 'warning' },
  })
})

test('a warning of a rule that gives errors is a warning', () => {
  const log = validated(sarif(reportInput([{ ...found, severity: 'warning' }])))
  expect(log.runs[0]?.results).toMatchObject([{ level: 'warning', ruleIndex: 0 }])
})

test('the same findings are the same bytes', () => {
  const input = reportInput([full, { ...found, line: 4, endLine: 4 }])
  expect(sarif({ ...input, color: true, columns: 40 })).toBe(sarif(input))
})

test('text of the author is no link, no placeholder, and an address only of its file', () => {
  const hostile = "[x](https://e.example) {0} {{1}} a\\[b]\\(c)\u001b \ud800#?:/%2e/../ü'()"
  const printed = sarif(reportInput([{ ...full, file: hostile, message: hostile }]))
  const [result] = validated(printed).runs[0]?.results ?? []
  expect(result).toMatchObject({
    message: {
      text: expect.stringMatching(
        /^\\\[x\\\]\(https:\/\/e\.example\) \{\{0\}\} \{\{\{\{1\}\}\}\} a\\\[b\]\\\(c\)\\x1b /,
      ),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: expect.stringMatching(/^%5Bx%5D%28https%3A\/\/e\.example%29%20%7B0%7D/) },
        },
      },
    ],
  })
  expect(printed).toMatch(/^[\x0a\x20-\x7e\u00a0-\uffff]*$/)
})

test('advice to write a link has the form of one; only what readers would make a link of is escaped', () => {
  const texts = [
    'expected `[its title](../rounds/<id>.md)`',
    'expected `[words](#an-anchor)` or `[title](https://…)`',
    'as [a](0) and [b\\]c](mailto:x) do',
  ]
  const printed = validated(sarif(reportInput(texts.map((message) => ({ ...found, message })))))
  expect(printed.runs[0]?.results).toMatchObject([
    { message: { text: texts[0] } },
    { message: { text: texts[1] } },
    { message: { text: 'as \\[a\\](0) and \\[b\\]c\\](mailto:x) do' } },
  ])
})

describe('more than GitHub takes', () => {
  const many = (amount: number, more: (at: number) => Partial<Diagnostic>): Diagnostic[] =>
    Array.from({ length: amount }, (_, at) => ({ ...found, line: at + 1, endLine: at + 1, ...more(at) }))
  interface Run {
    invocations?: { executionSuccessful: boolean; toolExecutionNotifications: object[] }[]
    properties?: object
    results: { level: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[]
  }
  const runOf = (printed: string): Run => {
    const [run] = (JSON.parse(printed) as { runs: Run[] }).runs
    if (!run) throw new Error('no run')
    return run
  }
  const linesOf = ({ results }: Run): (number | undefined)[] =>
    results.map(({ locations: [first] }) => first?.physicalLocation.region.startLine)

  test('25,000 results are kept: errors first, then in order; how many are left out is said', () => {
    const all = many(25_010, (at) => (at < 20 ? { severity: 'warning' } : {}))
    const run = runOf(sarif(reportInput(all)))
    expect(linesOf(run)).toEqual([
      ...Array.from({ length: 10 }, (_, at) => at + 1),
      ...Array.from({ length: 24_990 }, (_, at) => at + 21),
    ])
    expect(run.properties).toEqual({ leftOut: 10 })
    expect(run.invocations).toEqual([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            level: 'warning',
            message: {
              text: '10 findings left out, because code scanning refuses larger files; `drills lint --format json` holds all of them',
            },
          },
        ],
      },
    ])
  })

  test('what fits is whole, and says nothing of that', () => {
    const run = runOf(sarif(reportInput(many(25_000, () => ({})))))
    expect([run.results.length, run.properties, run.invocations]).toEqual([25_000, undefined, undefined])
  })

  test('a file that is too large when it is compressed holds fewer, and is valid', () => {
    // Digests can't be compressed.
    const words = (at: number): string =>
      Array.from({ length: 200 }, (_, part) => digest(`${at} ${part}`, 'hex')).join(' ')
    const all = many(2500, (at) => ({ message: words(at), severity: at === 2499 ? 'error' : 'warning' }))
    const printed = sarif(reportInput(all))
    const size = gzipSync(printed).length
    expect(size).toBeLessThan(10_000_000)
    expect(size).toBeGreaterThan(6_000_000)
    const run = runOf(printed)
    const lines = linesOf(run)
    expect(lines.at(-1)).toBe(2500)
    expect(lines.slice(0, -1)).toEqual(Array.from({ length: lines.length - 1 }, (_, at) => at + 1))
    expect(run.properties).toEqual({ leftOut: 2500 - lines.length })
    validated(printed)
  })

  test('a text that could not be put together is not tried', () => {
    const section = 'x'.repeat(250_000)
    const all = many(3000, () => ({ fix: [{ start: 0, end: 0, text: section }] }))
    expect(runOf(sarif(reportInput(all))).results).toHaveLength(396)
  })
})

describe('a fingerprint', () => {
  const text = ['first', '- one two', 'other', '- one two']
  const named = (lines: readonly string[], ...diagnostics: Diagnostic[]): string[] =>
    fingerprints({ diagnostics, lineOf: (_, line) => lines[line - 1] })
  const at = (line: number): Diagnostic => ({ ...found, line, endLine: line })

  test('stays when lines move, are indented, or change around it', () => {
    const [before] = named(text, at(2))
    expect(named(['new', 'new', ...text], at(4))).toEqual([before])
    expect(named(['x', '  - one two '], { ...at(2), column: 5, endColumn: 8 })).toEqual([before])
  })

  test('tells the same words in two lines apart, whatever stands between them', () => {
    const [first, second] = named(text, at(2), at(4))
    expect(second).not.toBe(first)
    expect(named(['- one two', ...text.slice(3)], at(1), at(2))).toEqual([first, second])
  })

  test('is another for other words, another rule, message or file', () => {
    const all = [
      ...named(text, at(2)),
      ...named(text, at(1)),
      ...named(text, { ...at(2), rule: 'links' }),
      ...named(text, { ...at(2), message: 'x' }),
      ...named(text, { ...at(2), file: 'drills/rounds/b.md' }),
    ]
    expect(new Set(all).size).toBe(5)
  })
})
