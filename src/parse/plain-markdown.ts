import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Span, StageFinding } from '../diagnostic.ts'
import { quote } from '../words.ts'
import { spanOf } from './span.ts'

const template = 'template syntax'

/** Syntax that some renderers read as more than text: what it looks like, and what to write instead. */
const extensions: readonly (readonly [RegExp, string, string])[] = [
  [/\{\{|\{%|\{#/g, template, 'text that no template engine reads'],
  [/^[ \t]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+(?:\|[ \t]*)?$/gm, 'table', 'a list'],
  [/~~[^~\n]+~~/g, 'strikethrough', 'the text that counts'],
  [/\[\^[^[\]\s]+\]/g, 'footnote', 'a link or a sentence'],
  [/(?<=^|\n)[ \t]*\[[ xX]\](?=[ \t])/g, 'task list item', 'a plain list item'],
  [/\[\[[^[\]\n]+\]\]/g, 'wiki link', 'a Markdown link (`[text](target)`)'],
  [/\$\$/g, 'formula', 'words or code'],
  [/(?<=^|\n):::+[^\n]*/g, 'directive', 'plain text'],
]

const finding = (at: Span, message: string): StageFinding => ({ rule: 'plain-markdown', at, message })

function extensionSyntax(
  at: Span,
  text: string,
  reads: (name: string, start: number) => boolean,
): StageFinding[] {
  const source = text.slice(at.start, at.end)
  return extensions.flatMap(([pattern, name, instead]) =>
    Array.from(source.matchAll(pattern)).flatMap((match) => {
      const start = at.start + match.index
      const span = { start, end: start + match[0].length }
      if (!reads(name, start)) return []
      return [finding(span, `Unexpected ${name} ${quote(match[0])}, expected ${instead}`)]
    }),
  )
}

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
  if (last.length >= open.length && last === (open[0] ?? '').repeat(last.length)) return []
  return [
    finding(
      { start: at.start, end: at.start + open.length },
      `Unexpected code fence that is never closed, expected a line ${open} below it`,
    ),
  ]
}

/** Findings of rule `plain-markdown`: whatever is not CommonMark, or not safe in every renderer. */
export function plainMarkdown(tree: Root, text: string): StageFinding[] {
  const findings: StageFinding[] = []
  let depth = 0
  visit(tree, (node) => {
    const at = spanOf(node)
    if (node.type === 'html')
      findings.push(finding(at, `Unexpected HTML ${quote(node.value)}, expected plain Markdown`))
    if (node.type === 'paragraph' || node.type === 'heading') {
      const code: Span[] = []
      visit(node, 'inlineCode', (inside) => void code.push(spanOf(inside)))
      // A template engine runs before Markdown and does not know what is code.
      const reads = (name: string, start: number): boolean =>
        name === template || !code.some((span) => span.start <= start && start < span.end)
      findings.push(...extensionSyntax(at, text, reads))
    }
    if (node.type === 'code')
      findings.push(...unclosedFence(at, text), ...extensionSyntax(at, text, (name) => name === template))
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
  })
  return findings
}
