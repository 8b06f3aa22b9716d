import type { Heading, Nodes, Paragraph } from 'mdast'
import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { type ExpectedHeading, lineOf } from '../expected-headings.ts'
import { plain } from '../nodes.ts'
import { spanOf } from '../span.ts'
import { lineStart } from './source-line.ts'

/** Number signs that don't make a heading, at the beginning of a line. */
const hashes =
  /(?<=^|[\r\n])( {0,3})(#+)([^\s#]|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[ \t])([^\r\n]*)/g
/** Every line of the other kinds, and every underlined title. */
const suspect = /^ {0,3}(?:#+(?:[^\s#]|[^\S \t\r\n])|#{7}|=+[ \t]*\r?$)/m
const boldLine = /(?<=^|[\r\n])( {0,3})(\*\*|__)([^*_\r\n]+?):?\2:?[ \t]*(?=$|[\r\n])/g

/** The line of a heading that lacks a blank, or has another one than Markdown knows. */
function withoutBlank(
  at: number,
  [, , marks = '', next = '', rest = '']: RegExpExecArray | RegExpMatchArray,
  hasTitle: boolean,
): StageFinding | undefined {
  const end = at + marks.length + next.length + rest.length
  const written = `${marks}${next}${rest}`
  const finding = { rule: 'literal-markup', at: { start: at, end } } as const
  if (marks.length > 6)
    return {
      ...finding,
      message: `Unexpected heading of level ${marks.length} ${quote(written)}, expected one of level 1 to 6`,
    }
  if (next === ' ' || next === '\t') return undefined
  // A single sign may begin a number or a keyword.
  if (marks === '#' && (hasTitle || !/\p{L}/u.test(next) || /\s#\S/.test(rest))) return undefined
  const isBlank = /\s/.test(next)
  const words = isBlank ? rest : `${next}${rest}`
  const message = `Unexpected ${quote(written)} without a blank behind ${quote(marks)}, expected ${quote(`${marks} ${words}`)}`
  const from = at + marks.length
  return { ...finding, message, fix: [{ start: from, end: isBlank ? from + 1 : from, text: ' ' }] }
}

/** A heading that is written as a bold line, or as a line of its own. */
function boldHeading(at: number, end: number, written: string, heading: ExpectedHeading): StageFinding {
  const line = lineOf(heading)
  const message = `Unexpected line ${quote(written)} in place of a heading, expected \`${line}\``
  return {
    rule: 'literal-markup',
    at: { start: at, end },
    message,
    expected: [line],
    fix: [{ start: at, end, text: line }],
  }
}

function inParagraph(
  node: Paragraph,
  source: string,
  hasTitle: boolean,
  missing: ReadonlyMap<string, ExpectedHeading>,
  isAboveList: boolean,
): StageFinding[] {
  const { start, end } = spanOf(node)
  const text = source.slice(start, end)
  const isAtLineStart = (at: number): boolean => /^ {0,3}$/.test(source.slice(lineStart(source, at), at))
  // What need not be there has to stand alone, above a list: elsewhere such words may be meant so.
  const isBlock = ({ optional }: ExpectedHeading, written: string): boolean =>
    !optional || (isAboveList && written.trim() === text.trim())
  const found: StageFinding[] = []
  for (const match of text.includes('#') ? text.matchAll(hashes) : []) {
    const at = start + match.index + (match[1]?.length ?? 0)
    const finding = isAtLineStart(at) ? withoutBlank(at, match, hasTitle) : undefined
    if (finding) found.push(finding)
  }
  if (missing.size === 0) return found
  for (const match of text.matchAll(boldLine)) {
    const at = start + match.index + (match[1]?.length ?? 0)
    const heading = missing.get((match[3] ?? '').trim().toLowerCase())
    if (!heading || !isAtLineStart(at) || !isBlock(heading, match[0])) continue
    found.push(boldHeading(at, start + match.index + match[0].trimEnd().length, match[0].trim(), heading))
  }
  const words = text.length < 80 ? plain(node).trim().replace(/:$/, '') : ''
  const heading = missing.get(words.toLowerCase())
  if (found.length === 0 && heading && isAtLineStart(start) && isBlock(heading, text))
    found.push(boldHeading(start, end, text, heading))
  return found
}

/** A required heading that its underline makes a title. */
function underlined(node: Heading, source: string, expected: readonly ExpectedHeading[]): StageFinding[] {
  if (node.depth !== 1) return []
  const { start, end } = spanOf(node)
  const words = plain(node).trim().toLowerCase()
  const heading = expected.find(({ text }) => text.toLowerCase() === words)
  const written = source.slice(start, end)
  return heading && /[\r\n]/.test(written) ? [boldHeading(start, end, written, heading)] : []
}

/**
 * Lines that were meant as headings: `###Model path`, or `**Model path**` where the drill has no such heading.
 * @param expected the headings that the document should have
 */
export function lostHeadings(
  nodes: readonly Nodes[],
  source: string,
  expected: readonly ExpectedHeading[],
): StageFinding[] {
  const isSuspect = suspect.test(source)
  if (!isSuspect && expected.length === 0) return []
  const headings = nodes.filter((node): node is Heading => node.type === 'heading')
  const present = new Set(headings.map((node) => plain(node).trim().toLowerCase()))
  const lower = source.toLowerCase()
  const missing = new Map(
    expected
      .map((heading) => [heading.text.toLowerCase(), heading] as const)
      // Most drills lack what is optional: nothing is searched for that is nowhere.
      .filter(([text, { optional }]) => !present.has(text) && (!optional || lower.includes(text))),
  )
  if (!isSuspect && missing.size === 0) return []
  const hasTitle = headings.some(({ depth }) => depth === 1)
  const [root] = nodes
  const blocks = root?.type === 'root' ? root.children : []
  const aboveLists = new Set<Nodes>(blocks.filter((_, index) => blocks[index + 1]?.type === 'list'))
  return [
    ...headings.flatMap((node) => underlined(node, source, expected)),
    ...nodes.flatMap((node) =>
      node.type === 'paragraph' ? inParagraph(node, source, hasTitle, missing, aboveLists.has(node)) : [],
    ),
  ]
}
