// Texts that a grader must not take for good answers: those of test/grading/texts, and those made of drills and rubric.
import { readdir, readFile } from 'node:fs/promises'

const folder = 'test/grading/texts'

async function textsIn(kind) {
  const names = (await readdir(`${folder}/${kind}`)).sort()
  return Promise.all(
    names.map(async (file) => {
      const text = await readFile(`${folder}/${kind}/${file}`, 'utf8')
      const [, drill] = /^---\ndrill: (.*)\n---\n/.exec(text) ?? []
      return {
        name: `${kind}/${file.replace(/\.md$/, '')}`,
        drill,
        text: text.replace(/^---\n[\s\S]*?\n---\n/, ''),
      }
    }),
  )
}

/** The model answer of a drill as Markdown. */
export const modelAnswer = ({ sections, answer }) =>
  sections
    ? sections.map(({ title, body }) => `## ${title}\n\n${body.markdown}`).join('\n\n')
    : answer.markdown

const plain = (markdown) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '')
/** Changes each sentence of each item, and leaves headings and labels. */
const eachSentence = (markdown, change) =>
  plain(markdown)
    .split('\n')
    .map((line) => {
      if (line.trim() === '' || line.startsWith('#')) return line
      const [, start = '', text] = /^(\s*- (?:[^:.]{1,40}: )?)?(.*)$/.exec(line)
      return (
        start +
        text
          .split(/(?<=[.!?]) (?=\p{Lu})/u)
          .map(change)
          .join(' ')
      )
    })
    .join('\n')
const lower = (text) => (/^(?:I\b|[A-Z]{2})/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

const auxiliary = /\b(is|are|was|were|has|have|had|can|must|may|will|would|should|could|does|do|did|needs?)\b/
const negation = /\b(no|not|never|nothing|nobody|none|neither|without|cannot)\b|n[’']t\b/i
/** Words after which an auxiliary is not that of the whole sentence. */
const subordinate =
  /\b(that|which|who|whether|if|when|whenever|once|where|because|while|what|as|until|unless)\b/
const opposites = {
  no: 'some',
  not: 'indeed',
  never: 'always',
  nothing: 'everything',
  nobody: 'everybody',
  none: 'all',
  neither: 'either',
  without: 'with',
  cannot: 'can',
}

/** Puts a “not” where a writer would, in each of several claims. */
const insertion = (sentence) =>
  sentence
    .split(/(?<=, (?:and|but|so|then|because|while) )/)
    .map(denied)
    .join('')

/** A claim with a “not”; one that denies something already affirms it. */
function denied(sentence) {
  if (negation.test(sentence))
    return sentence
      .replace(/n[’']t\b/g, '')
      .replace(new RegExp(negation, 'gi'), (word) => opposites[word.toLowerCase()] ?? word)
  const { index = -1 } = auxiliary.exec(sentence) ?? {}
  if (index !== -1 && !subordinate.test(sentence.slice(0, index)))
    return sentence.replace(auxiliary, '$1 not')
  return /^(?:We|I) [a-z]/i.test(sentence)
    ? sentence.replace(/^(We|I) /i, '$1 do not ')
    : `There is no plan that ${lower(sentence)}`
}

/** Ways to deny a sentence without thinking. */
const denials = {
  prefix: (sentence) => `It is not true that ${lower(sentence)}`,
  insertion,
  refusal: (sentence) => `We never planned that ${lower(sentence)}`,
}

/** Every denial of a drill's model answer, and those that were written for it. */
export async function deniedTexts(drill) {
  const written = (await textsIn('denied')).filter((each) => each.drill === drill.id)
  const made = Object.entries(denials).map(([name, change]) => ({
    name: `denied by ${name}`,
    text: eachSentence(modelAnswer(drill), change),
  }))
  const lists = modelAnswer(drill).replace(/^(#.*)$/gm, '$1\n\nWe do none of the following:')
  return [...made, { name: 'denied by the line before each list', text: lists }, ...written]
}

const shuffled = (list) =>
  list
    .map((each, index) => [(index * 7919) % 104729, each])
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each)

/** Texts without a subject, for any drill. */
export async function nonsenseTexts(rubric, drills) {
  const say = rubric.criteria.flatMap(({ substance, cue }) =>
    [...substance.need, ...(cue?.need ?? [])].map((part) => part.say),
  )
  const sentences = [
    rubric.text,
    ...rubric.criteria.map(({ text }) => text),
    ...rubric.redFlags.map(({ text }) => text),
  ]
    .map(({ markdown }) => markdown)
    .join('\n\n')
  return [
    ...(await textsIn('nonsense')),
    ...(await textsIn('numbers')),
    ...(await textsIn('slogans')),
    { name: "the rubric's sentences", text: sentences },
    { name: "the rubric's accepted wording", text: say.map((each) => `- ${each}`).join('\n') },
    {
      name: "the rubric's examples",
      text: say.flatMap((each) => [...each.matchAll(/“([^”]*)”/g)].map(([, text]) => `- ${text}`)).join('\n'),
    },
    { name: 'prompts of all drills', text: drills.map(({ prompt }) => prompt.markdown).join('\n\n') },
  ]
}

/** The prompt of a drill, over and over, as it is and in other clothes. */
export function promptTexts({ prompt: { markdown } }) {
  return [
    { name: 'the prompt', text: markdown },
    { name: 'the prompt five times', text: Array(5).fill(markdown).join('\n\n') },
    {
      name: 'the prompt as notes',
      text: markdown
        .split(/(?<=[.,;:?]) /)
        .map((part) => `- ${part}`)
        .join('\n'),
    },
    {
      name: 'the prompt as a promise',
      text: markdown
        .split(/(?<=[.?]) /)
        .map((part) => `We note that ${lower(part)}`)
        .join(' '),
    },
    { name: 'the prompt without signs', text: markdown.toLowerCase().replace(/[.,;:?“”]/g, '') },
  ]
}

/** Answers that fit every prompt, and words of the field without an answer. */
export async function templateTexts(drills) {
  const words = shuffled([
    ...new Set(
      drills.flatMap(
        (drill) =>
          modelAnswer(drill)
            .toLowerCase()
            .match(/\p{L}{5,}/gu) ?? [],
      ),
    ),
  ])
  const rows = Array.from({ length: 30 }, (_, row) => words.slice(row * 12, row * 12 + 12).join(' '))
  return [
    ...(await textsIn('template')),
    ...(await textsIn('soup')),
    { name: 'soup of words of all model answers', text: rows.map((row) => `${row}.`).join('\n') },
  ]
}

export const foreignLanguageTexts = () => textsIn('language')

/** One content in three forms, by drill. */
export async function formTexts() {
  const found = {}
  for (const { name, text } of await textsIn('forms')) {
    const [, drill, form] = /^forms\/(.*)\.(.*)$/.exec(name)
    found[drill] = { ...found[drill], [form]: text }
  }
  return found
}
