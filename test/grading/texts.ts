import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Rubric } from '../../src/model/generated/published/rubric.ts'

// Texts that grading must not take for good answers: those of `texts/`, and those that are made of drills and rubric.

export interface Text {
  readonly name: string
  readonly text: string
  /** The drill that it was written for. */
  readonly drill?: string | undefined
}

/** What is needed of a drill to make texts of it. */
export interface AnsweredDrill {
  readonly id: string
  readonly prompt: { readonly markdown: string }
  readonly sections?: readonly { readonly title: string; readonly body: { readonly markdown: string } }[]
  readonly answer?: { readonly markdown: string }
}

const folder = path.resolve('test/grading/texts')

function textsIn(kind: string): Text[] {
  return readdirSync(path.join(folder, kind))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(folder, kind, file), 'utf8')
      const [matter = '', drill] = /^---\ndrill: (.*)\n---\n/.exec(text) ?? []
      return { name: `${kind}/${file.replace(/\.md$/, '')}`, drill, text: text.slice(matter.length) }
    })
}

/** The model answer of a drill as Markdown. */
export const modelAnswer = ({ sections, answer }: AnsweredDrill): string =>
  sections?.map(({ title, body }) => `## ${title}\n\n${body.markdown}`).join('\n\n') ?? answer?.markdown ?? ''

const plain = (markdown: string): string =>
  markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '')

/** Changes each sentence of each item, and leaves headings and labels. */
const eachSentence = (markdown: string, change: (sentence: string) => string): string =>
  plain(markdown)
    .split('\n')
    .map((line) => {
      if (line.trim() === '' || line.startsWith('#')) return line
      const [, start = '', text = ''] = /^(\s*- (?:[^:.]{1,40}: )?)?(.*)$/.exec(line) ?? []
      return (
        start +
        text
          .split(/(?<=[.!?]) (?=\p{Lu})/u)
          .map(change)
          .join(' ')
      )
    })
    .join('\n')

const lower = (text: string): string =>
  /^(?:I\b|[A-Z]{2})/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

const auxiliary = /\b(is|are|was|were|has|have|had|can|must|may|will|would|should|could|does|do|did)\b/
const negation = /\b(no|not|never|nothing|nobody|none|neither|without|cannot)\b|n[’']t\b/i
/** Words after which an auxiliary is not that of the whole sentence. */
const subordinate =
  /\b(that|which|who|whether|if|when|whenever|once|where|because|while|what|as|until|unless)\b/

/** A claim with a “not” where a writer would put it. */
function denied(sentence: string): string {
  if (negation.test(sentence)) return `It is not the case that ${lower(sentence)}`
  const { index = -1 } = auxiliary.exec(sentence) ?? {}
  if (index !== -1 && !subordinate.test(sentence.slice(0, index)))
    return sentence.replace(auxiliary, '$1 not')
  return /^(?:We|I) [a-z]/i.test(sentence)
    ? sentence.replace(/^(We|I) /i, '$1 do not ')
    : `There is no plan that ${lower(sentence)}`
}

/** Ways to deny a sentence without thinking. */
const denials: Readonly<Record<string, (sentence: string) => string>> = {
  'it is not true that': (sentence) => `It is not true that ${lower(sentence)}`,
  'we never planned that': (sentence) => `We never planned that ${lower(sentence)}`,
  'not in every clause': (sentence) =>
    sentence
      .split(/(?<=, (?:and|so|then|because|while) | but |[;:] )/)
      .map(denied)
      .join(''),
}

/** Every denial of a drill's model answer, and those that were written for it. */
export function deniedTexts(drill: AnsweredDrill): Text[] {
  const made = Object.entries(denials).map(([name, change]) => ({
    name,
    text: eachSentence(modelAnswer(drill), change),
  }))
  const answer = modelAnswer(drill)
  const introduction = 'We do none of the following:'
  const listed = answer.startsWith('#')
    ? answer.replace(/^(#.*)$/gm, `$1\n\n${introduction}`)
    : `${introduction}\n\n${eachSentence(answer, (sentence) => `\n- ${sentence}`)}`
  return [
    ...made,
    { name: 'none of the following', text: listed },
    ...textsIn('denied').filter((each) => each.drill === drill.id),
  ]
}

/** Texts without a subject, for any drill. */
export function nonsenseTexts(rubric: Rubric, drills: readonly AnsweredDrill[]): Text[] {
  const say = rubric.criteria.flatMap(({ substance, cue }) =>
    [...substance.need, ...(cue?.need ?? [])].map((part) => part.say),
  )
  const own = [rubric, ...rubric.criteria, ...rubric.redFlags].map(({ text }) => text.markdown)
  const examples = say.flatMap((each) => [...each.matchAll(/“([^”]*)”/g)].map(([, text]) => `- ${text}`))
  return [
    ...textsIn('nonsense'),
    ...textsIn('numbers'),
    ...textsIn('slogans'),
    { name: 'the rubric', text: own.join('\n\n') },
    { name: 'the rubric as a list of wishes', text: say.map((each) => `- ${each}`).join('\n') },
    { name: 'examples of the rubric', text: examples.join('\n') },
    { name: 'prompts of all drills', text: drills.map(({ prompt }) => prompt.markdown).join('\n\n') },
  ]
}

/** The prompt of a drill, over and over, as it is and in other clothes. */
export function promptTexts({ prompt: { markdown } }: AnsweredDrill): Text[] {
  const parts = (end: RegExp, change: (part: string) => string): string[] => markdown.split(end).map(change)
  return [
    { name: 'the prompt', text: markdown },
    { name: 'the prompt five times', text: Array(5).fill(markdown).join('\n\n') },
    { name: 'the prompt as notes', text: parts(/(?<=[.,;:?]) /, (part) => `- ${part}`).join('\n') },
    {
      name: 'the prompt as a promise',
      text: parts(/(?<=[.?]) /, (part) => `We note that ${lower(part)}`).join(' '),
    },
    { name: 'the prompt without signs', text: markdown.toLowerCase().replace(/[.,;:?“”]/g, '') },
  ]
}

/** Words of all model answers in an order that means nothing and is always the same. */
function soup(drills: readonly AnsweredDrill[]): string {
  const all = drills.flatMap(
    (drill) =>
      modelAnswer(drill)
        .toLowerCase()
        .match(/\p{L}{5,}/gu) ?? [],
  )
  const words = [...new Set(all)]
    .map((word, index) => [(index * 7919) % 104_729, word] as const)
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
  return Array.from({ length: 30 }, (_, row) => `${words.slice(row * 12, row * 12 + 12).join(' ')}.`).join(
    '\n',
  )
}

/** Answers that fit every prompt, and words of the field without an answer. */
export const templateTexts = (drills: readonly AnsweredDrill[]): Text[] => [
  ...textsIn('template'),
  ...textsIn('soup'),
  { name: 'words of all model answers', text: soup(drills) },
]

export const otherLanguageTexts = (): Text[] => textsIn('language')

/** One content in three forms, by drill and form. */
export function formTexts(): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>()
  for (const { name, text } of textsIn('forms')) {
    const [drill = '', form = ''] = name.replace('forms/', '').split('.')
    found.set(drill, (found.get(drill) ?? new Map<string, string>()).set(form, text))
  }
  return found
}
