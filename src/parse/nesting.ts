import type { Root } from 'mdast'
import type { StageFinding } from '../model/diagnostic.ts'

/** Deepest nesting of blocks and inline marks. */
export const maxDepth = 32

const message = `Unexpected nesting deeper than ${maxDepth}, expected lists and quotes of a few levels`
/** The start of every line that may open too many quotes and lists. */
const suspicious = /^[ \t>+*\-\d.)]{24}/m
const markers = /(?:^|[\n\r])[ \t]*((?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)+)([^\n\r]?)/g

/**
 * Finds a line that opens too many quotes and lists, before the parser spends seconds on it:
 * its time grows with the square of the depth.
 */
export function nestingBefore(text: string): StageFinding | undefined {
  if (!suspicious.test(text)) return undefined
  for (const match of text.matchAll(markers)) {
    const [, opened = '', after] = match
    const depth = opened.match(/>|[-+*](?=[ \t]|$)|\d+[.)]/g)?.length ?? 0
    const indented = /^[ \t]*/.exec(match[0].replace(/^[\n\r]/, ''))?.[0].replaceAll('\t', '    ').length ?? 0
    const rule = after === '' && /^([-*])(?:[ \t]*\1)*[ \t]*$/.test(opened)
    if ((depth > maxDepth && !rule) || indented > 3 * maxDepth) {
      const start = match.index + match[0].indexOf(opened)
      return { rule: 'encoding', at: { start, end: start + opened.trimEnd().length }, message }
    }
  }
  return undefined
}

interface Nested {
  readonly children?: readonly Nested[]
  readonly position?: Root['position']
}

/** Whether anything is nested too deeply. Looks no deeper itself. */
const reachesTooDeep = ({ children }: Nested, depth: number): boolean =>
  depth > maxDepth || (children?.some((child) => reachesTooDeep(child, depth + 1)) ?? false)

/** Finds a node of the tree that is nested too deeply, without recursion. */
export function nestingAfter(tree: Root): StageFinding | undefined {
  if (!reachesTooDeep(tree as Nested, 0)) return undefined
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
