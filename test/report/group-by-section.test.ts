import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { groupBySection } from '../../src/report/group-by-section.ts'

const text = `---
id: a
# comment
---

# Title

Words.

## Prompt

Words.

\`\`\`
## No heading
\`\`\`

More.

## Answer

Words.

### Model path ##

- x

## Follow-ups

- y
`
const lines = text.split('\n')
const at = (line: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  file: 'a.md',
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  severity: 'error',
  rule: 'points',
  message: `of ${line}`,
  url: 'https://example.org',
  ...more,
})
const grouped = (...diagnostics: readonly Diagnostic[]): string[] =>
  groupBySection(diagnostics, (line) => lines[line - 1]).map(
    ({ name, count, findings }) =>
      `${name} ${count}: ${findings.map((same) => same.map(({ line }) => line).join('+')).join(' ')}`,
  )

test('findings stand below the headings above them', () => {
  const places = [1, 3, 4, 6, 8, 10, 15, 18, 20, 22, 24, 26, 28, 30]
  expect(grouped(...places.map((line) => at(line)))).toEqual([
    'Front matter 3: 1 3 4',
    'Title 2: 6 8',
    'Prompt 3: 10 15 18',
    'Answer 2: 20 22',
    'Answer › Model path 2: 24 26',
    'Follow-ups 2: 28 30',
  ])
})

test('what is the same in several places is said once, and what follows from others last', () => {
  expect(
    grouped(
      at(10, { rule: 'rubric-coverage' }),
      at(12, { message: 'x' }),
      at(15),
      at(18, { message: 'x' }),
      at(18, { message: 'x', severity: 'warning' }),
      at(22, { message: 'x' }),
    ),
  ).toEqual(['Prompt 5: 12+18 15 18 10', 'Answer 1: 22'])
})

test('a file without headings, lines or front matter is one group', () => {
  expect(groupBySection([at(1), at(7)], () => undefined)).toMatchObject([{ name: 'Title', count: 2 }])
})
