import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
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
