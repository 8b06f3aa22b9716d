import { criterionInstructions, neededLabels } from '../model/criterion-labels.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Criterion, CriterionLabel, Drill } from '../model/drill.ts'
import { sectionOf } from '../model/read-definitions.ts'
import type { ExpectedHeading } from '../parse/expected-headings.ts'
import { count } from '../text/grammar.ts'
import { title } from '../text/slug.ts'
import type { Project } from './project.ts'

/** What the practice loop says of a section of an answer, without its list of points. */
export function instructionOf(project: Project, id: string): string {
  const loop = project.loop()
  const section = loop && sectionOf(loop, id)
  return section?.loose.map(({ start, end }) => loop?.text.slice(start, end)).join('\n\n') ?? ''
}

/** What the items of a part are. */
const contents: Readonly<Record<NonNullable<ExpectedHeading['holds']>, string>> = {
  labels: 'arithmetic that would not be spoken, an item with a bold label for each result',
  criteria: 'what a strong answer to this prompt must contain, each a heading of two to six words',
  answers: 'questions, each with its answer in a paragraph below it, indented by two blanks',
  drills: 'links to other drills, each with what it takes up',
}

/** What is to be written under a heading. */
export function headingHelp(
  project: Project,
  { kind }: Drill,
  { id, depth, items, optional, holds }: ExpectedHeading,
): string {
  if (depth === 3) return instructionOf(project, id)
  const range = project.definitions()?.loop.kinds[kind].criteria
  const least =
    holds === 'criteria' && range
      ? `${range.least} to ${range.most} criteria`
      : items > 0
        ? `at least ${count(items, 'item')}`
        : 'text'
  const what = holds ? `: ${contents[holds]}` : ''
  return optional ? `Optional; with ${least}${what}.` : `Part of every ${kind}, with ${least}${what}.`
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

/** A criterion of a drill, as its author wrote it. */
export function ownCriterionHelp({ items, cues, weight, section }: Criterion, { text }: Drill): string {
  const said = (['met', 'partly', 'also-met'] as const).flatMap((label) =>
    (items.get(label) ?? []).map(({ start, end }) => text.slice(start, end)),
  )
  return [
    `**${section.heading.text}** (weight ${weight}), a criterion of this drill`,
    said.join('\n'),
    ...(cues.length > 0 ? [`Cues: ${cues.map(({ start, end }) => text.slice(start, end)).join(', ')}`] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const isNeeded = (label: CriterionLabel): boolean => neededLabels.some((each) => each === label)

/** Whether a criterion needs a label. */
export const labelDetail = (label: CriterionLabel): string =>
  isNeeded(label) ? 'required' : label === 'also-met' ? 'optional, may repeat' : 'optional'

/** What stands behind a label of a criterion. */
export const labelHelp = (label: CriterionLabel): string =>
  `${criterionInstructions[label]} (${labelDetail(label)})`
