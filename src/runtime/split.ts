import type { Naming } from './headings.ts'

/** A paragraph, a list item or a row of a table, and where it stands. */
export interface Block {
  /** The section's id; undefined for text that stands in none. */
  readonly section: string | undefined
  /** Still with the marks of Markdown, on one line. */
  readonly text: string
  /** What introduces it: a heading inside the section, a line that ends with a colon, the item above. */
  readonly under: readonly string[]
}

/** Which section a heading opens, by what it names and where it stands. */
interface Place {
  readonly section: string | undefined
  readonly level: number
}

const marker = /^(?:[-*+•–]|\d{1,3}[.)]|\(?[a-z\d][.)])[ \t]+(?:\[[ xX]\][ \t]+)?/

function heading(line: string): { level: number; text: string } | undefined {
  let level = 0
  while (line[level] === '#') level += 1
  if (level === 0 || level > 6 || !/^[ \t]/.test(line.slice(level, level + 1))) return undefined
  let end = line.length
  while (end > level && (line[end - 1] === '#' || line[end - 1] === ' ')) end -= 1
  return { level, text: line.slice(level, end).trim() }
}

/** Where text goes on after a heading. One that names no section is a part of the section around it, or ends it. */
function placeAfter({ ids, begins, whole }: Naming, level: number, before: Place): Place {
  const deeper = before.section !== undefined && level > before.level
  const [id, ...others] = ids
  if (id !== undefined && others.length > 0) return deeper ? before : { section: undefined, level }
  if (id !== undefined && (whole || begins || !deeper)) return { section: id, level }
  return deeper ? before : { section: undefined, level }
}

const isRule = (line: string): boolean => /^(?:[-*_=][ \t]*)+$/.test(line.slice(0, 500))
const isRow = (line: string): boolean => line.startsWith('|') && line.length > 1
const isDelimiter = (line: string): boolean => /^[|:\- \t]+$/.test(line) && line.includes('-')

const row = (line: string): string => {
  const cells = line
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  return cells.length < 2 ? cells.join('') : `${cells[0]}: ${cells.slice(1).join('; ')}`
}

/**
 * Splits Markdown into blocks, line by line.
 * @param naming what a heading names
 * @param fixed the section of all of it, whatever headings say
 */
export function split(markdown: string, naming: (heading: string) => Naming, fixed?: string): Block[] {
  const blocks: Block[] = []
  let place: Place = { section: fixed, level: fixed === undefined ? 7 : 0 }
  let title: string | undefined
  let lead: string | undefined
  let parents: { indent: number; text: string }[] = []
  let open: { text: string[]; under: string[]; indent: number; item: boolean } | undefined
  let fenced = false

  const close = (): void => {
    if (!open) return
    const text = open.text.join(' ')
    const { item, indent, under } = open
    blocks.push({ section: place.section, text, under })
    if (item) parents = [...parents.filter((parent) => parent.indent < indent), { indent, text }]
    else lead = /:[*_\s]*$/.test(text.slice(-8)) ? text : undefined
    open = undefined
  }
  const context = (more: readonly (string | undefined)[]): string[] =>
    [title, ...more].filter((text) => text !== undefined)
  const enter = (next: Place, text: string): void => {
    title = next.section === place.section && next.level === place.level ? text : next.section === undefined ? text : undefined
    place = next
    lead = undefined
    parents = []
  }

  for (const source of markdown.split(/\r\n|\n|\r/)) {
    const unquoted = source.replace(/^[ \t>]*>/, '')
    const line = unquoted.trim()
    const indent = unquoted.length - unquoted.trimStart().length
    if (line.startsWith('```') || line.startsWith('~~~')) {
      close()
      fenced = !fenced
      continue
    }
    if (line === '') {
      close()
      continue
    }
    const found = fenced ? undefined : heading(line)
    if (found) {
      close()
      enter(fixed === undefined ? placeAfter(naming(found.text), found.level, place) : place, found.text)
      continue
    }
    if (isRule(line)) {
      // A line under a name makes it a heading.
      const above: string | undefined = open && !open.item && open.text.length === 1 ? open.text[0] : undefined
      const named = above === undefined || fixed !== undefined ? undefined : naming(above)
      if (above !== undefined && named?.whole) {
        open = undefined
        enter(placeAfter(named, line.startsWith('=') ? 1 : 2, place), above)
      } else close()
      continue
    }
    const bare = fixed === undefined && !fenced && line.length < 60 && !open ? naming(line) : undefined
    if (bare?.whole && bare.ids.length === 1 && !marker.test(line)) {
      enter({ section: bare.ids[0], level: 6 }, line)
      continue
    }
    if (isRow(line)) {
      close()
      if (!isDelimiter(line)) blocks.push({ section: place.section, text: row(line), under: context([lead]) })
      continue
    }
    const mark = marker.exec(line)?.[0]
    if (mark !== undefined) {
      close()
      const above = parents.filter((parent) => parent.indent < indent)
      open = {
        text: [line.slice(mark.length)],
        under: context([lead, ...above.map(({ text }) => text)]),
        indent,
        item: true,
      }
    } else if (open) open.text.push(line)
    else {
      if (indent === 0) parents = []
      open = { text: [line], under: context([]), indent, item: false }
    }
  }
  close()
  return blocks
}
