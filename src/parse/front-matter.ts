import type { StageFinding } from '../model/diagnostic.ts'
import type { Matter } from '../model/document.ts'
import type { Validate } from '../model/validate.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { maxMatterLength } from './encoding.ts'
import { validateData } from './schema.ts'
import { readYaml } from './yaml.ts'

export interface FrontMatter<T> {
  readonly matter: Matter<T>
  readonly findings: readonly StageFinding[]
  /** Whether the rest of the file can be read as Markdown. */
  readonly closed: boolean
  /** Whether it is no drill, sample or track at all, by its front matter and its headings. */
  readonly foreign: boolean
  /** Where the rest of the file begins. */
  readonly end: number
}

const fence = /^---[ \t]*(?:\r\n|\n|\r|$)/
const closing = /(?<=^|[\n\r])---[ \t]*(?=[\r\n]|$)/g

const nowhere = (at: Span): Matter<never> => ({ data: undefined, at: () => at, keyAt: () => at })

/** Front matter further down, where Markdown reads it as a heading. */
function misplaced(text: string): StageFinding | undefined {
  const blank = text.length - text.trimStart().length
  const lead = fence.test(text.slice(blank)) ? { index: 0, 0: text.slice(0, blank) } : undefined
  const later =
    lead ?? /(?<=[\n\r])---[ \t]*(?:\r\n|\n|\r)(?=(?:id|kind|difficulty|categories|topics):)/.exec(text)
  if (!later) return undefined
  const at = { start: later.index, end: later.index + later[0].length }
  return {
    rule: 'front-matter',
    at,
    message: 'Unexpected text before the front matter, expected `---` as the very first line',
  }
}

/** What other tools, or a slip, put in place of the first line. */
const otherLine = /^(?:-{1,2}|-{4,}|---[^\S\r\n]*[^\s-].*|\+{3}|[*=_]{3}|[–—]{1,3}|`{3,}[^`]*|~{3,}.*)$/
const firstKey = /^\s*["']?(?:id|drills?|kind|order|title|difficulty)["']?[ \t]*[:=：]/

function otherFence(text: string): StageFinding | undefined {
  const line = /^.*/.exec(text)?.[0] ?? ''
  const written = line.trimEnd()
  if (!otherLine.test(written) || !firstKey.test(text.slice(line.length, line.length + 200))) return undefined
  const at = { start: 0, end: written.length }
  const isForm = /^[-–—]+$/.test(written) && /[\r\n]---[ \t]*(?:[\r\n]|$)/.test(text)
  return {
    rule: 'front-matter',
    at,
    message: `Unexpected ${quote(written)} in place of the first line of the front matter, expected \`---\`, and another one behind the last key`,
    ...(isForm && { fix: [{ ...at, text: '---' }] }),
  }
}

const emptyFile =
  'Unexpected empty file, expected front matter between two lines `---`, then the text; `drills new` writes a template'

/** Headings that only a drill or a definition document has. */
const headings = /^## (?:Prompt|Answer|Phases|Sections|Criteria|Red flags)[ \t]*$/im

export interface NoFences extends StageFinding {
  /** Whether there is none at all, so that the text is all Markdown. */
  readonly absent: boolean
  /** Whether nothing else looks like a drill either. */
  readonly foreign?: boolean
}

/** The place of the front matter, or why there is none. */
export function fences(text: string): { open: number; close: number; end: number } | NoFences {
  const open = fence.exec(text)
  if (!open) {
    const message =
      'Unexpected missing front matter, expected `---` as the first line, then `id: …` and the other keys, then `---`'
    const other = otherFence(text)
    if (other) return { ...other, absent: false }
    const later = misplaced(text)
    if (later) return { ...later, absent: false }
    const at = { start: 0, end: text.search(/[\r\n]|$/) }
    if (text.trim() === '')
      return { rule: 'front-matter', at, message: emptyFile, absent: true, foreign: true }
    const isDrill = headings.test(text)
    return {
      rule: 'front-matter',
      at,
      message: isDrill ? message : `${message}; what is no part of the drills belongs outside \`drills/\``,
      absent: true,
      foreign: !isDrill,
    }
  }
  closing.lastIndex = open[0].length
  const close = closing.exec(text)
  if (close) return { open: open[0].length, close: close.index, end: close.index + close[0].length }
  return {
    rule: 'front-matter',
    at: { start: 0, end: 3 },
    message: 'Unexpected end of file in the front matter, expected a line `---` that closes it',
    absent: false,
  }
}

/** Reads and validates the front matter of a Markdown file. Offsets are those of the file. */
export function readFrontMatter<T>(text: string, validate: Validate, schema: unknown): FrontMatter<T> {
  const found = fences(text)
  if ('rule' in found) {
    const { absent: closed, foreign = false, ...finding } = found
    return { matter: nowhere(found.at), findings: [finding], closed, foreign, end: 0 }
  }
  const { end } = found
  const inside = { start: found.open, end: found.close }
  if (found.close > maxMatterLength) {
    const message = `Unexpected front matter of ${found.close} characters, expected at most ${maxMatterLength} (32 KiB)`
    return {
      matter: nowhere(inside),
      findings: [{ rule: 'encoding', at: inside, message }],
      closed: true,
      foreign: false,
      end,
    }
  }
  const source = `#--${text.slice(3, found.close)}`
  const yaml = readYaml(source)
  const findings: StageFinding[] = yaml.findings.map((finding) => ({ ...finding, rule: 'front-matter' }))
  if (findings.length === 0) {
    for (const finding of validateData(yaml, validate, schema, text))
      findings.push({ ...finding, rule: 'schema' })
  }
  const data = findings.length === 0 ? (yaml.data as T) : undefined
  return { matter: { data, at: yaml.at, keyAt: yaml.keyAt }, findings, closed: true, foreign: false, end }
}
