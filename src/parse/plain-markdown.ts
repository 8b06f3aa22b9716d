import type { Html, Root } from 'mdast'
import type { StageFinding } from '../model/diagnostic.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { attributes, type Extension, extensions, possibleIn, template } from './extensions.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown.ts'
import { nodesOf } from './nodes.ts'
import { spanOf } from './span.ts'
import { unclosedFence } from './unclosed-fence.ts'
import { unlinkedMarkdown } from './unlinked.ts'

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

function fenceFindings(at: Span, text: string): StageFinding[] {
  const open = unclosedFence(at, text)
  if (!open) return []
  const line = text.slice(open.start, open.end)
  return [finding(open, `Unexpected code fence that is never closed, expected a line ${line} below it`)]
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
 * @param told findings of which it is told already that something is no link as it should be
 * @param levels the level that a heading should have, by where it begins, where that is known and told elsewhere
 */
export function plainMarkdown(
  tree: Root,
  text: string,
  parse: ParseMarkdown = parseMarkdown,
  told: readonly Pick<StageFinding, 'at'>[] = [],
  levels: ReadonlyMap<number, number> = new Map(),
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
        ...fenceFindings(at, text),
        ...extensionSyntax(at, text, possible, (name) => name === template),
      )
    if (node.type === 'heading') {
      const level = levels.get(at.start)
      if (level === undefined && node.depth > depth + 1 && depth > 0) {
        findings.push(
          finding(
            at,
            `Unexpected heading of level ${node.depth} under one of level ${depth}, expected level ${depth + 1}`,
          ),
        )
      }
      depth = level ?? node.depth
    }
  }
  const unlinked = unlinkedMarkdown(tree, text, parse, 'written').filter(
    ({ at }) => !told.some((other) => other.at.start <= at.end && at.start <= other.at.end),
  )
  return [...findings, ...unlinked]
}
