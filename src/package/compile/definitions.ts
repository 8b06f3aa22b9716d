import type { Root } from 'mdast'
import type { Definitions } from '../../model/definitions.ts'
import type { Document } from '../../model/document.ts'
import type { Kind } from '../../model/drill.ts'
import type { Corpus } from '../../model/facts.ts'
import type { LoopKind, PracticeLoop } from '../../model/generated/published/practice-loop.ts'
import type { Redirects } from '../../model/generated/published/redirects.ts'
import type { Rubric } from '../../model/generated/published/rubric.ts'
import { minutesOf, phaseMinutes } from '../../model/minutes.ts'
import { sectionOf } from '../../model/read-definitions.ts'
import { spanOf } from '../../parse/span.ts'
import { title } from '../../text/slug.ts'
import { rubricDigest } from './digest.ts'
import { richText } from './drill.ts'
import { type Fragment, fragments } from './fragment.ts'
import { fragmentHtml } from './html.ts'
import { fragmentMarkdown } from './markdown.ts'

type Rich = Rubric['text']

/** A fragment without its lists: for sections whose bullets are published as data. */
function paragraphs(fragment: Fragment): Rich {
  const nodes = fragment.nodes.filter(({ type }) => type !== 'list')
  const markdown = nodes.map((node) => fragmentMarkdown(fragment, spanOf(node))).join('\n\n')
  return { markdown, html: fragmentHtml(fragment, nodes) }
}

/** Reads the paragraphs of a definition document by the ids of their headings. */
function texts(document: Document & { readonly tree: Root }): {
  introduction: Rich
  of: (id: string) => Rich
  paragraphsOf: (id: string) => Rich
  titleOf: (id: string) => string
} {
  const cut = fragments(document)
  const empty = { markdown: '', html: '' }
  const [first] = document.sections
  return {
    introduction: first ? richText(cut(first), first) : empty,
    of: (id) => {
      const section = sectionOf(document, id)
      return section ? richText(cut(section), section) : empty
    },
    paragraphsOf: (id) => {
      const section = sectionOf(document, id)
      return section ? paragraphs(cut(section)) : empty
    },
    titleOf: (id) => sectionOf(document, id)?.heading.text ?? title(id),
  }
}

/** The rubric as apps get it. */
export function compileRubric({ rubric: document }: Pick<Corpus, 'rubric'>, { rubric }: Definitions): Rubric {
  if (!document) throw new Error('a corpus without a rubric is not compiled')
  const { introduction, of, titleOf } = texts(document)
  const content = {
    text: introduction,
    score: rubric.score,
    evidenceWords: rubric.evidenceWords,
    lists: rubric.lists,
    ...(rubric.common !== undefined && { common: rubric.common }),
    criteria: rubric.criteria.map(({ id, weight, revision, sections, kinds, substance, cue }) => ({
      id,
      title: titleOf(id),
      weight,
      revision,
      sections,
      kinds,
      text: of(id),
      substance: { need: substance.need, ...(substance.reject && { reject: substance.reject }) },
      ...(cue && { cue }),
    })),
    redFlags: rubric.redFlags.map(({ id, test }) => ({
      id,
      title: titleOf(id),
      text: of(id),
      ...(test && { test }),
    })),
  }
  const { text, ...rest } = content
  return { text, digest: rubricDigest(content), ...rest }
}

const requiredBy = (points: Partial<Record<Kind, readonly string[]>>, id: string): Kind[] =>
  (['round', 'incident'] as const).filter((kind) => points[kind]?.includes(id))

const loopKind = (kind: Kind, loop: Definitions['loop']): LoopKind => {
  const { answerWords, criteria } = loop.kinds[kind]
  return { minutes: minutesOf(kind, loop), answerWords, criteria }
}

/** The practice loop as apps get it. */
export function compilePracticeLoop(
  { loop: document }: Pick<Corpus, 'loop'>,
  { loop }: Definitions,
): PracticeLoop {
  if (!document) throw new Error('a corpus without a practice loop is not compiled')
  const { introduction, of, paragraphsOf, titleOf } = texts(document)
  return {
    text: introduction,
    minutes: phaseMinutes(loop),
    phases: loop.phases.map(({ id, minutes }) => ({ id, title: titleOf(id), minutes, text: of(id) })),
    kinds: {
      round: loopKind('round', loop),
      incident: loopKind('incident', loop),
      question: loopKind('question', loop),
    },
    sections: loop.sections.map(({ id, phase, points = {}, mentions = {}, declared }) => ({
      id,
      title: titleOf(id),
      phase,
      instruction: paragraphsOf(id),
      points: [...declared.values()].map(({ id: point, label, instruction }) => ({
        id: point,
        label,
        instruction,
        kinds: requiredBy(points, point),
        ...(Object.hasOwn(mentions, point) && { mention: mentions[point] }),
      })),
    })),
    components: loop.components.map(({ id, names }) => ({ id, names })),
    limits: loop.limits,
  }
}

/** A reason on one line. YAML can write characters that control terminals or turn text around, which no file may hold. */
const oneLine = (reason: string): string =>
  reason.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()

/** The redirects as apps get them. */
export function compileRedirects({ redirects }: Pick<Corpus, 'redirects'>): Redirects {
  const { renamed = {}, split = {}, retired = {}, criteria = {} } = redirects?.matter.data ?? {}
  const splits = Object.entries(split).map(([id, { ids, reason }]) => [id, { ids, reason: oneLine(reason) }])
  const ends = Object.entries(retired).map(([id, reason]) => [id, oneLine(reason)])
  return { renamed, split: Object.fromEntries(splits), retired: Object.fromEntries(ends), criteria }
}
