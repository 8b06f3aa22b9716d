import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import type { Finding, Span } from '../diagnostic.ts'
import { quote } from '../words.ts'

export type Path = readonly (string | number)[]

/** A YAML document as plain data, with the place of every key and value. */
export interface YamlData {
  /** Undefined when the YAML has findings. */
  readonly data: unknown
  readonly findings: readonly Finding[]
  readonly at: (path: Path) => Span
  readonly keyAt: (path: Path) => Span
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

const help: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Unexpected key that stands twice, expected each key once',
  NON_STRING_KEY: 'Unexpected key that is no text, expected a name; put it in quotes if it is one',
  TAB_AS_INDENT: 'Unexpected tab, expected spaces for indentation',
  MULTIPLE_DOCS: 'Unexpected second YAML document, expected one',
}

const spanOf = (node: unknown, whole: Span): Span => {
  if (!isNode(node) || !node.range) return whole
  return { start: node.range[0], end: Math.max(node.range[1], node.range[0]) }
}

/** The deepest pair or value along a path. */
function find(
  document: Document,
  path: Path,
): { node: Node | null; pair: Pair | undefined; missing: boolean } {
  let node = document.contents as Node | null
  let pair: Pair | undefined
  for (const key of path) {
    if (isMap(node)) {
      const found: Pair | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === key)
      if (!found) return { node, pair, missing: true }
      pair = found
      node = isNode(found.value) ? found.value : null
    } else {
      const item = node && 'items' in node ? (node.items as unknown[])[Number(key)] : undefined
      if (!isNode(item)) return { node, pair, missing: true }
      node = item
    }
  }
  return { node, pair, missing: false }
}

/** Aliases, anchors, tags, directives and keys that reach into JavaScript's own objects. */
function forbidden(document: Document): Finding[] {
  const findings: Finding[] = []
  const add = (node: Node, message: string): void =>
    void findings.push({ at: spanOf(node, { start: 0, end: 0 }), message })
  visit(document, {
    Alias: (_, node) => add(node, `Unexpected alias ${quote(`*${node.source}`)}, expected the value itself`),
    Pair: (_, { key }) => {
      if (isScalar(key) && forbiddenKeys.has(String(key.value)))
        add(key, `Unexpected reserved key ${quote(String(key.value))}, expected another name`)
    },
    Node: (_, node) => {
      if ('anchor' in node && node.anchor)
        add(node, `Unexpected anchor ${quote(`&${node.anchor}`)}, expected the value without it`)
      if (node.tag) add(node, `Unexpected tag ${quote(node.tag)}, expected the value without it`)
    },
  })
  return findings
}

/** Reads YAML with its safest settings. Offsets count from the beginning of `text`. */
export function readYaml(text: string): YamlData {
  const whole = { start: 0, end: text.length }
  const findings: Finding[] = []
  let document: Document
  try {
    document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      strict: true,
      uniqueKeys: true,
      stringKeys: true,
      merge: false,
      resolveKnownTags: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: new LineCounter(),
    })
  } catch {
    const message = 'Unexpected nesting that YAML can’t be read to the end of, expected a few levels'
    return { data: undefined, findings: [{ at: whole, message }], at: () => whole, keyAt: () => whole }
  }
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const at = { start: pos[0], end: Math.max(pos[1], pos[0] + 1) }
    findings.push({
      at,
      message: help[code] ?? `Unexpected YAML: ${message.split('\n')[0]}, expected \`key: value\` lines`,
    })
  }
  const directive = /^%[^\n]*/m.exec(text.split(/^---/m)[0] ?? '')
  if (directive)
    findings.push({
      at: { start: directive.index, end: directive.index + directive[0].length },
      message: 'Unexpected YAML directive, expected none',
    })
  findings.push(...forbidden(document))
  const at = (path: Path): Span => {
    const { node, pair, missing } = find(document, path)
    if (!missing) return node ? spanOf(node, whole) : spanOf(pair?.key, whole)
    const end = pair ? spanOf(node, whole).end : text.length
    return { start: end, end }
  }
  const keyAt = (path: Path): Span => {
    const { pair, node } = find(document, path)
    return pair ? spanOf(pair.key, whole) : spanOf(node, whole)
  }
  const data: unknown = findings.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 })
  return { data, findings, at, keyAt }
}
