import type { List, Root, RootContent } from 'mdast'
import type { Document, Heading, Section, SourceText } from '../model/document.ts'
import { locator } from '../text/locator.ts'
import { slug } from '../text/slug.ts'
import { countWords } from '../text/words.ts'
import { anchors } from './anchors.ts'
import { headingAttributes } from './heading-attributes.ts'
import { readInline } from './inline.ts'
import { readItem, textOf } from './list-items.ts'
import { nodesOf, plain } from './nodes.ts'
import { spanOf } from './span.ts'

function readSection(heading: Heading, nodes: readonly RootContent[], source: string): Section {
  const content = nodes.filter(({ type }) => type !== 'definition')
  const lists = content.filter((node): node is List => node.type === 'list')
  const items = lists.flatMap(({ children }) => children.map((item) => readItem(item, source)))
  const text = content.map(textOf).join('\n')
  const first = content[0]
  const last = content.at(-1)
  const start = first ? spanOf(first).start : heading.end
  return {
    heading,
    content: { start, end: last ? spanOf(last).end : heading.end },
    text,
    words: countWords(text),
    items,
    loose: content.filter(({ type }) => type !== 'list').map(spanOf),
  }
}

/** Headings with the content below each, up to the next heading. */
function readSections(tree: Root, source: string): Section[] {
  const anchorOf = anchors()
  const sections: Section[] = []
  let heading: Heading | undefined
  let nodes: RootContent[] = []
  const close = (): void => {
    if (heading) sections.push(readSection(heading, nodes, source))
    nodes = []
  }
  for (const node of tree.children) {
    if (node.type !== 'heading') {
      nodes.push(node)
      continue
    }
    close()
    const text = plain(node).trim()
    // Their attributes are told of; a heading that is not found for them would be told of again.
    const words = text.endsWith('}') ? text.replace(headingAttributes, '') : text
    const simple = node.children.every(({ type }) => type === 'text' || type === 'inlineCode')
    const { start, end } = spanOf(node)
    heading = {
      start,
      end,
      depth: node.depth,
      text: words,
      id: slug(words),
      anchor: anchorOf(text),
      plain: simple,
    }
  }
  close()
  return sections
}

/**
 * A syntax tree as the read-only model that rules see. Its hundreds of objects are written out: spreading others into
 * them took half of the time.
 */
export function readDocument({ file, text, base }: SourceText, tree: Root): Document {
  const sections = readSections(tree, text)
  return {
    file,
    text,
    headings: sections.map(({ heading }) => heading),
    sections,
    ...readInline(nodesOf(tree), sections, file, text),
    base,
    locate: locator(text, base),
  }
}
