import type { Diagnostic, Severity } from '../model/diagnostic.ts'
import { count } from '../text/grammar.ts'
import { printable } from './printable.ts'
import { byPriority } from './priority.ts'
import type { Report, ReportInput } from './report-types.ts'

/** The runner shows so many annotations of a severity for each step and drops the others without a word. */
const most = 10

/** Text after a command; `printable` has left no line end in it, and the runner decodes `%25` and the like. */
const data = (text: string): string => printable(text).replaceAll('%', '%25')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  lines: string[],
): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  return `::${name} ${listed.join(',')}::${lines.map(data).join('%0A')}\n`
}

function annotation(
  { file, line, column, endLine, endColumn, severity, rule, message, url, related = [] }: Diagnostic,
  { repositoryPath }: Pick<ReportInput, 'repositoryPath'>,
): string {
  // The runner drops columns of an annotation over several lines, with a warning. Its last column is inclusive.
  const columns = line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {}
  const others = related.map(
    (other) => `${repositoryPath(other.file)}:${other.line}:${other.column} ${other.message}`,
  )
  const place = { file: repositoryPath(file), line, endLine, ...columns, title: rule }
  return command(severity, place, [message, ...others, url])
}

/** Commands of GitHub's runner that put the findings beside the lines of a pull request. */
export const github: Report = (input) => {
  const ordered = byPriority(input)
  const shown = (severity: Severity): Diagnostic[] =>
    ordered.filter((found) => found.severity === severity).slice(0, most)
  const all = [...shown('error'), ...shown('warning')]
  const more = ordered.length - all.length
  const rest = `${count(more, 'more finding')}; \`drills lint\` shows all of them, and so does the summary of this step`
  return [
    ...all.map((diagnostic) => annotation(diagnostic, input)),
    ...(more > 0 ? [command('notice', { title: 'drills lint' }, [rest])] : []),
  ].join('')
}
