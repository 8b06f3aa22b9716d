import type { Definition, LinkReference, Nodes, Root } from 'mdast'
import type { ExpectedHeading } from '../expected-headings.ts'
import { nodesOf } from '../nodes.ts'
import { spanOf } from '../span.ts'
import { alerts } from './alerts.ts'
import { boldCriteria } from './bold-criteria.ts'
import { brokenLinks } from './broken-links.ts'
import { formulas } from './formulas.ts'
import { hiddenLinks } from './hidden-links.ts'
import type { LiteralFinding } from './literal-finding.ts'
import { lostHeadings } from './lost-headings.ts'
import { lostMarkers } from './lost-markers.ts'
import { type MaskedText, maskedText, maskSpans } from './masked-text.ts'
import { unclosedCode } from './unclosed-code.ts'
import { unclosedEmphasis } from './unclosed-emphasis.ts'
import { type Labels, undefinedReferences } from './undefined-references.ts'

/** What else is known of the document. */
export interface Known {
  /** The criteria of the rubric. */
  readonly criteria: readonly string[]
  /** The headings that the document should have. */
  readonly headings: readonly ExpectedHeading[]
}

const suspicious = /[*_`[\]$]|~~|\\[a-z]|\^\{|<[^\s<>]+>|^:[ \t]*\S*[/.#]/
/** Escapes of which a formula may be made; the value of a text does not show them. */
const escapedBracket = /\\[([]/

/** The paragraphs and headings in which a mark is left that Markdown did not read. */
function suspects(nodes: readonly Nodes[], source: string): MaskedText[] {
  const found: MaskedText[] = []
  let container: Nodes | undefined
  let isFound = false
  const isEscaped = escapedBracket.test(source)
  for (const node of nodes) {
    if (node.type === 'paragraph' || node.type === 'heading') {
      container = node
      isFound = false
    }
    if (node.type !== 'text' || isFound) continue
    if (container?.type !== 'paragraph' && container?.type !== 'heading') continue
    const { start, end } = spanOf(node)
    if (!suspicious.test(node.value) && !(isEscaped && escapedBracket.test(source.slice(start, end))))
      continue
    isFound = true
    found.push(maskedText(container, source))
  }
  return found
}

function labelsIn(nodes: readonly Nodes[], source: string, { criteria }: Known): Labels {
  const definitions = nodes.filter((node): node is Definition => node.type === 'definition')
  const used = new Set(
    nodes.flatMap((node) =>
      node.type === 'linkReference' || node.type === 'imageReference' ? node.identifier : [],
    ),
  )
  const labelOf = ({ label, identifier }: Definition): string => label ?? identifier
  const written = Array.from(source.matchAll(/^[ \t>]*\[([^[\]]+)\]:[ \t]*\S/gm), ([, label = '']) =>
    label.toLowerCase(),
  )
  return {
    swallowed: new Set(written),
    defined: definitions.map(labelOf),
    unused: definitions.filter(({ identifier }) => !used.has(identifier)).map(labelOf),
    criteria,
    shortcuts: new Set(
      nodes
        .filter(
          (node): node is LinkReference => node.type === 'linkReference' && node.referenceType === 'shortcut',
        )
        .map((node) => spanOf(node).start),
    ),
  }
}

/** Whether a finding begins in code that goes on over several lines. */
const isInCode = ({ at }: LiteralFinding, nodes: readonly Nodes[]): boolean =>
  nodes.some((node) => {
    if (node.type !== 'inlineCode') return false
    const { start, end } = spanOf(node)
    return start < at.start && at.start < end
  })

/** Findings of rule `literal-markup`: what was meant as markup and is published as text. */
export function literalMarkup(tree: Root, source: string, known: Known): LiteralFinding[] {
  const nodes = nodesOf(tree)
  const definitions = nodes.filter((node): node is Definition => node.type === 'definition')
  const findings: LiteralFinding[] = [
    ...[...lostHeadings(nodes, source, known.headings), ...lostMarkers(nodes, source)].filter(
      (finding) => !isInCode(finding, nodes),
    ),
    ...(known.headings.some(({ holds }) => holds === 'criteria') ? boldCriteria(tree, source) : []),
    ...hiddenLinks(definitions, source),
  ]
  const texts = suspects(nodes, source)
  if (texts.length === 0) return findings
  const labels = labelsIn(nodes, source, known)
  const rest = texts.map((masked) => {
    const found: LiteralFinding[] = [...alerts(masked)]
    let left = masked
    const take = (more: readonly LiteralFinding[]): void => {
      found.push(...more)
      left = maskSpans(
        left,
        more.map(({ at }) => at),
      )
    }
    take(formulas(left, source))
    take(brokenLinks(left, source))
    take(undefinedReferences(left, source, labels))
    take([...unclosedCode(left, source)])
    findings.push(...found)
    return left
  })
  findings.push(...unclosedEmphasis(rest, source))
  return findings
}
