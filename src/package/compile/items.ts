import type { List, ListItem, PhrasingContent, RootContent } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import type { Item as ReadItem, Section } from '../../model/document.ts'
import type { FollowUp, Item, RichText, WorkedFigure } from '../../model/generated/published/drill.ts'
import { itemIds } from '../../model/item-ids.ts'
import { spanOf } from '../../parse/span.ts'
import type { Fragment } from './fragment.ts'
import { fragmentHtml } from './html.ts'
import { fragmentMarkdown } from './markdown.ts'

/** A section that is published as a list, with its nodes. */
export interface ListPart {
  readonly section: Section
  readonly fragment: Fragment
}

interface Entry {
  readonly node: ListItem
  readonly item: ReadItem
}

const nothing: RichText = { markdown: '', html: '' }

/** The items of a section, each as the syntax tree and as the model have it. */
export function entriesOf({ section, fragment }: ListPart): Entry[] {
  const nodes = new Map(
    fragment.nodes
      .filter((node): node is List => node.type === 'list')
      .flatMap(({ children }) => children.map((node) => [spanOf(node).start, node])),
  )
  return section.items.flatMap((item) => {
    const node = nodes.get(item.start)
    return node ? [{ node, item }] : []
  })
}

/** Blanks before the further lines of an item. */
const indentOf = (node: ListItem): number => {
  const [first] = node.children
  return first ? spanOf(first).start - spanOf(node).start : 0
}

/** Some blocks of an item in both forms. */
function blocksText(fragment: Fragment, node: ListItem, blocks: readonly RootContent[]): RichText {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return nothing
  const span = { start: spanOf(first).start, end: spanOf(last).end }
  return {
    markdown: fragmentMarkdown(fragment, span, indentOf(node)),
    html: fragmentHtml(fragment, blocks),
  }
}

const colon = /^\s*:?\s*/

/** What an item says after its label, in both forms. */
export function textAfterLabel(fragment: Fragment, { node, item: { label } }: Entry): RichText {
  const [paragraph, ...rest] = node.children
  const last = node.children.at(-1)
  if (!label || !last || paragraph?.type !== 'paragraph') return blocksText(fragment, node, node.children)
  const words: PhrasingContent[] = paragraph.children
    .slice(1)
    .map((each, index) =>
      index === 0 && each.type === 'text' ? { ...each, value: each.value.replace(colon, '') } : each,
    )
  const span = { start: label.end, end: spanOf(last).end }
  return {
    markdown: fragmentMarkdown(fragment, span, indentOf(node)).replace(colon, ''),
    html: fragmentHtml(fragment, [{ ...paragraph, children: words }, ...rest]),
  }
}

const paired = <T>(
  part: ListPart | undefined,
  idsOf: (entries: readonly Entry[]) => string[],
  make: (id: string, entry: Entry, part: ListPart) => T,
): T[] => {
  if (!part) return []
  const entries = entriesOf(part)
  const ids = idsOf(entries)
  return entries.map((entry, index) => make(ids[index] ?? '', entry, part))
}

const ownIds = (entries: readonly Entry[]): string[] => itemIds(entries.map(({ item }) => item))

/** Red flags. */
export const compileItems = (part: ListPart | undefined): Item[] =>
  paired(part, ownIds, (id, { node }, { fragment }) => ({ id, ...blocksText(fragment, node, node.children) }))

/** The ids of follow-ups: of their questions alone, because answers are reworded more often. */
const questionIds = (entries: readonly Entry[]): string[] =>
  itemIds(
    entries.map(
      ({
        node: {
          children: [question],
        },
        item,
      }) => ({ ...item, text: question ? plain(question) : '' }),
    ),
  )

/** Follow-ups: the first paragraph of an item is the question, the others answer it. */
export const compileFollowUps = (part: ListPart | undefined): FollowUp[] =>
  paired(part, questionIds, (id, { node }, { fragment }) => ({
    id,
    question: blocksText(fragment, node, node.children.slice(0, 1)),
    answer: blocksText(fragment, node, node.children.slice(1)),
  }))

/** Worked figures. */
export const compileWorkedFigures = (part: ListPart | undefined): WorkedFigure[] =>
  paired(part, ownIds, (id, { item: { label, text } }) => ({ id, label: label?.text ?? '', text }))
