import type { Html, Root } from 'mdast'
import type { StageFinding } from '../model/diagnostic.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown.ts'
import { nodesOf } from './nodes.ts'
import { spanOf } from './span.ts'
import { unlinkedMarkdown } from './unlinked.ts'

const template = 'template syntax'
const attributes = 'attribute list'

interface Extension {
  readonly name: string
  readonly pattern: RegExp
  /** What to write instead. */
  readonly instead: string
  /** Every match has one of these. */
  readonly signs: readonly (string | RegExp)[]
}

/** Syntax that some renderers read as more than text. */
const extensions: readonly Extension[] = [
  {
    name: template,
    pattern: /\{\{|\{%|\{#/g,
    instead: 'text that no template engine reads',
    signs: ['{{', '{%', '{#'],
  },
  {
    name: 'table',
    pattern: /^[ \t]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+(?:\|[ \t]*)?$/gm,
    instead: 'a list',
    signs: ['|'],
  },
  { name: 'strikethrough', pattern: /~~[^~]+~~/g, instead: 'the text that counts', signs: ['~~'] },
  { name: 'footnote', pattern: /\[\^[^[\]\s]+\]/g, instead: 'a link or a sentence', signs: ['[^'] },
  {
    name: 'task list item',
    pattern: /(?<=^|\n)[ \t]*\[[ xX]\](?=[ \t])/g,
    instead: 'a plain list item',
    signs: ['[ ]', '[x]', '[X]'],
  },
  {
    name: 'wiki link',
    pattern: /\[\[[^[\]\n]+\]\]/g,
    instead: 'a Markdown link (`[text](target)`)',
    signs: ['[['],
  },
  {
    name: 'directive',
    pattern: /(?<=(?:^|\n)[ \t>]*)(?::::+[ \t]*[^\s:][^\r\n]*|(?:!!!|\?\?\?)\+?[ \t]+[a-z][^\r\n]*)/g,
    instead: 'plain text',
    signs: [':::', '!!!', '???'],
  },
  {
    name: 'directive',
    pattern: /(?<=(?:^|\n)[ \t>]*):::+[ \t]*(?=[\r\n]|$)/g,
    instead: 'plain text',
    // Where one is opened, that is told of.
    signs: [/(?<![\s\S])(?![\s\S]*^[ \t>]*:::+[ \t]*[^\s:])[\s\S]*:::/m],
  },
  {
    name: 'highlight',
    pattern: /(?<![\p{L}\p{N}=<>!~])==[^\s=](?:[^=\n]*[^\s=])?==(?![\p{L}\p{N}=])/gu,
    instead: 'emphasis (`*text*`)',
    signs: ['=='],
  },
  {
    name: 'emoji code',
    pattern: /(?<![\p{L}\p{N}:/])(?::[a-z][a-z0-9_+-]+:|:[+-]1:)(?![\p{L}\p{N}:/])/gu,
    instead: 'words',
    signs: [/:(?:[a-z][a-z0-9_+-]+|[+-]1):/],
  },
  {
    name: 'definition list',
    pattern: /(?<=(?:^|\n)[ \t>]*):[ \t]+\S[^\r\n]*/g,
    instead: 'a list item with a bold label (`- **Term:** …`)',
    signs: [/^[ \t>]*:[ \t]/m],
  },
  {
    name: 'table of contents',
    pattern: /^\[toc\]$/gi,
    instead: 'nothing in its place',
    signs: ['[TOC]', '[toc]'],
  },
  {
    name: attributes,
    pattern:
      /(?<=[)\]*_`]|^#.*|(?:^|\n)[ \t>]*)\{(?:[#.]\p{L}|:[ \t]*[.#\p{L}])[^{}\r\n]*\}(?=[ \t#]*(?:[\r\n]|$))/gu,
    instead: 'nothing in its place; the anchor of a heading is made of its words',
    signs: ['{#', '{.', '{:'],
  },
]

/** The few that a text may hold. Looking for signs takes a hundredth of trying each expression on every paragraph. */
const possibleIn = (text: string): Extension[] =>
  extensions.filter(({ signs }) =>
    signs.some((sign) => (typeof sign === 'string' ? text.includes(sign) : sign.test(text))),
  )

const finding = (at: Span, message: string): StageFinding => ({ rule: 'plain-markdown', at, message })

function extensionSyntax(
  at: Span,
  text: string,
  possible: readonly Extension[],
  reads: (name: string, start: number) => boolean,
): StageFinding[] {
  const source = text.slice(at.start, at.end)
  const listed = new Set<number>()
  const findings: StageFinding[] = []
  // Attributes come last in the list: what they begin with is template syntax to others.
  for (const { pattern, name, instead } of possible.toReversed())
    for (const match of source.matchAll(pattern)) {
      const start = at.start + match.index
      if (!reads(name, start) || (name === template && listed.has(start))) continue
      if (name === attributes) listed.add(start)
      const span = { start, end: start + match[0].length }
      findings.push(finding(span, `Unexpected ${name} ${quote(match[0])}, expected ${instead}`))
    }
  return findings
}

const htmlFinding = (node: Html): StageFinding =>
  finding(spanOf(node), `Unexpected HTML ${quote(node.value)}, expected plain Markdown`)

/** A fence that is never closed swallows the rest of the file. */
function unclosedFence(at: Span, text: string): StageFinding[] {
  const source = text.slice(at.start, at.end)
  const open = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (open === undefined) return []
  const last =
    source
      .split(/\r\n|\n|\r/)
      .slice(1)
      .at(-1)
      ?.replace(/^[ \t>]*/, '')
      .trimEnd() ?? ''
  if (last.length >= open.length && last === open.charAt(0).repeat(last.length)) return []
  return [
    finding(
      { start: at.start, end: at.start + open.length },
      `Unexpected code fence that is never closed, expected a line ${open} below it`,
    ),
  ]
}

/** Findings of rule `plain-markdown` on a text that is published as it came: HTML and template syntax only. */
export const unsafeMarkdown = (
  tree: Root,
  text: string,
  parse: ParseMarkdown = parseMarkdown,
): StageFinding[] => {
  const templates = extensions.filter(({ name }) => name === template)
  const everywhere = { start: 0, end: text.length }
  return [
    ...nodesOf(tree).flatMap((node) => (node.type === 'html' ? [htmlFinding(node)] : [])),
    ...extensionSyntax(everywhere, text, templates, () => true),
    ...unlinkedMarkdown(tree, text, parse, 'read'),
  ]
}

/**
 * Findings of rule `plain-markdown`: whatever is not CommonMark, or not safe in every renderer.
 * @param broken stretches of which is told that they are no links as they should be
 */
export function plainMarkdown(
  tree: Root,
  text: string,
  parse: ParseMarkdown = parseMarkdown,
  broken: readonly Span[] = [],
): StageFinding[] {
  const possible = possibleIn(text)
  const findings: StageFinding[] = []
  let depth = 0
  for (const node of nodesOf(tree)) {
    const at = spanOf(node)
    if (node.type === 'html') findings.push(htmlFinding(node))
    if (possible.length > 0 && (node.type === 'paragraph' || node.type === 'heading')) {
      const code = nodesOf(node).flatMap((inside) => (inside.type === 'inlineCode' ? spanOf(inside) : []))
      // A template engine runs before Markdown and does not know what is code.
      const reads = (name: string, start: number): boolean =>
        name === template || !code.some((span) => span.start <= start && start < span.end)
      findings.push(...extensionSyntax(at, text, possible, reads))
    }
    if (node.type === 'code')
      findings.push(
        ...unclosedFence(at, text),
        ...extensionSyntax(at, text, possible, (name) => name === template),
      )
    if (node.type === 'heading') {
      if (node.depth > depth + 1 && depth > 0) {
        findings.push(
          finding(
            at,
            `Unexpected heading of level ${node.depth} under one of level ${depth}, expected level ${depth + 1}`,
          ),
        )
      }
      depth = node.depth
    }
  }
  const unlinked = unlinkedMarkdown(tree, text, parse, 'written').filter(
    ({ at }) => !broken.some(({ start, end }) => start <= at.end && at.start <= end),
  )
  return [...findings, ...unlinked]
}
