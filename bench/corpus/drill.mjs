import { answerOf, claimOf, toMarkdown } from './answer-text.mjs'
import { asides, followUps, notes, questionAnswer, redFlags } from './closing.mjs'
import { criteria } from './criteria.mjs'
import { cuesOf } from './cues.mjs'
import { figures } from './figures.mjs'
import { promptParts } from './prompt.mjs'
import { createRandom, pick, sample } from './random.mjs'
import { slug, subjectOf } from './subject.mjs'
import { fill } from './template.mjs'
import { categories, moreTopics, references } from './vocabulary.mjs'

function matter({ id, kind, topic }, random) {
  const topics = [topic, ...sample(random, moreTopics, 2 + random(3))]
  const own = sample(random, categories, 1 + random(2))
  return `---
id: ${id}
kind: ${kind}
difficulty: ${pick(random, ['core', 'advanced', 'expert'])}
categories: [${[...own, 'speech'].filter((each, at, all) => all.indexOf(each) === at).join(', ')}]
topics: [${topics.join(', ')}]
---
`
}

const bullets = (lines) => lines.map((line) => `- ${line}`).join('\n')

/** A criterion with its levels, its cues and its weight. */
function criterionText(criterion, { random, write }) {
  const { name, met, partly, also } = criterion
  const items = [
    `**Met:** ${write(met)}`,
    ...(partly ? [`**Partly:** ${write(partly)}`] : []),
    ...(also ? [`**Also met:** ${write(also)}`] : []),
    `**Cues:** ${cuesOf(criterion, random, 14 + random(13))
      .map((cue) => `\`${cue}\``)
      .join(', ')}`,
    `**Weight:** ${3 + random(6)}`,
  ]
  return `### ${name}\n\n${bullets(items)}`
}

function followUpText([question, ...answer], { random, write }) {
  const sentences = [...answer, ...sample(random, asides, 1 + random(2))].map(write)
  return `- ${write(question)}\n\n  ${sentences.join(' ')}`
}

/** The short answer of a question: sentences that show its criteria, and points. */
function prose(own, { random, write }) {
  const points = sample(random, questionAnswer.points, 2 + random(2)).map(write)
  return [
    write(pick(random, questionAnswer.lead)),
    own.map((criterion) => write(claimOf(criterion))).join(' '),
    points.join('\n'),
    write(pick(random, questionAnswer.close)),
  ].join('\n\n')
}

/**
 * The text of a drill that every rule accepts. The same seed and index give the same bytes, whatever the
 * size of the corpus.
 * @returns the drill, with the criteria that it has
 */
export function drill(seed, index) {
  const subject = subjectOf(seed, index)
  const { kind, title } = subject
  const random = createRandom(seed, index)
  const write = (template) => fill(template, random, subject)
  const tools = { random, write }
  const isShort = kind === 'question'
  const own = sample(random, criteria, isShort ? 3 + random(3) : 8 + random(4))
  const head = matter(subject, random)
  const sentences = promptParts(kind).map((templates) => write(pick(random, templates)))
  const answer = isShort ? prose(own, tools) : toMarkdown(answerOf(subject, own, tools))
  const draw = (low, high, step = 1) => low + step * random(Math.floor((high - low) / step) + 1)
  const worked = sample(random, figures, isShort ? random(2) : 5 + random(4)).map((figure) => figure(draw))
  const asked = sample(random, followUps, isShort ? 1 + random(2) : 4 + random(2))
  const flags = sample(random, redFlags, isShort ? 2 : 5 + random(3))
  const other = index > 9 && random(3) === 0 ? subjectOf(seed, random(index)) : undefined
  const cited = sample(random, references, isShort ? random(3) : 3 + random(4))
  const part = (name, text) => (text === '' ? [] : [`## ${name}\n\n${text}`])
  const parts = [
    `# ${title}`,
    ...part('Prompt', sentences.join(' ')),
    ...part('Answer', answer),
    ...part('Worked figures', bullets(worked)),
    ...part('Criteria', own.map((criterion) => criterionText(criterion, tools)).join('\n\n')),
    ...part('Red flags', bullets(flags.map(write))),
    ...part('Follow-ups', asked.map((question) => followUpText(question, tools)).join('\n\n')),
    ...part(
      'See also',
      other ? `- [${other.title}](../${other.kind}s/${other.id}.md): what you would carry over from it` : '',
    ),
    ...part('References', bullets(cited.map(([name, url]) => `[${name}](${url}): ${pick(random, notes)}`))),
  ]
  return {
    ...subject,
    criteria: own.map(({ name }) => slug(name)),
    text: `${head}\n${parts.join('\n\n')}\n`,
  }
}
