import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node'
import type { Heading, Section } from '../model/document.ts'
import type { View } from './view.ts'

/** A name that clients accept: they refuse empty ones. */
const named = (text: string): string => text.trim() || '(no name)'

const points = ({ items }: Section, { rangeOf }: View): DocumentSymbol[] =>
  items.flatMap(({ label, ...item }) =>
    label
      ? [
          {
            name: named(label.text),
            kind: SymbolKind.Field,
            range: rangeOf(item),
            selectionRange: rangeOf(label),
          },
        ]
      : [],
  )

const kindOf = ({ depth }: Heading): SymbolKind => (depth === 1 ? SymbolKind.File : SymbolKind.String)

/** The headings of a document and the points under each. */
export function symbols(view: View): DocumentSymbol[] {
  const { model, rangeOf } = view
  const sections = model?.sections ?? []
  /** From a heading to the next one of its level or above. */
  const nest = (from: number, to: number): DocumentSymbol[] => {
    const found: DocumentSymbol[] = []
    for (let at = from; at < to; ) {
      const section = sections[at]
      if (!section) break
      const { heading } = section
      const after = sections.findIndex((other, index) => index > at && other.heading.depth <= heading.depth)
      const next = after < 0 || after > to ? to : after
      const end = sections[next - 1]?.content.end ?? heading.end
      found.push({
        name: named(heading.text),
        kind: kindOf(heading),
        range: rangeOf({ start: heading.start, end: Math.max(end, heading.end) }),
        selectionRange: rangeOf(heading),
        children: [...points(section, view), ...nest(at + 1, next)],
      })
      at = next
    }
    return found
  }
  return nest(0, sections.length)
}

/** The same for clients that know only lists. */
export function flatten(found: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  return found.flatMap(({ name, kind, selectionRange, children = [] }) => [
    { name, kind, location: { uri, range: selectionRange } },
    ...flatten(children, uri),
  ])
}
