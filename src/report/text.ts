import { styleText } from 'node:util'
import stringWidth from 'fast-string-width'
import type { Diagnostic, Summary } from '../model/diagnostic.ts'
import { count } from '../text/grammar.ts'
import { frame } from './frame.ts'
import { groupBySection } from './group-by-section.ts'
import { printable } from './printable.ts'
import type { TextInput } from './report-types.ts'

// Newer Node would check the process's standard output, although the colour is decided by then.
const anyStream = { validateStream: false }

type Style = Parameters<typeof styleText>[0]

const indent = '    '

const same = (file: string): string => file

/** Breaks text at blanks, so that no line but one of a single long word is wider than `width`. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && stringWidth(last) + 1 + stringWidth(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Most places of one kind of mistake that are listed. */
const mostPlaces = 8

/** From how many findings of one file on a person needs their sections to find a way. */
const many = 12

/** @param others further places of which the same is to be said */
function finding(
  diagnostic: Diagnostic,
  others: readonly Diagnostic[],
  { lineOf, pathOf = same, columns }: TextInput,
  paint: (style: Style, text: string) => string,
): string[] {
  const { file, line, column, severity, rule, message, related = [] } = diagnostic
  const style = severity === 'error' ? 'red' : 'yellow'
  const listed = others.slice(0, mostPlaces - 1).map((other) => `, ${other.line}:${other.column}`)
  const rest = others.length >= mostPlaces ? ` and ${others.length + 1 - mostPlaces} more` : ''
  const places = `${line}:${column}${listed.join('')}${rest}`
  const head = `  ${paint(['bold', style], severity)} ${places}  ${paint('dim', rule)}`
  const lines = [head, ...wrap(printable(message), columns - indent.length).map((part) => indent + part)]
  const source = lineOf(file, line)
  if (source !== undefined && source !== '') {
    const gutter = `${indent}${String(line).padStart(4)} │ `
    const shown = frame(source, diagnostic, columns - gutter.length)
    const blank = `${' '.repeat(gutter.length - 2)}│ `
    lines.push(`${paint('dim', gutter)}${shown.line}`, `${paint('dim', blank)}${paint(style, shown.marks)}`)
  }
  for (const other of related) {
    const place = printable(`${pathOf(other.file)}:${other.line}:${other.column}`)
    const [first = '', ...rest] = wrap(`${place} ${printable(other.message)}`, columns - indent.length)
    const painted = first.startsWith(place) ? paint('dim', place) + first.slice(place.length) : first
    lines.push(...[painted, ...rest].map((part) => indent + part))
  }
  return lines
}

function closing(
  { files, errors, warnings }: Summary,
  paint: (style: Style, text: string) => string,
): string {
  if (errors + warnings === 0) return `${paint('green', '✔')} no findings in ${count(files, 'file')}`
  const counts = `${count(errors, 'error')} and ${count(warnings, 'warning')} in ${count(files, 'file')}`
  return errors > 0 ? `${paint('red', '✖')} ${counts}` : `${paint('yellow', '▲')} ${counts}`
}

/** The findings of one file below the headings that they stand under, each headed by their number. */
function bySection(
  diagnostics: readonly Diagnostic[],
  input: TextInput,
  paint: (style: Style, text: string) => string,
): string[] {
  const file = diagnostics[0]?.file ?? ''
  const groups = groupBySection(diagnostics, (line) => input.lineOf(file, line))
  return groups.flatMap(({ name, count: size, findings }) => [
    `  — ${paint('bold', printable(`${name}: ${count(size, 'finding')}`))}`,
    '',
    ...findings.flatMap(([first, ...others]) => [...finding(first, others, input, paint), '']),
  ])
}

/**
 * The format for people: grouped by file, each finding with its line and the words underlined. Where a file has many,
 * they are grouped by section too, and what is to be said of several places is said once.
 */
export const text = (input: TextInput): string => {
  const { pathOf = same } = input
  const paint = (style: Style, part: string): string =>
    input.color ? styleText(style, part, anyStream) : part
  const files = new Map<string, Diagnostic[]>()
  for (const diagnostic of input.diagnostics) {
    const own = files.get(diagnostic.file)
    if (own) own.push(diagnostic)
    else files.set(diagnostic.file, [diagnostic])
  }
  const lines = Array.from(files, ([file, own]) => [
    paint('underline', printable(pathOf(file))),
    '',
    ...(own.length > many && file.endsWith('.md')
      ? bySection(own, input, paint)
      : own.flatMap((each) => [...finding(each, [], input, paint), ''])),
  ]).flat()
  return `${[...lines, closing(input.summary, paint)].join('\n')}\n`
}
