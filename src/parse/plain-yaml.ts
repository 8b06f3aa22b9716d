import type { Span } from '../diagnostic.ts'
import { readYaml, type YamlData } from './yaml.ts'

const word = '[a-z][a-z0-9-]*'
const entry = new RegExp(
  `([a-z]+): (?:(${word})|(0|[1-9][0-9]{0,8})|\\[(${word}(?:, ${word})*)\\])(?:\\r?\\n|$)`,
  'y',
)
/** Words that are values of another type, and keys that are refused. */
const special = new Set(['true', 'false', 'null', 'constructor', 'prototype'])

/**
 * Reads YAML of lines `key: word`, `key: 4` and `key: [word, word]`, as most front matter is written; undefined for
 * every other. The YAML library took a tenth of all that is done for a drill. It still finds the places that are not
 * asked for in a drill without findings.
 */
export function readPlainYaml(text: string): YamlData | undefined {
  const comment = /^#[^\r\n]*\r?\n/.exec(text)?.[0] ?? ''
  const data: Record<string, unknown> = {}
  const spans = new Map<string, Span>()
  for (let at = comment.length; at < text.length; at = entry.lastIndex) {
    entry.lastIndex = at
    const [, key, scalar, number, list] = entry.exec(text) ?? []
    if (key === undefined || spans.has(key) || special.has(key)) return undefined
    const start = at + key.length + 2
    const words = scalar === undefined ? (list?.split(', ') ?? []) : [scalar]
    if (words.some((each) => special.has(each))) return undefined
    data[key] = scalar ?? (number === undefined ? words : Number(number))
    spans.set(key, { start, end: start + (scalar ?? number ?? `[${list}]`).length })
  }
  if (spans.size === 0) return undefined
  let library: YamlData | undefined
  const places = (): YamlData => {
    library ??= readYaml(text)
    return library
  }
  return {
    data,
    findings: [],
    at: (path) => (path.length === 1 && spans.get(String(path[0]))) || places().at(path),
    keyAt: (path) => places().keyAt(path),
  }
}
