import type { Span } from '../text/place.ts'
import { beyond, inline, put } from './plain-flow.ts'
import { readYaml, type YamlData } from './yaml.ts'

interface Line {
  readonly indent: number
  readonly text: string
  /** Where the text begins. */
  readonly start: number
}

const unusual = / $|[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\xa0\u2028\u2029\ufeff]|\r(?!\n)/m
const key = /^([A-Za-z][A-Za-z0-9-]*):(?: (?! )|$)/

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const whole of text.split('\n')) {
    const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole
    const bare = line.trimStart()
    const indent = line.length - bare.length
    // The first line is the fence, made a comment.
    if (bare !== '' && !(at === 0 && bare.startsWith('#')))
      lines.push({ indent, text: bare, start: at + indent })
    at += whole.length + 1
  }
  return lines
}

/** Block maps and lists of lines. */
function blocks(lines: Line[]): { data: unknown; spans: Map<string, Span> } {
  const spans = new Map<string, Span>()
  let at = 0
  const block = (indent: number): unknown => (lines[at]?.text.startsWith('- ') ? list(indent) : map(indent))
  const here = (indent: number): Line | undefined => {
    const line = lines[at]
    if (line && line.indent > indent) throw beyond
    return line?.indent === indent ? line : undefined
  }
  const list = (indent: number): unknown[] => {
    const items: unknown[] = []
    for (let line = here(indent); line; line = here(indent)) {
      if (!/^- (?! )/.test(line.text)) throw beyond
      const rest = line.text.slice(2)
      if (key.test(rest)) {
        lines[at] = { indent: indent + 2, text: rest, start: line.start + 2 }
        items.push(map(indent + 2))
      } else {
        at += 1
        items.push(inline(rest))
      }
    }
    return items
  }
  const map = (indent: number): unknown => {
    const data: Record<string, unknown> = {}
    for (let line = here(indent); line; line = here(indent)) {
      const [head, name] = key.exec(line.text) ?? []
      if (head === undefined || name === undefined) throw beyond
      at += 1
      const rest = line.text.slice(head.length)
      if (rest !== '') {
        put(data, name, inline(rest))
        const start = line.start + head.length
        if (indent === 0) spans.set(name, { start, end: start + rest.length })
      } else {
        const inner = lines[at]?.indent ?? 0
        if (inner <= indent) throw beyond
        put(data, name, block(inner))
      }
    }
    return data
  }
  const data = map(0)
  if (at < lines.length) throw beyond
  return { data, spans }
}

/**
 * Reads the plain part of YAML that front matter is written in: maps and lists in blocks or on one line, words,
 * numbers, `true` and `false`; undefined for everything else. The YAML library takes a tenth of all that is done for a drill, and a
 * sixth of a run on a few. It still finds the places that nobody asks for where there is no finding.
 */
export function readPlainYaml(text: string): YamlData | undefined {
  if (unusual.test(text)) return undefined
  let library: YamlData | undefined
  const places = (): YamlData => {
    library ??= readYaml(text)
    return library
  }
  try {
    const lines = linesOf(text)
    if (lines.length === 0) return undefined
    const { data, spans } = blocks(lines)
    return {
      data,
      findings: [],
      at: (path) => (path.length === 1 && spans.get(String(path[0]))) || places().at(path),
      keyAt: (path) => places().keyAt(path),
    }
  } catch (error) {
    if (error === beyond) return undefined
    throw error
  }
}
