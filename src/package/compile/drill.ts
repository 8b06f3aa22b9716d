import { modelPathOf } from '../../model/components.ts'
import type { Definitions } from '../../model/definitions.ts'
import type { Section } from '../../model/document.ts'
import type { Drill } from '../../model/drill.ts'
import type {
  Drill as Published,
  Section as PublishedSection,
  RichText,
} from '../../model/generated/published/drill.ts'
import { minutesOf } from '../../model/minutes.ts'
import { earns } from '../../parse/evidence.ts'
import { title } from '../../text/slug.ts'
import { compileCriteria } from './criteria.ts'
import { type DrillContent, digestsOf } from './digest.ts'
import { evidenceIds, type Fragment, fragments } from './fragment.ts'
import { fragmentHtml } from './html.ts'
import { compileFollowUps, compileItems, compileWorkedFigures, type ListPart } from './items.ts'
import { compileReferences, compileSeeAlso } from './linked-items.ts'
import { fragmentMarkdown } from './markdown.ts'

/** Text under a heading, in both forms. */
export function richText(fragment: Fragment, { content }: Section): RichText {
  return { markdown: fragmentMarkdown(fragment, content), html: fragmentHtml(fragment) }
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
  return drill.evidence.filter(earns).map(({ link, scope, criterion, section, point }) => ({
    id: ids.get(link.start)?.id ?? criterion,
    scope,
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
  const list = (id: string): ListPart | undefined => {
    const section = drill.parts.get(id)
    return section && { section, fragment: cut(section) }
  }
  const shared = {
    title: drill.headings.find(({ depth }) => depth === 1)?.text ?? title(data.id),
    minutes: minutesOf(data.kind, loop),
    status: data.status === 'deprecated' ? ('deprecated' as const) : ('stable' as const),
    difficulty: data.difficulty,
    categories: data.categories,
    topics: data.topics,
    modelPath: modelPathOf(drill, loop),
    prompt: richText(cut(prompt), prompt),
    evidence: evidence(drill),
    workedFigures: compileWorkedFigures(list('worked-figures')),
    criteria: compileCriteria(drill, cut),
    redFlags: compileItems(list('red-flags')),
    followUps: compileFollowUps(list('follow-ups')),
    seeAlso: compileSeeAlso(drill),
    references: compileReferences(drill),
  }
  const content: DrillContent =
    data.kind === 'question'
      ? {
          id: data.id,
          kind: data.kind,
          ...shared,
          components: data.components ?? [],
          answer: richText(cut(answer), answer),
        }
      : { id: data.id, kind: data.kind, ...shared, sections: sections(drill, definitions, cut) }
  return { ...content, digests: digestsOf(content), path: drill.file }
}
