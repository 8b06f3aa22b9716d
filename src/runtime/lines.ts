/** What one line of Markdown is, as far as an answer needs to know. Texts are followed by where they begin in the line. */
export type Line =
  | { readonly type: 'blank' | 'fence' | 'delimiter' }
  | { readonly type: 'heading'; readonly level: number; readonly text: string; readonly from: number }
  | { readonly type: 'rule'; readonly level: number }
  | {
      readonly type: 'row' | 'item' | 'text'
      readonly text: string
      readonly from: number
      readonly indent: number
    }

/** A longer line is no heading, whatever it begins with. */
const longestHeading = 200

const marker = /^(?:[-*+•–→]|\d{1,3}[.)]|\(?[a-z\d][.)])[ \t]+(?:\[[ xX]\][ \t]+)?/

function heading(line: string, at: number): Line | undefined {
  let level = 0
  while (line[level] === '#') level += 1
  if (level === 0 || level > 6 || line.length > longestHeading || !/^[ \t]/.test(line.slice(level)))
    return undefined
  let end = line.length
  while (end > level && (line[end - 1] === '#' || line[end - 1] === ' ')) end -= 1
  const text = line.slice(level, end)
  return {
    type: 'heading',
    level,
    text: text.trim(),
    from: at + level + text.length - text.trimStart().length,
  }
}

/** A row as a phrase of the same length: its first cell, a colon, the others. */
function row(line: string): string {
  let cells = 0
  return line
    .replace(/\|[ \t]*$/, (end) => ' '.repeat(end.length))
    .replace(/\|/g, () => {
      cells += 1
      return [' ', ':'][cells - 1] ?? ';'
    })
}

/** Reads one line. Marks of quotations count for nothing. */
export function readLine(source: string): Line {
  const unquoted = source.replace(/^[ \t>]*>/, '')
  const line = unquoted.trim()
  const indent = unquoted.length - unquoted.trimStart().length
  const from = source.length - unquoted.length + indent
  if (line === '') return { type: 'blank' }
  if (line.startsWith('```') || line.startsWith('~~~')) return { type: 'fence' }
  const compact = line.replace(/[ \t]/g, '')
  if (/^([-*_=])\1+$/.test(compact)) return { type: 'rule', level: compact.startsWith('=') ? 1 : 2 }
  if (/^[|:-]+$/.test(compact)) return { type: 'delimiter' }
  if (line.startsWith('|')) return { type: 'row', text: row(line), from, indent }
  const mark = marker.exec(line)?.[0]
  if (mark !== undefined)
    return { type: 'item', text: line.slice(mark.length), from: from + mark.length, indent }
  return heading(line, from) ?? { type: 'text', text: line, from, indent }
}
