import type { Diagnostic } from '../model/diagnostic.ts'
import { count } from '../text/grammar.ts'
import { markdownCode, markdownText } from './markdown.ts'
import { byPriority } from './priority.ts'
import type { ReportInput } from './report-types.ts'

const head = '| | place | rule | finding |\n|---|---|---|---|\n'

function row(
  { file, line, column, severity, rule, message, url, related = [] }: Diagnostic,
  { repositoryPath }: Pick<ReportInput, 'repositoryPath'>,
): string {
  const place = markdownCode(`${repositoryPath(file)}:${line}:${column}`)
  const others = related.map(
    (other) =>
      `<br>${markdownCode(`${repositoryPath(other.file)}:${other.line}:${other.column}`)} ${markdownText(other.message)}`,
  )
  return `| ${severity} | ${place} | [${rule}](${url}) | ${markdownText(message)}${others.join('')} |\n`
}

/**
 * Every finding as a table in Markdown, for the summary of a step of GitHub's runner.
 * @param room bytes that it may take; findings that don't fit are counted
 */
export function stepSummary(input: ReportInput, room: number): string {
  const { files, errors, warnings } = input.summary
  const counts =
    errors + warnings === 0 ? 'no findings' : `${count(errors, 'error')} and ${count(warnings, 'warning')}`
  let text = `### drills lint: ${counts} in ${count(files, 'file')}\n\n`
  const ordered = byPriority(input)
  if (ordered.length === 0) return Buffer.byteLength(text) <= room ? text : ''
  text += head
  const closing = (left: number): string =>
    `\n${count(left, 'more finding')}; \`drills lint\` shows all of them.\n\n`
  // What the closing line may take is kept back from the first row on.
  let left = room - Buffer.byteLength(text + closing(ordered.length))
  if (left < 0) return ''
  for (const [index, diagnostic] of ordered.entries()) {
    const next = row(diagnostic, input)
    left -= Buffer.byteLength(next)
    if (left < 0) return text + closing(ordered.length - index)
    text += next
  }
  return `${text}\n`
}
