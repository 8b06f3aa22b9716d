import menu from 'virtual:menu'
import topics from 'virtual:topics'
import type { Searched } from '../core/catalog/search.ts'
import { textOf } from '../core/model/attempt.ts'
import { attemptsAt, hidesEarlierAttempts } from '../core/model/library.ts'
import { inlineText } from '../core/model/markdown.ts'
import type { Library } from '../core/model/records.ts'
import type { Attempt } from '../core/model/types.ts'
import { dateText } from './format.ts'
import { loadAnswer, loadPrompt, sectionsOf } from './practice.ts'
import { href } from './router.ts'

/** The text of the prompt of each drill, and of the model answers asked for, by drill id. */
export interface DrillTexts {
  readonly prompts: ReadonlyMap<string, string>
  readonly answers: ReadonlyMap<string, readonly (readonly [section: string, text: string])[]>
}

/** The drills whose answer was revealed, without those at which a fresh attempt is open. */
export const openAnswers = (library: Library): readonly string[] =>
  menu
    .map(({ id }) => id)
    .filter(
      (id) =>
        attemptsAt(library, id).some(({ revealedAt }) => revealedAt !== null) &&
        !hidesEarlierAttempts(library, id),
    )

/** The text of Markdown, line by line, without marks of lists and headings. */
const linesOf = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => inlineText(line.replace(/^\s*(?:[-*+]|\d+[.)]|#+|>)\s+/, '')))
    .join('\n')

/** Fetches all prompts. */
export async function loadPromptTexts(): Promise<DrillTexts['prompts']> {
  const prompts = await Promise.all(menu.map(({ id }) => loadPrompt(id)))
  return new Map(prompts.flatMap((each) => (each ? [[each.id, linesOf(each.prompt.markdown)]] : [])))
}

/** Fetches model answers. Call it only for drills whose answer was revealed. */
export async function loadAnswerTexts(ids: readonly string[]): Promise<DrillTexts['answers']> {
  const drills = await Promise.all(ids.map(loadAnswer))
  return new Map(
    drills.flatMap((drill) => {
      if (drill === null) return []
      const sections = sectionsOf(drill).map(({ title, body }) => [title, linesOf(body.markdown)] as const)
      const whole = drill.kind === 'question' ? [['Answer', linesOf(drill.answer.markdown)] as const] : []
      return [[drill.id, [...sections, ...whole]]]
    }),
  )
}

function ownTexts(attempt: Attempt): Searched[] {
  const { id, drillId, fields, note, followUps, createdAt } = attempt
  const day = dateText(createdAt)
  const place = { drillId, href: href('attempt', id) }
  const own = (label: string, text: string): Searched => ({
    ...place,
    source: 'own',
    label: `${label}, ${day}`,
    text,
  })
  return [
    ...fields.map((field) => own(`What you wrote under “${field.title}”`, textOf(attempt, field.id))),
    ...followUps.map(({ text }) => own('What you answered in the second round', text.value)),
    { ...place, source: 'note' as const, label: `Your note, ${day}`, text: note.value },
  ].filter(({ text }) => text.trim() !== '')
}

type Entry = (typeof menu)[number]

function publishedTexts({ id, title }: Entry, prompt: string | undefined): Searched[] {
  const place = { drillId: id, href: href('drill', id) }
  return [
    { ...place, source: 'title', label: 'Title', text: title },
    {
      ...place,
      source: 'title',
      label: 'Topics',
      text: (topics.get(id) ?? []).map((topic) => topic.replaceAll('-', ' ')).join(', '),
    },
    { ...place, source: 'prompt', label: 'Prompt', text: prompt ?? '' },
  ]
}

/** The model answer of a drill, found in the newest attempt that shows it. */
function answerTexts(library: Library, drillId: string, { answers }: DrillTexts): Searched[] {
  const shown = attemptsAt(library, drillId).find(({ revealedAt }) => revealedAt !== null)
  if (!shown) return []
  return (answers.get(drillId) ?? []).map(([section, text]) => ({
    drillId,
    source: 'answer',
    label: `Model answer, ${section}`,
    href: href('attempt', shown.id),
    text,
  }))
}

/** What may be searched: nothing that a drill hides from the learner. */
export function searchTexts(library: Library, texts: DrillTexts): readonly Searched[] {
  const open = new Set(openAnswers(library))
  const own = library.attempts
    .filter(({ drillId, finishedAt }) => finishedAt === null || !hidesEarlierAttempts(library, drillId))
    .flatMap(ownTexts)
  return [
    ...menu.flatMap((entry) => [
      ...publishedTexts(entry, texts.prompts.get(entry.id)),
      ...(open.has(entry.id) ? answerTexts(library, entry.id, texts) : []),
    ]),
    ...own,
  ]
}
