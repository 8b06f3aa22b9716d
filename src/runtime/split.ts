import type { Naming } from './headings.ts'
import { type Line, readLine } from './lines.ts'

/** A paragraph, a list item or a table row, with its place. */
export interface Block {
  /** The section's id; undefined for text outside all sections. */
  readonly section: string | undefined
  /** Still with the marks of Markdown, with blanks for what is between its lines. */
  readonly text: string
  /** Where it begins in the answer. */
  readonly start: number
  /** What introduces it: a heading inside the section, a line that ends with a colon, the items above. */
  readonly under: readonly string[]
}

/** The section that a heading opened, and the heading's level. */
interface Place {
  readonly section: string | undefined
  readonly level: number
}

interface Item {
  readonly indent: number
  readonly text: string
}

/** A block whose end is not reached yet. */
interface Open {
  readonly lines: { readonly text: string; readonly start: number }[]
  readonly under: readonly string[]
  /** Of a list item; undefined for a paragraph. */
  readonly indent: number | undefined
}

/** Names of sections that stand alone on a line open them too, like a heading of this level. */
const bareLevel = 6

/** A heading that names no section, or several, is a part of the section around it, or ends it. */
function placeAfter({ ids, begins, whole }: Naming, level: number, around: Place): Place {
  const deeper = around.section !== undefined && level > around.level
  const [id, ...others] = ids
  if (id !== undefined && others.length === 0 && (whole || begins || !deeper)) return { section: id, level }
  return deeper ? around : { section: undefined, level }
}

const introduces = (text: string): boolean => /:[*_\s]*$/.test(text.slice(-8))

/** Lines as one text in which every word stands where it stood. */
const joined = (lines: Open['lines']): string =>
  lines.reduce(
    (text, line) => text + ' '.repeat(line.start - (lines[0]?.start ?? 0) - text.length) + line.text,
    '',
  )

/**
 * Splits Markdown into blocks, line by line.
 * @param naming which sections a heading names
 * @param fixed the section of all of it, whatever its headings say
 */
export function split(markdown: string, naming: (heading: string) => Naming, fixed?: string): Block[] {
  const blocks: Block[] = []
  let place: Place = { section: fixed, level: 0 }
  let title: string | undefined
  let lead: string | undefined
  let items: readonly Item[] = []
  let open: Open | undefined
  let fenced = false

  const context = (above: readonly string[]): string[] =>
    [title, ...above].filter((text) => text !== undefined)
  const close = (): void => {
    if (!open) return
    const { indent, under, lines } = open
    const text = joined(lines)
    blocks.push({ section: place.section, text, start: lines[0]?.start ?? 0, under })
    if (indent === undefined) lead = introduces(text) ? text : undefined
    else items = [...items.filter((item) => item.indent < indent), { indent, text }].slice(-3)
    open = undefined
  }
  const enter = (text: string, named: Naming, level: number): void => {
    const next = fixed === undefined ? placeAfter(named, level, place) : place
    // A heading that opens a section repeats its name; any other one introduces what follows.
    title = next === place || next.section === undefined ? text : undefined
    place = next
    lead = undefined
    items = []
  }
  const underlined = (line: Line): boolean => {
    const text = open?.indent === undefined && open?.lines.length === 1 ? open.lines[0]?.text : undefined
    if (line.type !== 'rule' || text === undefined || !naming(text).whole) return false
    open = undefined
    enter(text, naming(text), line.level)
    return true
  }
  const alone = (line: Line): boolean => {
    if (line.type !== 'text' || open || fenced || !naming(line.text).whole) return false
    enter(line.text, naming(line.text), bareLevel)
    return true
  }

  for (const { 0: source, index: offset } of markdown.matchAll(/[^\n\r]*(?:\r\n|\n|\r|$)/g)) {
    const line = readLine(source.trimEnd())
    if (line.type === 'fence') fenced = !fenced
    if (underlined(line) || alone(line)) continue
    if (line.type === 'text') {
      const text = { text: line.text, start: offset + line.from }
      if (open) open.lines.push(text)
      else {
        if (line.indent === 0) items = []
        open = { lines: [text], under: context([]), indent: undefined }
      }
      continue
    }
    close()
    if (line.type === 'heading') {
      if (fenced)
        blocks.push({
          section: place.section,
          text: line.text,
          start: offset + line.from,
          under: context([]),
        })
      else enter(line.text, naming(line.text), line.level)
    } else if (line.type === 'row' || line.type === 'item') {
      const above = items.filter(({ indent }) => indent < line.indent).map(({ text }) => text)
      const under = context([...(lead === undefined ? [] : [lead]), ...above.slice(-2)])
      open = { lines: [{ text: line.text, start: offset + line.from }], under, indent: line.indent }
    }
  }
  close()
  return blocks
}
