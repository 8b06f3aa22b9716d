/** What one line of Markdown is, as far as an answer needs to know. */
export type Line =
  | { readonly type: 'blank' | 'fence' | 'delimiter' }
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'rule'; readonly level: number }
  | { readonly type: 'row' | 'item' | 'text'; readonly text: string; readonly indent: number }

/** A longer line is no heading, whatever it begins with. */
const longestHeading = 200

const marker = /^(?:[-*+•–→]|\d{1,3}[.)]|\(?[a-z\d][.)])[ \t]+(?:\[[ xX]\][ \t]+)?/

function heading(line: string): Line | undefined {
  let level = 0
  while (line[level] === '#') level += 1
  if (level === 0 || level > 6 || line.length > longestHeading || !/^[ \t]/.test(line.slice(level)))
    return undefined
  let end = line.length
  while (end > level && (line[end - 1] === '#' || line[end - 1] === ' ')) end -= 1
  return { type: 'heading', level, text: line.slice(level, end).trim() }
}

/** A row as a phrase: its first cell, a colon, the others. */
function row(line: string): string {
  const [first = '', ...more] = line
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  return more.length === 0 ? first : `${first}: ${more.join('; ')}`
}

/** Reads one line. Marks of quotations count for nothing. */
export function readLine(source: string): Line {
  const unquoted = source.replace(/^[ \t>]*>/, '')
  const line = unquoted.trim()
  const indent = unquoted.length - unquoted.trimStart().length
  if (line === '') return { type: 'blank' }
  if (line.startsWith('```') || line.startsWith('~~~')) return { type: 'fence' }
  const compact = line.replace(/[ \t]/g, '')
  if (/^([-*_=])\1+$/.test(compact)) return { type: 'rule', level: compact.startsWith('=') ? 1 : 2 }
  if (/^[|:-]+$/.test(compact)) return { type: 'delimiter' }
  if (line.startsWith('|')) return { type: 'row', text: row(line), indent }
  const mark = marker.exec(line)?.[0]
  if (mark !== undefined) return { type: 'item', text: line.slice(mark.length), indent }
  return heading(line) ?? { type: 'text', text: line, indent }
}
