import type { List, ListItem } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import { modelPathOf } from '../../model/components.ts'
import type { Definitions } from '../../model/definitions.ts'
import type { Section } from '../../model/document.ts'
import type { Drill } from '../../model/drill.ts'
import type {
  Item,
  Drill as Published,
  Section as PublishedSection,
  Reference,
  RichText,
} from '../../model/generated/published/drill.ts'
import { earns } from '../../parse/evidence.ts'
import { spanOf } from '../../parse/span.ts'
import { slug, title } from '../../text/slug.ts'
import { digestsOf } from './digest.ts'
import { evidenceIds, type Fragment, fragments } from './fragment.ts'
import { fragmentHtml } from './html.ts'
import { fragmentMarkdown } from './markdown.ts'

/** Text under a heading, in both forms. */
export function richText(fragment: Fragment, { content }: Section): RichText {
  return { markdown: fragmentMarkdown(fragment, content), html: fragmentHtml(fragment) }
}

const listItems = ({ nodes }: Fragment): ListItem[] =>
  nodes.filter((node): node is List => node.type === 'list').flatMap(({ children }) => children)

/** The id of an item: its label, or its first six words; numbered when taken. */
function itemId(item: ListItem, taken: Set<string>): string {
  const words = slug(plain(item)).split('-').slice(0, 6).join('-') || 'item'
  let id = words
  for (let number = 2; taken.has(id); number += 1) id = `${words}-${number}`
  taken.add(id)
  return id
}

function items(fragment: Fragment | undefined): Item[] {
  const taken = new Set<string>()
  return (fragment ? listItems(fragment) : []).flatMap((item) => {
    const [first, last] = [item.children[0], item.children.at(-1)]
    if (!fragment || !first || !last) return []
    const span = { start: spanOf(first).start, end: spanOf(last).end }
    const indent = span.start - spanOf(item).start
    return [
      {
        id: itemId(item, taken),
        markdown: fragmentMarkdown(fragment, span, indent),
        html: fragmentHtml(fragment, item.children),
      },
    ]
  })
}

function references(drill: Drill): Reference[] {
  const section = drill.parts.get('references')
  const links = drill.links.filter((link) => link.section === section && /^https:/i.test(link.url))
  return (section?.items ?? []).flatMap((item) => {
    const link = links.find((each) => each.item === item)
    if (!link) return []
    const note = item.text.startsWith(link.text) ? item.text.slice(link.text.length) : item.text
    return [{ title: link.text, url: link.url, note: note.replace(/^[\s:–—-]+/, '') }]
  })
}

function sections(
  drill: Drill,
  { loop }: Definitions,
  cut: (section: Section) => Fragment,
): PublishedSection[] {
  return loop.sections.flatMap(({ id, title: name, declared }) => {
    const section = drill.answer.get(id)
    if (!section) return []
    const points = (drill.points.get(id) ?? []).map(({ id: point, item }) => ({
      id: point,
      label: declared.get(point)?.label ?? item.label.text,
      text: item.text,
    }))
    return [{ id, title: name, body: richText(cut(section), section), points }]
  })
}

function evidence(drill: Drill): Published['evidence'] {
  const ids = evidenceIds(drill)
  return drill.evidence.filter(earns).map(({ link, criterion, section, point }) => ({
    id: ids.get(link.start)?.id ?? criterion,
    criterion,
    ...(section !== undefined && { section }),
    ...(point !== undefined && { point }),
    text: link.text.replace(/\s+/g, ' '),
  }))
}

/** A drill as apps get it; undefined for drafts and for what has no valid front matter. */
export function compileDrill(drill: Drill, definitions: Definitions): Published | undefined {
  const { data } = drill.matter
  const prompt = drill.parts.get('prompt')
  const answer = drill.parts.get('answer')
  if (!data || !prompt || !answer || data.status === 'draft') return undefined
  const { loop } = definitions
  const cut = fragments(drill, drill)
  const timed = loop.kinds[drill.kind].answer === 'sections'
  const optional = (id: string): Fragment | undefined => {
    const section = drill.parts.get(id)
    return section && cut(section)
  }
  const content = {
    id: data.id,
    kind: data.kind,
    title: drill.headings.find(({ depth }) => depth === 1)?.text ?? title(data.id),
    ...(timed && { minutes: loop.phases.reduce((sum, { minutes }) => sum + minutes, 0) }),
    status: data.status === 'deprecated' ? ('deprecated' as const) : ('stable' as const),
    difficulty: data.difficulty,
    categories: data.categories,
    topics: data.topics,
    modelPath: modelPathOf(drill, loop),
    prompt: richText(cut(prompt), prompt),
    ...(timed ? { sections: sections(drill, definitions, cut) } : { answer: richText(cut(answer), answer) }),
    evidence: evidence(drill),
    redFlags: items(optional('red-flags')),
    followUps: items(optional('follow-ups')),
    references: references(drill),
  }
  return { ...content, digests: digestsOf(content), path: drill.file }
}
