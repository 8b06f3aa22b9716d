import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { markdownText } from '../../src/report/markdown.ts'
import { stepSummary } from '../../src/report/summary.ts'
import { found, reportInput } from '../support/report.ts'

const room = 900_000

test('the findings are rows of a table, errors first', () => {
  const warning: Diagnostic = { ...found, severity: 'warning', message: 'Unexpected length' }
  expect(stepSummary(reportInput([warning, found]), room)).toBe(
    `### drills lint: 1 error and 1 warning in 3 files

| | place | rule | finding |
|---|---|---|---|
| error | <code>drills&#47;rounds&#47;a&#46;md&#58;2&#58;3</code> | [points](https://example.org/points.md) | Unexpected word <code>one</code>, expected another |
| warning | <code>drills&#47;rounds&#47;a&#46;md&#58;2&#58;3</code> | [points](https://example.org/points.md) | Unexpected length |

`,
  )
})

test('without findings it is one line', () => {
  expect(stepSummary(reportInput([]), room)).toBe('### drills lint: no findings in 3 files\n\n')
})

test('another place stands below the message', () => {
  const related = [{ ...found, file: 'b.md', message: 'it is here' }]
  expect(stepSummary(reportInput([{ ...found, related }]), room)).toContain(
    'another<br><code>b&#46;md&#58;2&#58;3</code> it is here |\n',
  )
})

describe('author text', () => {
  test.each([
    ['a|b\\|c', '<code>a&#124;b&#92;&#124;c</code>'],
    ['`a|*b*`', '<code>a&#124;&#42;b&#42;</code>'],
    ['an `open end', 'an open end'],
    ['@team a@b.c', '<code>&#64;</code><code>team</code> <code>a&#64;</code><code>b&#46;c</code>'],
    [':tada: expected: x', '<code>&#58;tada&#58;</code> expected&#58; x'],
    ['a\nb', '<code>a&#92;nb</code>'],
    ['größer als 3 %', 'größer als 3 &#37;'],
  ])('%j does nothing but stand there', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown)
  })
})

describe('what does not fit', () => {
  const many = Array.from({ length: 9000 }, (_, index): Diagnostic => ({ ...found, line: index + 1 }))
  const bytes = (text: string): number => Buffer.byteLength(text)

  test('is left out and counted, the most important rows first', () => {
    const summary = stepSummary(
      reportInput([...many, { ...found, message: 'größer'.repeat(50) }], {
        isChanged: ({ line }) => line === 8999,
      }),
      room,
    )
    expect(bytes(summary)).toBeLessThanOrEqual(room)
    expect(bytes(summary)).toBeGreaterThan(room - 1000)
    const rows = summary.match(/^\| error /gm)?.length ?? 0
    expect(summary).toMatch(
      new RegExp(`\\n${9001 - rows} more findings; \`drills lint\` shows all of them\\.\\n\\n$`),
    )
    expect(summary).toMatch(/^\|---\|---\|---\|---\|\n\| error \| <code>[^ ]*&#58;8999&#58;3<\/code>/m)
  })

  test.each([0, 10, 200, 400, 600])('never takes more than %i bytes', (most) => {
    expect(bytes(stepSummary(reportInput(many.slice(0, 5)), most))).toBeLessThanOrEqual(most)
    expect(bytes(stepSummary(reportInput([]), most))).toBeLessThanOrEqual(most)
  })
})
