import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { github } from '../../src/report/github.ts'
import { found, reportInput } from '../support/report.ts'

/** Findings of a severity, one on each line from the first one on. */
const many = (severity: Diagnostic['severity'], amount: number): Diagnostic[] =>
  Array.from({ length: amount }, (_, index) => ({
    ...found,
    severity,
    line: index + 1,
    endLine: index + 1,
    message: `${severity} ${index + 1}`,
  }))

const messages = (printed: string): string[] =>
  printed
    .split('\n')
    .slice(0, -1)
    .map((line) => line.replace(/^::.*?::/, '').replace(/%0A.*/, ''))

test('an annotation stands on the words, with the rule as its title', () => {
  expect(github(reportInput([found]))).toBe(
    '::error file=drills/rounds/a.md,line=2,endLine=2,col=3,endColumn=5,title=points::Unexpected word `one`, expected another%0Ahttps://example.org/points.md\n',
  )
})

test('over several lines it has no columns, and without words its column is one', () => {
  expect(github(reportInput([{ ...found, endLine: 4 }]))).toContain(',line=2,endLine=4,title=points::')
  expect(github(reportInput([{ ...found, endColumn: 3 }]))).toContain(',col=3,endColumn=3,title=')
})

test('it names the other place, and every file from the root of the repository', () => {
  const other = { ...found, file: 'drills/rounds/b.md', message: 'it is here' }
  const repositoryPath = (file: string): string => `content/${file}`
  const printed = github(
    reportInput([{ ...found, severity: 'warning', related: [other] }], { repositoryPath }),
  )
  expect(printed).toMatch(/^::warning file=content\/drills\/rounds\/a\.md,/)
  expect(printed).toContain('another%0Acontent/drills/rounds/b.md:2:3 it is here%0Ahttps:')
})

test('what has a meaning in a command is escaped, also what looks escaped', () => {
  const hostile = 'a,b:c%0A::error::d\r\ne'
  const printed = github(reportInput([{ ...found, file: hostile, message: hostile }]))
  expect(printed).toBe(
    '::error file=a%2Cb%3Ac%250A%3A %3Aerror%3A %3Ad\\r\\ne,line=2,endLine=2,col=3,endColumn=5,title=points::a,b:c%250A: :error: :d\\r\\ne%0Ahttps://example.org/points.md\n',
  )
})

test('errors come first, and of them those on changed lines', () => {
  const input = reportInput([...many('warning', 2), ...many('error', 3)], {
    isChanged: ({ line }) => line >= 2,
  })
  expect(messages(github(input))).toEqual(['error 2', 'error 3', 'error 1', 'warning 2', 'warning 1'])
})

test('ten of each severity are shown, those on changed lines before all others, and the rest is counted', () => {
  const input = reportInput([...many('warning', 11), ...many('error', 14)], {
    isChanged: ({ line }) => line === 14 || line === 11,
  })
  const printed = messages(github(input))
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)
  expect(printed).toEqual([
    ...[11, 14, ...upTo(8)].map((line) => `error ${line}`),
    ...[11, ...upTo(9)].map((line) => `warning ${line}`),
    '5 more findings; `drills lint` shows all of them, and so does the summary of this step',
  ])
  expect(github(input)).toMatch(/\n::notice title=drills lint::5 more findings;.*\n$/)
})

test('ten are no reason for a notice, and none print nothing', () => {
  expect(messages(github(reportInput(many('error', 10))))).toHaveLength(10)
  expect(github(reportInput([]))).toBe('')
})
