import { type Document, isMap, isScalar, type Node, visit, type YAMLMap } from 'yaml'
import type { Finding } from '../model/diagnostic.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { keyOf, spanOf } from './yaml-places.ts'

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
    if (/[\n\r]/.test(sign)) opened = 0
    else if (/[[{]/.test(sign)) depth += 1
    else if (/[\]}]/.test(sign)) depth = Math.max(0, depth - 1)
    else opened += 1
    if (depth > maxYamlDepth || opened > maxIndicators) return { start: match.index, end: match.index + 1 }
  }
  return undefined
}

/** Repeated keys, aliases, anchors, tags, directives and keys that reach into JavaScript's own objects. */
export function forbidden(document: Document): Finding[] {
  const findings: Finding[] = []
  const add = (node: Node, message: string): void =>
    void findings.push({ at: spanOf(node, { start: 0, end: 0 }), message })
  // The library's own check compares every key with every other one.
  const repeated = ({ items }: YAMLMap): void => {
    const seen = new Set<unknown>()
    for (const pair of items) {
      const value = keyOf(pair)
      if (value !== undefined && seen.has(value))
        add(
          pair.key as Node,
          `Unexpected key ${quote(String(value))} that stands twice, expected each key once`,
        )
      seen.add(value)
    }
  }
  visit(document, {
    Alias: (_, node) => add(node, `Unexpected alias ${quote(`*${node.source}`)}, expected the value itself`),
    Pair: (_, { key }) => {
      if (isScalar(key) && forbiddenKeys.has(String(key.value)))
        add(key, `Unexpected reserved key ${quote(String(key.value))}, expected another name`)
    },
    Node: (_, node) => {
      if (isMap(node)) repeated(node)
      if ('anchor' in node && node.anchor)
        add(node, `Unexpected anchor ${quote(`&${node.anchor}`)}, expected the value without it`)
      if (node.tag) add(node, `Unexpected tag ${quote(node.tag)}, expected the value without it`)
    },
  })
  return findings
}
