import type { Diagnostic } from '../model/diagnostic.ts'
import { compareText } from '../text/compare-text.ts'
import { printable } from './printable.ts'
import type { Report, ReportInput } from './report-types.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text of an element or an attribute. Not even as references may XML hold control characters and lone surrogates. */
const xml = (text: string): string =>
  printable(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('')

function testCase(diagnostic: Diagnostic, { repositoryPath }: Pick<ReportInput, 'repositoryPath'>): string[] {
  const { file, line, column, severity, rule, message, url, related = [] } = diagnostic
  const lines = [
    `${repositoryPath(file)}:${line}:${column} ${severity}`,
    message,
    ...related.map((other) => `${repositoryPath(other.file)}:${other.line}:${other.column} ${other.message}`),
    url,
  ]
  const place = repositoryPath(file)
  return [
    `    <testcase${attributes({ name: `${rule} ${line}:${column}`, classname: place, file: place, line })}>`,
    `      <failure${attributes({ type: `${severity}: ${rule}`, message })}>${lines.map(xml).join('\n')}</failure>`,
    '    </testcase>',
  ]
}

function suite(file: string, diagnostics: readonly Diagnostic[], input: ReportInput): string[] {
  const name = input.repositoryPath(file)
  // A file without findings is a test that passed: readers of such reports take one without tests for a broken run.
  const cases =
    diagnostics.length === 0
      ? [`    <testcase${attributes({ name: 'no findings', classname: name, file: name })}/>`]
      : diagnostics.flatMap((diagnostic) => testCase(diagnostic, input))
  const counts = { tests: Math.max(1, diagnostics.length), failures: diagnostics.length, errors: 0 }
  return [`  <testsuite${attributes({ name, ...counts })}>`, ...cases, '  </testsuite>']
}

/** The report as JUnit's XML, which most CI servers show: a suite for each file, a failure for each finding. */
export const junit: Report = (input) => {
  const byFile = new Map<string, Diagnostic[]>(input.files.map((file) => [file, []]))
  for (const diagnostic of input.diagnostics) {
    const others = byFile.get(diagnostic.file)
    if (others) others.push(diagnostic)
    else byFile.set(diagnostic.file, [diagnostic])
  }
  const suites = [...byFile].sort(([a], [b]) => compareText(a, b))
  const tests = suites.reduce((sum, [, found]) => sum + Math.max(1, found.length), 0)
  const counts = { tests, failures: input.diagnostics.length, errors: 0 }
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'drills lint', ...counts })}>`,
    ...suites.flatMap(([file, found]) => suite(file, found, input)),
    '</testsuites>',
  ].join('\n')}\n`
}
