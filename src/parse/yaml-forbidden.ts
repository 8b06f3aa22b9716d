import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Finding } from '../model/diagnostic.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { spanOf } from './yaml-places.ts'

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Most brackets that are open at once. */
const maxYamlDepth = 64
/** Most `- `, `? ` and `: ` of one line, each of which may open a level. */
const maxIndicators = 500

/** Where YAML opens more levels than any document needs: reading them takes time that grows with their square. */
export function tooDeepAt(text: string): Span | undefined {
  let depth = 0
  let opened = 0
  for (const match of text.matchAll(/[[\]{}\n\r]|[:?-](?=[ \t])/g)) {
    const [sign] = match
    if (sign === '\n' || sign === '\r') opened = 0
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    else opened += 1
    if (depth > maxYamlDepth || opened > maxIndicators) return { start: match.index, end: match.index + 1 }
  }
  return undefined
}

/** Digits, perhaps with a point that says something: what every YAML reads as the same number. */
const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9]\d*)?$/

/** Words and figures that YAML 1.2 reads as text and many tools, which read YAML 1.1, as something else. */
const otherwise: readonly (readonly [pattern: RegExp, read: string])[] = [
  [/^(?:y|yes|n|no|on|off)$/i, 'true or false'],
  [/^\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?$/, 'a date'],
  [/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/, 'minutes and seconds'],
  [/^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-f_]+|\d[\d_]*_[\d_]*)$/i, 'a number'],
]

/** What is not the same in every version of YAML. */
function ambiguous({ type, value, source = '' }: Scalar): string | undefined {
  if (type !== 'PLAIN') return undefined
  if (typeof value === 'number' && !decimal.test(source)) {
    const same = Number.isFinite(value) && decimal.test(String(value)) ? ` such as \`${value}\`` : ''
    return `Unexpected number ${quote(source)}, expected decimal digits${same}: tools differ on what other figures mean`
  }
  if (typeof value !== 'string') return undefined
  const [, read] = otherwise.find(([pattern]) => pattern.test(value)) ?? []
  if (read === undefined) return undefined
  const figures =
    /^[-+\d]/.test(value) && read !== 'a date' ? 'decimal digits, or text in quotes' : 'it in quotes'
  return `Unexpected plain ${quote(value)}, which some tools read as ${read}, expected ${figures}: \`"${value}"\``
}

/** Repeated keys, aliases, anchors, tags and keys that reach into JavaScript's own objects. */
export function forbidden({ contents }: Document): Finding[] {
  const findings: Finding[] = []
  const add = (node: Node, message: string): void =>
    void findings.push({ at: spanOf(node, { start: 0, end: 0 }), message })
  // The library's own check for repeated keys compares each with every other one.
  const checkKeys = ({ items }: YAMLMap): void => {
    const seen = new Set<unknown>()
    for (const { key } of items) {
      if (!isScalar(key)) continue
      const name = String(key.value)
      if (forbiddenKeys.has(name)) add(key, `Unexpected reserved key ${quote(name)}, expected another name`)
      if (seen.has(key.value)) add(key, `Unexpected duplicate key ${quote(name)}, expected each key once`)
      seen.add(key.value)
    }
  }
  // `visit` of the library lists the ancestors of every node.
  const check = (node: unknown): void => {
    if (!isNode(node)) return
    if (isAlias(node)) add(node, `Unexpected alias ${quote(`*${node.source}`)}, expected the value itself`)
    else if (node.anchor)
      add(node, `Unexpected anchor ${quote(`&${node.anchor}`)}, expected the value without it`)
    if (node.tag) add(node, `Unexpected tag ${quote(node.tag)}, expected the value without it`)
    const doubtful = isScalar(node) ? ambiguous(node) : undefined
    if (doubtful !== undefined) add(node, doubtful)
    if (isSeq(node)) for (const item of node.items) check(item)
    if (!isMap(node)) return
    checkKeys(node)
    for (const { key, value } of node.items) {
      check(key)
      check(value)
    }
  }
  check(contents)
  return findings
}
