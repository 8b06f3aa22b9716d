import type { StageFinding } from '../model/diagnostic.ts'
import { fillSpans } from '../text/fill-spans.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'

/** What git leaves in a file, and the file without it. */
export interface Conflicts {
  /** One for each marker. */
  readonly findings: readonly StageFinding[]
  /**
   * The text with blanks in place of the markers and of the sides that are not the first, so that what follows from a
   * conflict is not told beside it. Offsets are those of the file.
   */
  readonly resolved: string
  /** Whether the file begins with a marker, which hides its front matter. */
  readonly first: boolean
}

interface Marker extends Span {
  readonly sign: string
}

interface Line {
  readonly start: number
  readonly text: string
  readonly before: string
  readonly isInFence: boolean
  readonly isInMatter: boolean
}

const signs = ['<<<<<<<', '>>>>>>>', '|||||||', '=======']
const mark =
  /^((?:[ \t]{0,3}>)*[ \t]{0,3}(?:[-+*][ \t]+)?)(?<!>)(?:(<{7,15}|>{7,15}|\|{7})(?:[ \t]|$)|(={7})[ \t]*$)/
const fence = /^(?:[ \t>]|[-+*][ \t]|\d+[.)][ \t])*(`{3,}|~{3,})(.*)$/

/** The lines of a text, with what they stand in. */
function linesOf(text: string, isYaml: boolean): Line[] {
  let open = ''
  let before = ''
  let isInMatter = isYaml || /^---[ \t]*[\r\n]/.test(text)
  return Array.from(text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g), ({ 1: line = '', index }) => {
    if (isInMatter && !isYaml && index > 0 && /^---[ \t]*$/.test(line)) isInMatter = false
    const [, run = '', info = ''] = isInMatter ? [] : (fence.exec(line) ?? [])
    const closes = open !== '' && run.startsWith(open) && info.trim() === ''
    const read = { start: index, text: line, before, isInFence: open !== '' && !closes, isInMatter }
    if (closes) open = ''
    else if (open === '' && !(run.startsWith('`') && info.includes('`'))) open = run
    before = line
    return read
  })
}

/** Whether a line of equals signs makes a title of the line above it, as Markdown has it. */
function underlinesTitle({ before, isInMatter }: Line, text: string): boolean {
  const isText = /^ {0,3}[^\s>#|+*-]/.test(before) && !/^ {0,3}(?:\d+[.)]\s|<{7}|>{7})/.test(before)
  return isText && !isInMatter && !/^# /m.test(text)
}

function markersIn(text: string, isYaml: boolean): Marker[] {
  const lines = linesOf(text, isYaml)
  const isCertain = lines.some((line) => /^(?:<{7,15}|>{7,15})(?:[ \t]|$)/.test(line.text))
  return lines.flatMap((line): Marker[] => {
    const [, lead = '', named, equals] = mark.exec(line.text) ?? []
    const sign = named ?? equals
    // Shown as code, a marker is set off from the start of its line.
    if (sign === undefined || (line.isInFence && lead !== '')) return []
    if (equals !== undefined && !isCertain && (line.isInFence || underlinesTitle(line, text))) return []
    return [{ sign, start: line.start + lead.length, end: line.start + line.text.trimEnd().length }]
  })
}

/** What to blank: each marker, and in a whole conflict everything from the second side on. */
function blanked(markers: readonly Marker[]): Span[] {
  const spans: Span[] = [...markers]
  let opened = false
  let second: Marker | undefined
  for (const marker of markers) {
    const kind = marker.sign.charAt(0)
    if (kind === '<') [opened, second] = [true, undefined]
    else if (kind !== '>') second ??= opened ? marker : undefined
    else {
      if (second) spans.push({ start: second.start, end: marker.end })
      ;[opened, second] = [false, undefined]
    }
  }
  return spans
}

/**
 * Finds markers of a merge conflict wherever they stand; undefined where there is none.
 * @param isYaml whether all of the text is YAML
 */
export function conflicts(text: string, isYaml: boolean): Conflicts | undefined {
  if (!signs.some((sign) => text.includes(sign))) return undefined
  const markers = markersIn(text, isYaml)
  const [first] = markers
  if (!first) return undefined
  return {
    findings: markers.map(({ start, end }) => ({
      rule: 'literal-markup',
      at: { start, end },
      message: `Unexpected marker ${quote(text.slice(start, end))} of a merge conflict, expected one text in place of its sides`,
    })),
    resolved: fillSpans(text, blanked(markers), ' '),
    first: text.slice(0, first.start).trim() === '',
  }
}
