import { toString as plain } from 'mdast-util-to-string'
import { stringify } from 'yaml'
import { componentsOf } from '../../model/components.ts'
import type { DefinitionDocument, Definitions, LoopSection } from '../../model/definitions.ts'
import type { Kind } from '../../model/drill.ts'
import type { DrillMatter } from '../../model/generated/authored/drill.ts'
import type { PracticeLoopMatter } from '../../model/generated/authored/practice-loop.ts'
import { sectionOf } from '../../model/read-definitions.ts'
import { spanOf } from '../../parse/span.ts'
import { slug, title as titleOf } from '../../text/slug.ts'
import { criteriaText } from './criteria.ts'
import { inline } from './inline.ts'
import { demandOf, waiting } from './placeholders.ts'

/** Everything that is chosen for a new drill. */
export interface Choice
  extends Pick<DrillMatter, 'id' | 'kind' | 'difficulty' | 'categories' | 'topics' | 'order'> {
  readonly title: string
  /** Ids of the components of the model path, or that a question is about. */
  readonly components: readonly string[]
}

type Loop = Definitions['loop']
type Part = Loop['kinds'][Kind]['parts'][number]
type LoopDocument = DefinitionDocument<PracticeLoopMatter> | undefined

/** Placeholders for parts without an instruction in the practice loop. */
const hints: Readonly<Record<string, string>> = {
  answer: 'TODO: the answer in a few sentences, as a candidate could say it.',
  // Two words: with three, the prompts of two new drills would be near duplicates.
  prompt: 'TODO: prompt.',
  'red-flags': '**TODO name:** TODO: what a weak answer says or leaves out.',
}

/** Placeholders for the items of parts that hold more than a sentence each. */
const heldHints: Partial<Record<NonNullable<Part['holds']>, string>> = {
  labels: '**TODO:** TODO',
  answers: 'TODO: a question that goes one step further.\n\n  TODO: its answer in two to five sentences.',
}

const value = (data: unknown): string =>
  stringify(data, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd()

function frontMatter(choice: Choice, { kinds }: Loop): string {
  const { id, kind, order, difficulty, categories, topics, components } = choice
  const keys = {
    id,
    kind,
    ...(order !== undefined && { order }),
    difficulty,
    categories,
    topics,
    ...(kinds[kind].answer === 'prose' && components.length > 0 && { components }),
  }
  return ['---', ...Object.entries(keys).map(([key, data]) => `${key}: ${value(data)}`), '---'].join('\n')
}

const point = (label: string, text: string): string => `- **${inline(label)}:** ${inline(text)}`

/** Labels begin with a capital, even where the component does not. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const labelOf = (id: string, { components }: Loop): string =>
  capital(components.find((component) => component.id === id)?.names[0] ?? titleOf(id))

/** Labels of the chosen components, then as many marked ones as the section still needs. */
function componentLabels(
  section: LoopSection,
  chosen: readonly string[],
  given: readonly string[],
  loop: Loop,
): string[] {
  const { leastComponents } = section
  if (leastComponents === undefined) return []
  const ids = given.map(slug)
  const labels = chosen.map((id) => labelOf(id, loop)).filter((label) => !ids.includes(slug(label)))
  const named = (): number =>
    new Set([...given, ...labels].flatMap((label) => componentsOf(label, loop))).size
  for (const { id } of loop.components) {
    if (named() >= leastComponents) break
    if (![...given, ...labels].some((label) => componentsOf(label, loop).includes(id)))
      labels.push(`TODO ${labelOf(id, loop)}`)
  }
  return labels
}

/** The instruction of a section, above its points. */
function instructionOf({ id }: LoopSection, document: LoopDocument): string {
  const starts = new Set(document && sectionOf(document, id)?.loose.map(({ start }) => start))
  const blocks = document?.tree.children.filter((block) => starts.has(spanOf(block).start)) ?? []
  return blocks
    .map((block) => plain(block))
    .join(' ')
    .replace(/\s+/g, ' ')
}

function sectionText(
  section: LoopSection,
  { kind, components }: Choice,
  definitions: Definitions,
  document: LoopDocument,
): string {
  const { loop } = definitions
  const demand = demandOf(section, definitions, document)
  const about = instructionOf(section, document)
  const ids = kind === 'question' ? [] : (section.points?.[kind] ?? [])
  const required = ids.flatMap((id) => section.declared.get(id) ?? [])
  const points = required.map(({ label, instruction }) => point(label, waiting(instruction, demand, false)))
  const labels = componentLabels(
    section,
    components,
    required.map(({ label }) => label),
    loop,
  )
  for (const label of labels) points.push(point(label, waiting('what the design needs of it.', demand, true)))
  const room = (section.least ?? 0) - points.length
  for (let more = 1; more <= room; more += 1)
    points.push(point(more === 1 ? 'TODO' : `TODO ${more}`, waiting(about, demand, true)))
  return points.length > 0 ? points.join('\n') : inline(`TODO: ${about === '' ? section.title : about}`)
}

/** The sections of the answer. */
const answerText = (choice: Choice, definitions: Definitions, document: LoopDocument): string =>
  definitions.loop.sections
    .map(
      (section) => `### ${inline(section.title)}\n\n${sectionText(section, choice, definitions, document)}`,
    )
    .join('\n\n')

function partText(
  { id, title = titleOf(id), items = 0, holds }: Part,
  choice: Choice,
  definitions: Definitions,
  document: LoopDocument,
): string {
  const { answer, criteria } = definitions.loop.kinds[choice.kind]
  const hint = hints[id] ?? (holds && heldHints[holds]) ?? 'TODO'
  const listed = items > 0 ? Array<string>(items).fill(`- ${hint}`).join('\n') : hint
  const text =
    holds === 'criteria'
      ? criteriaText(criteria.least, answer)
      : id === 'answer' && answer === 'sections'
        ? answerText(choice, definitions, document)
        : listed
  return `## ${inline(title)}\n\n${text}`
}

/**
 * A new drill with a placeholder for every heading and point that its kind requires.
 * @param document the practice loop, for its instructions
 */
export function template(choice: Choice, definitions: Definitions, document: LoopDocument): string {
  const parts = definitions.loop.kinds[choice.kind].parts.filter(({ optional }) => !optional)
  const blocks = [
    frontMatter(choice, definitions.loop),
    `# ${inline(choice.title, { code: true })}`,
    ...parts.map((part) => partText(part, choice, definitions, document)),
  ]
  return `${blocks.join('\n\n')}\n`
}
