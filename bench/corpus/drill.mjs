import { answers } from './answer.mjs'
import { followUps, notes, questionAnswer, redFlags } from './closing.mjs'
import { details } from './detail.mjs'
import { promptParts } from './prompt.mjs'
import { createRandom, pick, sample } from './random.mjs'
import { subjectOf } from './subject.mjs'
import { fill } from './template.mjs'
import { categories, moreTopics, references } from './vocabulary.mjs'

const labels = { 'ci-cd': 'CI/CD', 'online-slos': 'Online SLOs' }
const label = (id) => labels[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')

/** The points that each kind answers, as in the practice loop. */
const required = {
  round: {
    constraints: ['latency', 'quality', 'privacy', 'data-retention', 'cost', 'traffic', 'failure-tolerance'],
    evaluation: ['offline-slices', 'online-slos', 'human-review', 'regression-budgets'],
    operations: 'deployment ci-cd monitoring alerts rollback incident-ownership failure-modes learning'.split(
      ' ',
    ),
  },
  incident: {
    constraints: ['latency', 'quality', 'privacy', 'cost', 'traffic', 'failure-tolerance'],
    evaluation: ['offline-slices', 'online-slos', 'regression-budgets'],
    operations: ['first-hour', 'mitigation', 'monitoring', 'rollback', 'incident-ownership', 'learning'],
  },
}

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

/**
 * The text of a drill that every rule accepts. The same seed and index give the same bytes, whatever the
 * size of the corpus.
 */
export function drill(seed, index) {
  const subject = subjectOf(seed, index)
  const { kind, title, component } = subject
  const random = createRandom(seed, index)
  const write = (template) => fill(template, random, subject)
  const point = (section, id) => {
    const first = write(pick(random, answers[section][id])).trim()
    const second = random(2) === 0 ? ` ${write(pick(random, details[section]))}` : ''
    return `**${label(id)}:** ${first}${second}`
  }
  const points = (section) => bullets(required[kind][section].map((id) => point(section, id)))
  const chosen = (templates, size) => bullets(sample(random, templates, size).map(write))
  const modelPath = () =>
    bullets(
      [
        pick(random, answers.component[component]),
        ...sample(random, answers.side, 1 + random(2)),
        pick(random, answers.reasoning),
      ].map(write),
    )
  const sections = () => `### Constraints

${points('constraints')}

### Model path

${modelPath()}

### Evaluation

${points('evaluation')}

### Operations

${points('operations')}

### Tradeoffs

${chosen(answers.tradeoffs, 1 + random(3))}`
  const prose = () => `${write(pick(random, questionAnswer.lead))}

${sample(random, questionAnswer.points, 4 + random(3))
  .map(write)
  .join('\n')}

${write(pick(random, questionAnswer.close))}`

  const parts = [
    `# ${title}`,
    `## Prompt\n\n${promptParts(kind)
      .map((templates) => write(pick(random, templates)))
      .join(' ')}`,
    `## Answer\n\n${kind === 'question' ? prose() : sections()}`,
  ]
  const head = matter(subject, random)
  if (kind !== 'question') {
    const other = index > 9 && random(5) === 0 ? subjectOf(seed, random(index)) : undefined
    const also = other
      ? `\n- Compare with [${other.title}](../${other.kind}s/${other.id}.md): what would you carry over?`
      : ''
    parts.push(`## Red flags\n\n${chosen(redFlags, 3 + random(3))}`)
    parts.push(`## Follow-ups\n\n${chosen(followUps, 3 + random(2))}${also}`)
    const cited = sample(random, references, random(3))
    if (cited.length > 0)
      parts.push(
        `## References\n\n${bullets(cited.map(([name, url]) => `[${name}](${url}): ${pick(random, notes)}`))}`,
      )
  }
  return { ...subject, text: `${head}\n${parts.join('\n\n')}\n` }
}
