import type { Section } from '../model/document.ts'
import type { Span } from '../text/place.ts'

/** A bold label whose list marker is lost. */
export interface LostLabel extends Span {
  readonly name: string
  /** What its line is part of: the item above, as Markdown reads it, or a paragraph of the section. */
  readonly inside: 'item' | 'paragraph'
  /** Where that item or paragraph ends. */
  readonly holderEnd: number
}

const startsWithLabel = /^(?:\*\*|__)[^*_\n\r]{1,60}:(?:\*\*|__)/
const labels = /(?<=^|[\n\r])[ \t]*(?:\*\*|__)([^*_\n\r]{1,60}):(?:\*\*|__)/g

function* labelsIn({ start, end }: Span, source: string, inside: LostLabel['inside']): Generator<LostLabel> {
  for (const match of source.matchAll(labels)) {
    const [indented, name = ''] = match
    const label = indented.trimStart()
    const from = start + match.index + indented.length - label.length
    yield { start: from, end: from + label.length, name, inside, holderEnd: end }
  }
}

/** The labels of a section that begin a line without a list marker before it. */
export function* lostLabels({ items, loose }: Section, text: string): Generator<LostLabel> {
  for (const item of items) {
    const source = text.slice(item.start, item.end)
    // A list item begins with its marker, so the pattern finds lines below the first only.
    if (/[\n\r]/.test(source)) yield* labelsIn(item, source, 'item')
  }
  for (const span of loose) {
    const source = text.slice(span.start, span.end)
    if (startsWithLabel.test(source)) yield* labelsIn(span, source, 'paragraph')
  }
}

/** What is wrong with such a label, and what to write. */
export const lostLabelMessage = ({ inside }: LostLabel, shown: string): string =>
  `Unexpected label ${shown} ${inside === 'item' ? 'inside the item above' : 'in a paragraph'}, expected \`- \` before it`
