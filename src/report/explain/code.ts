import stringWidth from 'fast-string-width'
import { wrap } from '../text.ts'
import type { Paint, Style } from './paint.ts'

const indent = '  '

/** A line as far as it fits. */
function cut(line: string, width: number): string {
  if (stringWidth(line) <= width) return line
  let shown = ''
  for (const character of line) {
    if (stringWidth(shown + character) > width - 1) break
    shown += character
  }
  return `${shown}…`
}

/** A line broken at blanks; what goes on in a further line is marked, because an example is not broken there. */
function folded(line: string, width: number, paint: Paint): string[] {
  const lead = /^ */.exec(line)?.[0] ?? ''
  const room = Math.max(20, width - lead.length - 2)
  const [first = '', ...rest] = stringWidth(line) <= width ? [line.trimStart()] : wrap(line.trimStart(), room)
  return [
    lead + paint('cyan', first),
    ...rest.map((part) => `${lead}${paint('dim', '↳')} ${paint('cyan', part)}`),
  ]
}

const gutterOf = (line: string): string | undefined => /^ *\d* *│ ?/.exec(line)?.[0]
const headOf = (line: string): RegExpExecArray | null => /^( *)(error|warning)( \d+:\d+ +)(\S+)$/.exec(line)
const isMessage = (line: string): boolean => line !== '' && !gutterOf(line) && !headOf(line)

/** Lines of one message joined again, because they were broken for another width. */
function unbroken(lines: readonly string[]): string[] {
  const joined: string[] = []
  lines.forEach((line, at) => {
    const begins = !isMessage(lines[at - 1] ?? '') || /^ *\S+:\d+:\d+ /.test(line)
    const last = joined.at(-1)
    if (isMessage(line) && !begins && last !== undefined) joined[joined.length - 1] = `${last} ${line.trim()}`
    else joined.push(line)
  })
  return joined
}

/** What the linter prints, in the colours in which it prints it. */
function printed(lines: readonly string[], width: number, paint: Paint): string[] {
  let style: Style = 'red'
  return unbroken(lines).flatMap((line) => {
    const [, before = '', severity = '', place = '', rule = ''] = headOf(line) ?? []
    if (severity !== '') {
      style = severity === 'error' ? 'red' : 'yellow'
      return [`${before}${paint(['bold', style], severity)}${place}${paint('dim', rule)}`]
    }
    const gutter = gutterOf(line)
    if (gutter === undefined) {
      const lead = line.slice(0, line.search(/\S|$/))
      return wrap(line.trimStart(), Math.max(20, width - lead.length)).map((part) => lead + part)
    }
    const rest = cut(line.slice(gutter.length), width - stringWidth(gutter))
    const marks = /^ *(?:~+…?|\^)$/.test(rest)
    return [paint('dim', gutter) + (marks ? paint(style, rest) : rest)]
  })
}

/** A code block for a terminal, set in from the left. */
export function codeLines(
  value: string,
  lang: string | null | undefined,
  width: number,
  paint: Paint,
): string[] {
  const lines = value.split('\n')
  const common = Math.min(...lines.filter((line) => line !== '').map((line) => line.search(/\S|$/)))
  const own = lines.map((line) => line.slice(common))
  const room = width - indent.length
  const shown = lang === 'text' ? printed(own, room, paint) : own.flatMap((line) => folded(line, room, paint))
  return shown.map((line) => (line === '' ? '' : indent + line))
}
