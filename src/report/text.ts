import { styleText } from 'node:util'
import stringWidth from 'fast-string-width'
import type { Diagnostic, Summary } from '../model/diagnostic.ts'
import { count } from '../text/grammar.ts'
import { frame } from './frame.ts'
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

function finding(
  diagnostic: Diagnostic,
  { lineOf, pathOf = same, columns }: TextInput,
  paint: (style: Style, text: string) => string,
): string[] {
  const { file, line, column, severity, rule, message, related = [] } = diagnostic
  const style = severity === 'error' ? 'red' : 'yellow'
  const head = `  ${paint(['bold', style], severity)} ${line}:${column}  ${paint('dim', rule)}`
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

/** The format for people: grouped by file, each finding with its line and the words underlined. */
export const text = (input: TextInput): string => {
  const { pathOf = same } = input
  const paint = (style: Style, part: string): string =>
    input.color ? styleText(style, part, anyStream) : part
  const lines: string[] = []
  let file: string | undefined
  for (const diagnostic of input.diagnostics) {
    if (diagnostic.file !== file) lines.push(paint('underline', printable(pathOf(diagnostic.file))), '')
    file = diagnostic.file
    lines.push(...finding(diagnostic, input, paint), '')
  }
  return `${[...lines, closing(input.summary, paint)].join('\n')}\n`
}
