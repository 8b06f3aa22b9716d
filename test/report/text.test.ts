import { describe, expect, test } from 'vitest'
import { type Diagnostic, summarize } from '../../src/model/diagnostic.ts'
import type { ReportInput } from '../../src/report/report-types.ts'
import { text, wrap } from '../../src/report/text.ts'

const base: Diagnostic = {
  file: 'drills/rounds/a.md',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 6,
  severity: 'error',
  rule: 'points',
  message: 'Unexpected word, expected another',
  url: 'https://example.org/points',
}

const lines = ['first', '- one two', '', 'last']

/** The report on findings in a file of four lines. */
function report(diagnostics: readonly Diagnostic[], input: Partial<ReportInput> = {}): string {
  return text({
    diagnostics,
    summary: summarize(diagnostics, 3),
    lineOf: (_, line) => lines[line - 1],
    color: false,
    columns: 80,
    ...input,
  })
}

describe('many findings of one file', () => {
  const many = Array.from(
    { length: 13 },
    (_, at): Diagnostic => ({ ...base, line: 1 + (at % 4), endLine: 1 + (at % 4) }),
  )
  const ordered = many.toSorted((a, b) => a.line - b.line)

  test('stand in groups, and what is to be said of several places is said once', () => {
    expect(report(ordered)).toBe(`drills/rounds/a.md

  — Title: 13 findings

  error 1:3, 1:3, 1:3, 1:3, 2:3, 2:3, 2:3, 3:3 and 5 more  points
    Unexpected word, expected another
       1 │ first
         │   ~~~

✖ 13 errors and 0 warnings in 3 files
`)
  })

  test('of other files don’t count', () => {
    const others = Array.from({ length: 12 }, (): Diagnostic => ({ ...base, file: 'drills/rounds/b.md' }))
    expect(report([...others, base])).not.toContain('Title:')
  })
})

describe('findings', () => {
  test('stand under their file, each with its line and the words underlined', () => {
    const warning: Diagnostic = { ...base, line: 4, column: 1, endLine: 4, endColumn: 5, severity: 'warning' }
    expect(
      report([base, { ...warning, rule: 'answer-length' }, { ...base, file: 'drills/rounds/b.md' }]),
    ).toBe(
      `drills/rounds/a.md

  error 2:3  points
    Unexpected word, expected another
       2 │ - one two
         │   ~~~

  warning 4:1  answer-length
    Unexpected word, expected another
       4 │ last
         │ ~~~~

drills/rounds/b.md

  error 2:3  points
    Unexpected word, expected another
       2 │ - one two
         │   ~~~

✖ 2 errors and 1 warning in 3 files
`,
    )
  })

  test('on an empty line, beyond the last one, or in a file without text show no line', () => {
    const end: Diagnostic = { ...base, line: 3, column: 1, endLine: 3, endColumn: 1 }
    const nothing = `drills/rounds/a.md

  error 3:1  points
    Unexpected word, expected another

✖ 1 error and 0 warnings in 3 files
`
    expect(report([end])).toBe(nothing)
    expect(report([{ ...end, line: 5, endLine: 5 }])).toBe(nothing.replace('3:1', '5:1'))
    expect(report([end], { lineOf: () => undefined })).toBe(nothing)
  })

  test('on a line of blanks show it', () => {
    expect(report([{ ...base, column: 1, endColumn: 3 }], { lineOf: () => '\t\u00a0' })).toContain(
      '       2 │ \\t\n         │ ~~~\n',
    )
  })

  test('over several lines show the first one, underlined to its end', () => {
    expect(report([{ ...base, endLine: 4, endColumn: 2 }])).toContain(
      '       2 │ - one two\n         │   ~~~~~~~\n',
    )
  })

  test('name the other place', () => {
    const other = {
      file: 'drills/rounds/b.md',
      line: 9,
      column: 1,
      endLine: 9,
      endColumn: 4,
      message: 'it is here',
    }
    expect(report([{ ...base, related: [other] }])).toContain('\n    drills/rounds/b.md:9:1 it is here\n\n✖')
  })

  test('name every file as it is called in the working directory', () => {
    const other = {
      file: 'drills/rounds/b.md',
      line: 9,
      column: 1,
      endLine: 9,
      endColumn: 4,
      message: 'it is here',
    }
    const pathOf = (file: string): string => file.replace('drills/', '../')
    const printed = report([{ ...base, related: [other] }], { pathOf })
    expect(printed).toMatch(/^\.\.\/rounds\/a\.md\n/)
    expect(printed).toContain('\n    ../rounds/b.md:9:1 it is here\n')
  })

  test('with thousands of lines keep their gutter straight', () => {
    const far: Diagnostic = { ...base, line: 12_345, endLine: 12_345 }
    expect(report([far], { lineOf: () => '- one two' })).toContain(
      '    12345 │ - one two\n          │   ~~~\n',
    )
  })
})

describe('40 columns', () => {
  test('wrap messages and cut lines', () => {
    const message = 'Unexpected missing point in `Constraints`, expected `- **Traffic:** …`: volume and peaks'
    const line = `- **Latency:** the user waits at most 800 ms ${'and waits '.repeat(9)}`
    const found: Diagnostic = { ...base, message, column: 39, endColumn: 45 }
    const other = { ...base, message: 'first defined here, in another file of the corpus' }
    const printed = report([{ ...found, related: [other] }], { columns: 40, lineOf: () => line })
    expect(printed).toBe(
      `drills/rounds/a.md

  error 2:3  points
    Unexpected missing point in
    \`Constraints\`, expected \`-
    **Traffic:** …\`: volume and peaks
       2 │ …ts at most 800 ms and waits…
         │             ~~~~~~
    drills/rounds/a.md:2:3 first defined
    here, in another file of the corpus

✖ 1 error and 0 warnings in 3 files
`.replace('2:3  points', '2:39  points'),
    )
    for (const each of printed.split('\n')) expect(each.length).toBeLessThanOrEqual(40)
  })

  test('count two columns for wide characters, and leave a long word whole', () => {
    expect(wrap('語語 語語 語', 9)).toEqual(['語語 語語', '語'])
    expect(wrap('語語 語語 語', 8)).toEqual(['語語', '語語 語'])
    expect(wrap('see https://example.org/very/long now', 10)).toEqual([
      'see',
      'https://example.org/very/long',
      'now',
    ])
  })
})

describe('the closing line', () => {
  test.each([
    [0, 0, '✔ no findings in 3 files'],
    [1, 0, '✖ 1 error and 0 warnings in 3 files'],
    [2, 1, '✖ 2 errors and 1 warning in 3 files'],
    [0, 1, '▲ 0 errors and 1 warning in 3 files'],
  ])('with %i errors and %i warnings', (errors, warnings, closing) => {
    expect(report([], { summary: { files: 3, errors, warnings } })).toBe(`${closing}\n`)
  })

  test('names one file', () => {
    expect(report([], { summary: { files: 1, errors: 0, warnings: 0 } })).toBe('✔ no findings in 1 file\n')
  })
})

test('colour changes nothing but the colour', () => {
  const findings: readonly Diagnostic[] = [
    base,
    { ...base, severity: 'warning', related: [{ ...base, message: 'x' }] },
  ]
  const colored = report(findings, { color: true })
  expect(colored).toContain('\u001b[1m\u001b[31merror\u001b[39m\u001b[22m 2:3')
  expect(colored).toContain('\u001b[1m\u001b[33mwarning\u001b[39m\u001b[22m 2:3')
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(report(findings))
  expect(report(findings)).not.toContain('\u001b')
})

test('nothing of the author becomes a control sequence, a command or a line', () => {
  const hostile = 'a\n::error::x\u001b]8;;https://x\u0007\u009b1m\u202e##[group]\r'
  const found: Diagnostic = {
    ...base,
    file: hostile,
    message: hostile,
    related: [{ ...base, file: hostile, message: hostile }],
  }
  const plain: Diagnostic = { ...base, related: [{ ...base, message: 'x' }] }
  const printed = report([found], { lineOf: () => hostile, columns: 400 })
  expect(printed).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]|::|##\[/)
  expect(printed.split('\n')).toHaveLength(report([plain]).split('\n').length)
})
