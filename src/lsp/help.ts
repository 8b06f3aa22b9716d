import type { Definitions } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import { sectionOf } from '../model/read-definitions.ts'
import type { ExpectedHeading } from '../rules/sections/expected-headings.ts'
import { count } from '../text/grammar.ts'
import { title } from '../text/slug.ts'
import type { Project } from './project.ts'

/** What the practice loop says of a section of an answer, without its list of points. */
export function instructionOf(project: Project, id: string): string {
  const loop = project.loop()
  const section = loop && sectionOf(loop, id)
  return section?.loose.map(({ start, end }) => loop?.text.slice(start, end)).join('\n\n') ?? ''
}

/** What is to be written under a heading. */
export function headingHelp(
  project: Project,
  { kind }: Drill,
  { id, depth, items, optional }: ExpectedHeading,
): string {
  if (depth === 3) return instructionOf(project, id)
  const least = items > 0 ? `at least ${count(items, 'item')}` : 'text'
  return optional ? `Optional; with ${least}.` : `Part of every ${kind}, with ${least}.`
}

/** What a criterion asks for, with accepted wording, and the paragraph of the rubric. */
export function criterionHelp(
  project: Project,
  id: string,
  { rubric, loop }: Definitions,
): string | undefined {
  const criterion = rubric.criteria.find((each) => each.id === id)
  if (!criterion) return undefined
  const { weight, sections, substance } = criterion
  const places = sections.map(
    (each) => loop.sections.find((other) => other.id === each)?.title ?? title(each),
  )
  const list = (parts: readonly { readonly say: string }[]): string =>
    parts.map(({ say }) => `- ${say}`).join('\n')
  const document = project.rubric()
  const section = document && sectionOf(document, id)
  const paragraph = section ? document.text.slice(section.content.start, section.content.end) : ''
  return [
    `**${rubric.titles.get(id) ?? title(id)}** (weight ${weight}), earned in ${places.join(', ')}`,
    paragraph,
    `Its words hold, in at least ${count(rubric.evidenceWords, 'word')}:`,
    list(substance.need),
    ...(substance.reject?.length ? ['They are not:', list(substance.reject)] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
