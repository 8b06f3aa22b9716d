import type { Root } from 'mdast'
import type { StageFinding } from '../diagnostic.ts'

/** Deepest nesting of blocks and inline marks. */
export const maxDepth = 32

const message = `Unexpected nesting deeper than ${maxDepth}, expected lists and quotes of a few levels`
const markers = /(?:^|\n)[ \t]*((?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)+)/g

/**
 * Finds a line that opens too many quotes and lists, before the parser spends seconds on it:
 * its time grows with the square of the depth.
 */
export function nestingBefore(text: string): StageFinding | undefined {
  for (const match of text.matchAll(markers)) {
    const opened = match[1] ?? ''
    const depth = opened.match(/>|[-+*](?=[ \t\n]|$)|\d+[.)]/g)?.length ?? 0
    if (depth > maxDepth && !/^([-*])(?:[ \t]*\1)*[ \t]*$/.test(opened)) {
      const start = match.index + match[0].length - opened.length
      return { rule: 'encoding', at: { start, end: start + opened.trimEnd().length }, message }
    }
  }
  return undefined
}

interface Nested {
  readonly children?: readonly Nested[]
  readonly position?: Root['position']
}

/** Finds a node of the tree that is nested too deeply, without recursion. */
export function nestingAfter(tree: Root): StageFinding | undefined {
  let level: readonly Nested[] = [tree as Nested]
  for (let depth = 0; level.length > 0; depth += 1) {
    const deep = depth > maxDepth ? level.find(({ position }) => position !== undefined) : undefined
    if (deep?.position) {
      const { start, end } = deep.position
      return { rule: 'encoding', at: { start: start.offset ?? 0, end: end.offset ?? 0 }, message }
    }
    level = level.flatMap(({ children }) => children ?? [])
  }
  return undefined
}
